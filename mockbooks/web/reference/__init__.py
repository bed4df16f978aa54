"""The page `/docs/scenarios`: the language of scenarios, written out from the tables that read it."""
