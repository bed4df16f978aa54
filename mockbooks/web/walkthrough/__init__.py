"""The walk-through of OAuth at `/docs/oauth`: calls as data, a recording of them, and the page made of both."""
