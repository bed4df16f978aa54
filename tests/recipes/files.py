"""The YAML files that the recipes of the guide are."""

from typing import NamedTuple

import yaml

from tests.docs.blocks import blocks


class File(NamedTuple):
    """A block that is a file, named in its first line."""

    page: str
    name: str
    text: str

    @property
    def content(self) -> object:
        return yaml.safe_load(self.text)


def files(page: str) -> list[File]:
    """Give the YAML files of a page, in order."""
    named = [(text.partition("\n")[0], text) for text in blocks(page, "yaml")]
    return [File(page, name.removeprefix("# "), text) for name, text in named]
