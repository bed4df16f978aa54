"""The pages of the reference that are made from tables: they stand in docs/, as the tables say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mockbooks.cli.reference import command_line_reference, settings_reference
from tests.golden.conftest import RENEWS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"

pytestmark = pytest.mark.golden


@pytest.mark.parametrize(
    ("name", "write"), [("settings.md", settings_reference), ("command-line.md", command_line_reference)]
)
def test_a_page_is_what_its_table_says(name: str, write: Callable[[], str]) -> None:
    file = REFERENCE / name
    text = write()
    if RENEWS:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8"), f"{name} has changed: if that is meant, run make golden"
