"""Takes a value of a document for what it should be, and for nothing where it is something else."""

from typing import Any


def mapping(value: object) -> dict[str, Any]:
    """Give a mapping, empty where it is none."""
    return value if isinstance(value, dict) else {}


def listing(value: object) -> list[Any]:
    """Give a list, empty where it is none."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """Give a text, empty where it is none."""
    return value if isinstance(value, str) else ""


def texts(value: object) -> tuple[str, ...]:
    """Give the texts of a list."""
    return tuple(item for item in listing(value) if isinstance(item, str))


def number(value: object) -> float | None:
    """Give a number, None where it is none."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
