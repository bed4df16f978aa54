"""The guide as a folder of files: whole, self-contained, and readable from the disk."""

import re
from pathlib import Path

import pytest

from mockbooks.web.guide.contents import PAGES
from mockbooks.web.guide.export import export


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    export(folder)
    return folder


def missing(site: Path, page: str) -> list[str]:
    file = site / f"{page}.html"
    addresses = re.findall(r'(?:src|href|data-passages)="([^"#]+)', file.read_text(encoding="utf-8"))
    return [address for address in addresses if ":" not in address and not (file.parent / address).is_file()]


@pytest.mark.parametrize("page", PAGES)
def test_every_address_of_a_page_is_relative_and_leads_to_a_file(site: Path, page: str) -> None:
    assert missing(site, page) == []
    assert re.findall(r'(?:src|href)="/', (site / f"{page}.html").read_text(encoding="utf-8")) == []


def test_links_to_the_server_lead_to_one_that_runs_beside_it(site: Path) -> None:
    page = (site / "reference" / "library.html").read_text(encoding="utf-8")
    assert 'href="http://127.0.0.1:8080/docs/scenarios#library"' in page


def test_a_picture_stands_beside_its_page(site: Path) -> None:
    page = (site / "explanation" / "how-it-was-attacked.html").read_text(encoding="utf-8")

    assert '<img src="soak.svg"' in page
    assert (site / "explanation" / "soak.svg").read_bytes().startswith(b"<svg")


def test_the_search_leads_to_files(site: Path) -> None:
    script = (site / "assets" / "guide-search.js").read_text(encoding="utf-8")
    assert '["how-to/control-time.html#let-a-token-die","Control time","Let a token die"' in script
