"""The guard of the control API: what a browser may have been made to send is refused, all else passes."""

import pytest

from mockbooks.errors import RefusedError
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.guard import Guard


def call(host: str = "127.0.0.1:8080", base_url: str = "", **headers: str) -> Exchange:
    return Exchange(
        method="POST",
        path="/_mockbooks/administrations",
        host=host,
        base_url=base_url or f"http://{host}",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def refusal(guard: Guard, exchange: Exchange) -> tuple[str, str | None]:
    with pytest.raises(RefusedError) as refused:
        guard.judge(exchange)
    (complaint,) = refused.value.complaints
    return complaint.code, complaint.parameter


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:8080",
        "127.0.0.1",
        "192.168.1.20:8080",
        "[::1]:8080",
        "[2001:db8::1]",
        "localhost:8080",
        "LOCALHOST",
        "localhost.",
        "books.localhost:8080",
        "mockbooks",
        "mock_books:8080",
        "host.docker.internal:8080",
        "mockbooks.default.svc.cluster.local",
        "laptop.local:8080",
        "mockbooks.test",
        "mockbooks.example",
    ],
)
def test_a_local_name_or_an_ip_address_passes(host: str) -> None:
    Guard(()).judge(call(host))


@pytest.mark.parametrize(
    "host",
    [
        "books.example.com",
        "evil.com:8080",
        "127.0.0.1.evil.com",
        "127.0.0.1.nip.io:8080",
        "localhost.evil.com",
        "evil-localhost.com",
        "xn--lcalhost-54a.com",
        "[::1].evil.com",
        "[::1",
        "[2]",
        "[1.2]:8080",
        ":8080",
        "",
    ],
)
def test_a_name_on_the_public_internet_is_refused(host: str) -> None:
    assert refusal(Guard(()), call(host)) == ("host_not_allowed", "Host")


def test_a_name_that_was_set_passes_whatever_the_port_and_no_other_does() -> None:
    guard = Guard(("Books.Example.com", "10.0.0.7"))
    guard.judge(call("books.example.com:8080"))
    guard.judge(call("BOOKS.example.com."))
    assert refusal(guard, call("other.example.com")) == ("host_not_allowed", "Host")
    assert refusal(guard, call("a.books.example.com")) == ("host_not_allowed", "Host")


def test_the_public_url_is_a_name_of_the_server() -> None:
    Guard((), "https://books.example.com:8443").judge(call("books.example.com:8443"))


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_own_pages_and_the_address_bar_pass(site: str) -> None:
    Guard(()).judge(call(origin="http://127.0.0.1:8080", sec_fetch_site=site))


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
def test_a_page_of_another_site_is_refused_by_what_the_browser_says_of_it(site: str) -> None:
    assert refusal(Guard(()), call(sec_fetch_site=site)) == ("cross_site_call", "Sec-Fetch-Site")


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example.com",
        "http://127.0.0.1:3000",
        "https://127.0.0.1:8080",
        "http://localhost:8080",
        "http://127.0.0.1:8080, https://evil.example.com",
        "null",
        "",
    ],
)
def test_another_origin_is_refused(origin: str) -> None:
    assert refusal(Guard(()), call(origin=origin)) == ("cross_site_call", "Origin")


def test_behind_a_proxy_the_origin_of_the_public_url_is_the_own_one_and_so_is_the_address_itself() -> None:
    guard = Guard((), "https://books.example.com/mock")
    guard.judge(call("mockbooks:8080", "https://books.example.com/mock", origin="https://books.example.com"))
    guard.judge(call("mockbooks:8080", "https://books.example.com/mock", origin="http://mockbooks:8080"))
    elsewhere = call("mockbooks:8080", "https://books.example.com/mock", origin="https://shop.example.com")
    assert refusal(guard, elsewhere) == ("cross_site_call", "Origin")
