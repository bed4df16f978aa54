"""Asking a running server by its control API, as commands and tests do: where it is, what it says, or why not."""
