"""Scenarios: the language of their files, the values these become, and how an active one acts and is judged."""
