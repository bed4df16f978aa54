"""Pages: how many there are, and the links between them (RFC 8288)."""

from urllib.parse import urlencode

import pytest

from mockbooks.service.paging import Page

URL = "http://books.example/api/v1/debtors"


def page(number: int, total_items: int) -> Page:
    return Page(number=number, size=50, total_items=total_items)


@pytest.mark.parametrize(("items", "pages"), [(0, 0), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_the_last_page_may_be_partly_filled(items: int, pages: int) -> None:
    assert page(1, items).total_pages == pages


def test_a_page_is_written_as_json() -> None:
    assert page(2, 123).json() == b'{"number":2,"size":50,"totalItems":123,"totalPages":3}'


def test_links_keep_the_query_and_escape_it() -> None:
    assert page(1, 1).links(URL, {"name": "é&>", "page": "1"}) == (
        f'<{URL}?name=%C3%A9%26%3E&page=1>; rel="first", <{URL}?name=%C3%A9%26%3E&page=1>; rel="last"'
    )


@pytest.mark.parametrize("text", ["", "inkoop@korenaar.example", "a b+c", "é€😀", "100%&/=?#", "~._-", "\x00\n"])
def test_a_text_in_a_link_is_written_as_forms_write_it(text: str) -> None:
    assert f"{URL}?{urlencode({'name': text})}&page=1" in page(1, 1).links(URL, {"name": text})


def test_a_page_past_the_end_links_back_to_the_last() -> None:
    assert f'<{URL}?page=3>; rel="prev"' in page(9, 123).links(URL, {})
