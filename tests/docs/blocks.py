"""Reads the fenced blocks of a page of Markdown: by their language, and as the files that a reader saves them to."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HOW_TO = DOCS / "how-to"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A block that begins so is a file, which the reader saves under that name.
_NAMED = re.compile(r"(?:<\?php\n)?(?:#|//) (\S+\.\w+)\n")


class Block(NamedTuple):
    """A fenced block: its language and its text."""

    language: str
    text: str

    @property
    def file_name(self) -> str | None:
        """The name of the file that the block is, in its first line."""
        named = _NAMED.match(self.text)
        return named[1] if named else None


def every_block(page: Path) -> list[Block]:
    """Give the blocks of a page in order."""
    return [Block(*found) for found in _FENCE.findall(page.read_text(encoding="utf-8"))]


def blocks(page: str, language: str) -> list[str]:
    """Give the blocks of a how-to page in one language, in order."""
    return [block.text for block in every_block(HOW_TO / page) if block.language == language]


def files_of(page: str, language: str) -> dict[str, str]:
    """Give the files among them by their names; what comes to a file later is added to it."""
    files: dict[str, str] = {}
    for block in every_block(HOW_TO / page):
        if block.language == language and block.file_name:
            files[block.file_name] = files.get(block.file_name, "") + block.text
    return files


def write_files(page: str, language: str, folder: Path) -> Path:
    """Write them to a folder, as the reader does."""
    for name, text in files_of(page, language).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
