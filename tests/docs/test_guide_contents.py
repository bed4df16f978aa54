"""The guide hangs together: its contents are the files in docs/, and every link of a page leads somewhere."""

import re
from collections.abc import Iterator

import httpx
import pytest

from mockbooks.web.guide.contents import PAGES, url_of
from mockbooks.web.guide.headings import name_headings
from mockbooks.web.guide.links import BrokenLinkError, InFolder, OnServer, address_of, picture_of, target_of
from mockbooks.web.guide.markdown import title_of, tokens_of
from mockbooks.web.guide.sources import source_of
from mockbooks.web.near_urls import nearest
from mockbooks.web.printed_address import PRINTED_ADDRESS
from tests.docs.blocks import DOCS, ROOT
from tests.docs.conftest import Fresh

LINK = re.compile(r"\]\(([^)\s]+)\)|<(https?://[^>]+)>")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE_OR_ADDRESS = re.compile(r"`[^`]*`|<https?://[^>]*>")
RAW_HTML = re.compile(r"^<|[^`<]</?[a-z]+[ >]", re.MULTILINE)


def links_of(page: str) -> list[str]:
    text = PICTURE.sub("", BLOCK.sub("", source_of(page)))
    return [link or address for link, address in LINK.findall(text)]


def prose_of(page: str) -> str:
    """Give the text of a page without its code and addresses."""
    return CODE_OR_ADDRESS.sub("", BLOCK.sub("", source_of(page)))


def unanswered(reader: httpx.Client, links: list[str]) -> Iterator[str]:
    """Give those of the links to the server that are not answered, or whose anchor is not there."""
    for path, _, fragment in (
        link.removeprefix(PRINTED_ADDRESS).partition("#") for link in links if PRINTED_ADDRESS in link
    ):
        answer = reader.get(f"http://127.0.0.1{path}", headers={"Accept": "text/html, */*"})
        if answer.status_code != 200 or (fragment and f'id="{fragment}"' not in answer.text):
            yield f"{path}#{fragment}"


def anchors_of(page: str) -> set[str]:
    return {heading.anchor for heading in name_headings(tokens_of(page))}


def test_the_contents_are_the_files() -> None:
    files = {str(path.relative_to(DOCS).with_suffix("")) for path in DOCS.rglob("*.md")}
    assert sorted(PAGES) == sorted(files)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_title_and_has_no_other(page: str) -> None:
    title, *others = name_headings(tokens_of(page))
    assert (title.level, title.text) == (1, title_of(page))
    assert 1 not in {heading.level for heading in others}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_between_pages_leads_to_a_heading_that_is_there(page: str) -> None:
    targets = [target for link in links_of(page) if (target := target_of(link, page))]
    assert [(to, fragment) for to, fragment in targets if fragment and fragment not in anchors_of(to)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_the_server_is_answered_and_its_anchor_is_there(fresh: Fresh, page: str) -> None:
    assert list(unanswered(fresh(), links_of(page))) == []


def test_the_links_of_the_readme_lead_to_files() -> None:
    links = LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    files = [link.partition("#")[0] for link, _ in links if link and ":" not in link]
    assert [file for file in files if file and not (ROOT / file).is_file()] == []
    assert len(files) > 5


def test_a_link_to_a_file_that_is_no_page_is_refused() -> None:
    with pytest.raises(BrokenLinkError, match=r"docs/how-to/use-in-ci\.md: \.\./\.\./README\.md leads to no page"):
        target_of("../../README.md", "how-to/use-in-ci")


@pytest.mark.parametrize(
    ("link", "on_server", "in_folder"),
    [
        ("../fidelity.md", "/docs/guide/fidelity", "../fidelity.html"),
        ("control-time.md", "/docs/guide/how-to/control-time", "control-time.html"),
        ("../index.md", "/docs/guide", "../index.html"),
        ("../reference/faults.md#delay", "/docs/guide/reference/faults#delay", "../reference/faults.html#delay"),
        ("#why-it-is-red", "#why-it-is-red", "#why-it-is-red"),
        ("http://127.0.0.1:8080/docs/errors", "/docs/errors", "http://127.0.0.1:8080/docs/errors"),
        ("http://127.0.0.1:8080", "/", "http://127.0.0.1:8080"),
        ("https://www.rfc-editor.org/rfc/rfc9457", *["https://www.rfc-editor.org/rfc/rfc9457"] * 2),
    ],
)
def test_a_link_becomes_what_its_reader_can_follow(link: str, on_server: str, in_folder: str) -> None:
    page = "how-to/read-a-verdict"
    assert address_of(link, page, OnServer()) == on_server
    assert address_of(link, page, InFolder(page)) == in_folder


def test_a_picture_becomes_what_its_reader_can_see() -> None:
    page = "explanation/how-it-was-attacked"
    assert picture_of("soak.svg", page, OnServer()) == "/docs/guide/explanation/soak.svg"
    assert picture_of("soak.svg", page, InFolder(page)) == "soak.svg"
    assert (
        picture_of("../explanation/soak.svg", "how-to/docker", InFolder("how-to/docker")) == "../explanation/soak.svg"
    )


def test_a_picture_that_is_not_there_is_refused() -> None:
    with pytest.raises(BrokenLinkError, match=r"docs/tutorial\.md: soak\.svg is no picture of the guide"):
        picture_of("soak.svg", "tutorial", OnServer())


def test_a_page_that_is_nearly_one_of_the_guide_is_told_which() -> None:
    assert nearest("/docs/guide/tutorials") == url_of("tutorial")
    assert nearest("/docs/how-to/control-time") == url_of("how-to/control-time")


def test_no_page_holds_raw_html() -> None:
    assert [page for page in PAGES if RAW_HTML.search(prose_of(page))] == []
