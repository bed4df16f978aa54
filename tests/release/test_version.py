"""The version stands in one place, and whoever else names one names the same."""

import re
from pathlib import Path

from mockbooks import __version__

ROOT = Path(__file__).parents[2]


def test_it_is_a_version_as_semantic_versioning_has_it() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+(-[0-9a-z.]+)?", __version__)


def test_the_changelog_ends_with_it_once_there_was_a_release() -> None:
    released = re.findall(r"^## (\S+)", ROOT.joinpath("CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert released[:1] in ([], [__version__])


def test_the_recipes_pin_it() -> None:
    recipes = "".join(page.read_text(encoding="utf-8") for page in ROOT.joinpath("docs/how-to").glob("*-*.md"))
    pinned = re.findall(r"(?:ref: v|--branch v|@v|mockbooks:)(\d+\.\d+\.\d+)", recipes)
    assert set(pinned) == {__version__}
