"""Reads the guides as somebody does who follows them: blocks that name a file are written to it."""

import re
from pathlib import Path

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"(?:<\?php\n)?(?:#|//) (\S+\.\w+)\n")


def blocks_of(page: str, language: str) -> list[str]:
    """Give the blocks of a page in one language, in order."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return [block for name, block in _BLOCK.findall(text) if name == language]


def files_of(page: str, language: str) -> dict[str, str]:
    """Give the blocks that begin with the name of a file, by that name; what comes to a file later is added to it."""
    files: dict[str, str] = {}
    for block in blocks_of(page, language):
        if named := _NAMED.match(block):
            files[named[1]] = files.get(named[1], "") + block
    return files


def write_files(page: str, language: str, folder: Path) -> Path:
    """Write them to a folder, as the reader does."""
    for name, text in files_of(page, language).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def pattern_of(shown: str) -> re.Pattern[str]:
    """Make a pattern of an output as a page shows it: an ellipsis stands for anything."""
    return re.compile(".*?".join(map(re.escape, shown.rstrip().split("…"))), re.DOTALL)
