"""The arithmetic and the facts of Dutch books in pure Python: no web, no store, no clock of its own."""
