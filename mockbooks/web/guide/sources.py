"""The files of the guide, pages and pictures: beside the package in a checkout, within it where it was installed."""

from functools import cache
from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).with_name("pages")
_CHECKOUT: Final = Path(__file__).parents[3] / "docs"


@cache
def source_of(page: str) -> str:
    """Read the Markdown of a page of the table of contents; it does not change while a server runs."""
    return (folder() / f"{page}.md").read_text(encoding="utf-8")


@cache
def pictures() -> frozenset[str]:
    """Name the pictures that stand among the pages, by their paths."""
    return frozenset(file.relative_to(folder()).as_posix() for file in folder().rglob("*.svg"))


def folder() -> Path:
    """Give the folder that holds the pages."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
