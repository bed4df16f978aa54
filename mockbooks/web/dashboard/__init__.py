"""The dashboard: what is running, what came in, and what came of it, on pages that work without JavaScript."""
