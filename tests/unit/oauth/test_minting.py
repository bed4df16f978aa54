"""Ids, secrets and tokens: recognisable, never the same twice, and foreseeable for whoever knows the random seed."""

import re

from mockbooks.oauth.minting import Mint


def test_tokens_say_what_they_are_and_need_no_encoding() -> None:
    mint = Mint(42)

    assert re.fullmatch(r"mb_at_[A-Za-z0-9]{32}", mint.token("mb_at"))
    assert re.fullmatch(r"mb_rt_[A-Za-z0-9]{32}", mint.token("mb_rt"))
    assert re.fullmatch(r"mb_ac_[A-Za-z0-9]{32}", mint.token("mb_ac"))
    assert re.fullmatch(r"[A-Za-z0-9]{32}", mint.text("secret"))


def test_the_same_seed_gives_the_same_series_and_another_seed_another() -> None:
    first, second, other = Mint(42), Mint(42), Mint(43)

    assert [first.text("client"), first.text("client")] == [second.text("client"), second.text("client")]
    assert other.text("client") != Mint(42).text("client")


def test_every_series_goes_its_own_way() -> None:
    mixed, plain = Mint(42), Mint(42)
    mixed.token("mb_rt")
    mixed.text("secret")

    assert mixed.token("mb_at") == plain.token("mb_at")


def test_nothing_comes_twice() -> None:
    mint = Mint(42)

    assert len({mint.text("client") for _ in range(10_000)} | {mint.text("secret") for _ in range(10_000)}) == 20_000
