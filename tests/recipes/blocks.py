"""Reads the blocks of a page of the guide."""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs/how-to"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class File(NamedTuple):
    """A block that is a file, named in its first line."""

    page: str
    name: str
    text: str

    @property
    def content(self) -> object:
        return yaml.safe_load(self.text)


def blocks(page: str, language: str) -> list[str]:
    """Give the blocks of a page in one language, in order."""
    found = _FENCE.findall(HOW_TO.joinpath(page).read_text(encoding="utf-8"))
    return [text for name, text in found if name == language]


def files(page: str) -> list[File]:
    """Give the YAML files of a page, in order."""
    named = [(text.partition("\n")[0], text) for text in blocks(page, "yaml")]
    return [File(page, name.removeprefix("# "), text) for name, text in named]
