"""The reference pages of the guide are what is written from the tables: `make golden` renews them."""

from collections.abc import Callable
from typing import Final

import pytest

from mockbooks.cli.reference import command_line_reference, settings_reference, vendor_file_reference
from mockbooks.web.reference.written import WRITTEN
from tests.docs.blocks import DOCS
from tests.golden.conftest import RENEWS

PAGES: Final[dict[str, Callable[[], str]]] = {
    "reference/settings": settings_reference,
    "reference/command-line": command_line_reference,
    "reference/vendor-file": vendor_file_reference,
    **WRITTEN,
}

pytestmark = pytest.mark.golden


@pytest.mark.parametrize("page", PAGES)
def test_a_reference_page_says_what_the_tables_say(page: str) -> None:
    written, file = PAGES[page](), DOCS / f"{page}.md"
    if RENEWS:
        file.write_text(written, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == written, f"docs/{page}.md differs: if that is meant, run make golden"
