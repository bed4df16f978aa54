"""The guide shows what audit and check find: `make golden` renews the page."""

import pytest

from tests.conformance.facing import facing
from tests.conformance.verdicts_page import written
from tests.docs.blocks import DOCS
from tests.golden.conftest import RENEWS

PAGE = DOCS / "reference" / "verdicts.md"


@pytest.mark.golden
def test_the_page_of_known_verdicts_says_what_is_found() -> None:
    with facing() as judge:
        text = written(judge)

    if RENEWS:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text, "docs/reference/verdicts.md differs: if that is meant, make golden"
