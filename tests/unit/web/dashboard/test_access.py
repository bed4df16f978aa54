"""Signing in: a cookie that tells nothing, and is worth nothing elsewhere."""

import pytest

from mockbooks.traffic.exchange import Exchange
from mockbooks.web.dashboard.access import Access

TOKEN = "controle-7f3a"


def visit(host: str = "127.0.0.1:8080", **headers: str) -> Exchange:
    return Exchange(method="GET", path="/", host=host, base_url=f"http://{host}", headers=headers)


def cookie_of(access: Access, exchange: Exchange) -> str:
    return access.admission(exchange)[1].partition(";")[0]


def test_without_a_token_everybody_is_let_in() -> None:
    assert Access(None).allows(visit())
    assert not Access(None).is_guarded
    assert not Access(None).is_token("")


def test_whoever_has_signed_in_is_let_in() -> None:
    access = Access(TOKEN)
    assert not access.allows(visit())
    assert access.allows(visit(cookie=f"taal=nl; {cookie_of(access, visit())}"))


@pytest.mark.parametrize(
    "other", ['prefs={"theme":"dark"}', "foo", "x[y]=1", "a=b c", "é=é", "mockbooks_control_80800=x", "=", ""]
)
def test_cookies_of_other_programs_on_this_host_are_in_nobodys_way(other: str) -> None:
    access = Access(TOKEN)
    own = cookie_of(access, visit())
    assert access.allows(visit(cookie=f"{other}; {own}"))
    assert access.allows(visit(cookie=f"{own}; {other}"))


def test_every_port_of_a_host_has_a_cookie_of_its_own() -> None:
    access = Access(TOKEN)
    other = visit("127.0.0.1:8081", cookie=cookie_of(access, visit()))
    assert not access.allows(other)
    assert cookie_of(access, visit("[::1]:8080")).startswith("mockbooks_control_8080=")
    assert cookie_of(access, visit("books.test")).startswith("mockbooks_control=")


def test_another_server_with_the_same_token_takes_no_cookie_of_this_one() -> None:
    assert not Access(TOKEN).allows(visit(cookie=cookie_of(Access(TOKEN), visit())))


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "mockbooks_control_8080="},
        {"cookie": "mockbooks_control_8080=é"},
        {"cookie": ";;=\x00\x7f"},
        {"cookie": f"mockbooks_control_8080={TOKEN}"},
        {"authorization": f"Basic {TOKEN}"},
        {"authorization": "Bearer"},
        {"authorization": "Bearer é\ud800"},
    ],
)
def test_whatever_else_comes_lets_nobody_in(headers: dict[str, str]) -> None:
    assert not Access(TOKEN).allows(visit(**headers))


def test_signing_out_takes_the_cookie_back() -> None:
    assert Access(TOKEN).farewell(visit())[1] == (
        "mockbooks_control_8080=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict"
    )
