"""The pages that are made from the tables: what is to be copied from them can be used as it stands."""

import re
import tomllib
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mockbooks.cli.reference import command_line_reference, settings_reference, vendor_file_reference
from mockbooks.cli.settings_page import settings_file
from mockbooks.settings import SETTINGS, Settings, load_settings
from mockbooks.web.reference.written.pieces import table

KEY = re.compile(r"^# (?=[a-z_]+ = )", re.MULTILINE)


def test_the_whole_file_with_its_keys_switched_on_says_what_holds_by_default(tmp_path: Path) -> None:
    text = KEY.sub("", settings_file())
    file = tmp_path / "mockbooks.toml"
    file.write_text(text, encoding="utf-8")

    assert list(tomllib.loads(text)) == [setting.name for setting in SETTINGS]
    assert load_settings({}, {}, file)[0] == Settings(log_requests=True)


def test_as_it_stands_the_whole_file_changes_nothing() -> None:
    assert tomllib.loads(settings_file()) == {}


def test_every_setting_has_a_line_with_all_its_names() -> None:
    page = settings_reference()

    assert (
        "| `--filed-quarter QUARTER` `MOCKBOOKS_FILED_QUARTERS` | `none` | A quarter whose VAT return is filed, as in "
        '2026-Q3: closed for bookings. Allowed: quarters such as "2026-Q1,2026-Q2", or "none". |\n'
    ) in page
    assert all(f" `{setting.variable}` | " in page for setting in SETTINGS)
    assert all(f"\n# {setting.name} = " in page for setting in SETTINGS)


@pytest.mark.parametrize(
    "page",
    [settings_reference(), command_line_reference(), vendor_file_reference()],
    ids=["settings", "command line", "vendor file"],
)
def test_a_page_is_plain_markdown_with_one_title_and_leaves_nothing_unexplained(page: str) -> None:
    tokens = MarkdownIt("commonmark").parse(page)

    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
    assert [token.content for token in tokens if "html" in token.type] == []
    assert not re.search(r"\|  \|$", page, re.MULTILINE)


def test_a_cell_stays_in_its_column() -> None:
    assert table(("flag", "means"), [("`NAME|FILE`", "one\nor the other")]) == (
        "| flag | means |\n| --- | --- |\n| `NAME\\|FILE` | one or the other |"
    )
