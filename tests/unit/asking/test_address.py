"""How a URL is read that a person wrote."""

import pytest

from mockbooks.asking.address import UrlError, server_of


@pytest.mark.parametrize(
    ("named", "server", "prefix"),
    [
        ("http://127.0.0.1:8080/api/v1/", "http://127.0.0.1:8080", "/api/v1"),
        ("https://books.test/mock/_mockbooks", "https://books.test/mock", "/_mockbooks"),
        ("HTTP://books.test", "http://books.test", ""),
        ("http://books.test/?lang=nl", "http://books.test", ""),
        ("http://books.test/_mockbooks/?lang=nl", "http://books.test", "/_mockbooks"),
        ("http://books.test/@mock", "http://books.test/@mock", ""),
    ],
)
def test_the_url_of_an_interface_is_taken_for_its_server(named: str, server: str, prefix: str) -> None:
    assert server_of(named) == (server, prefix)


@pytest.mark.parametrize("url", ["127.0.0.1:8080", "ftp://books.test", "http://", "http://books.test:many", "http://["])
def test_what_is_no_url_is_refused_with_one_that_is(url: str) -> None:
    with pytest.raises(UrlError) as refused:
        server_of(url)
    assert str(refused.value) == f"{url} is no URL of a server: write one such as http://127.0.0.1:8080"


@pytest.mark.parametrize(
    "url",
    ["http://piet:geheim@books.test", "https://geheim@books.test:many/api/v1", "piet:geheim@books.test", "//geheim@"],
)
def test_a_user_or_a_password_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(UrlError, match="holds a user or a password") as refused:
        server_of(url)
    assert "geheim" not in str(refused.value)
