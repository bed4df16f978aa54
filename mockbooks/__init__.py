"""mockbooks: a mock accounting system, to test integrations against before they meet real books."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockbooks.server import running
    from mockbooks.settings import Settings
    from mockbooks.testing.in_process import InProcess, in_process

__all__ = ["InProcess", "Settings", "in_process", "running"]
__version__ = "0.1.0"

# What is public, and where it lives: it is imported when it is asked for (PEP 562), since every run of pytest on a
# machine that has mockbooks imports this module.
_HOMES = {
    "InProcess": "mockbooks.testing.in_process",
    "Settings": "mockbooks.settings",
    "in_process": "mockbooks.testing.in_process",
    "running": "mockbooks.server",
}

if not TYPE_CHECKING:  # where names that are misspelt are to be told

    def __getattr__(name: str) -> object:
        """Import a public name from where it lives."""
        from importlib import import_module  # noqa: PLC0415 - as said above

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)
