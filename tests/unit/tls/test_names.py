"""The names that a certificate is asked to be for, and which of them it lacks."""

from ipaddress import ip_address

import pytest

from mockbooks.tls import TlsError
from mockbooks.tls.names import asked_names, lacking_names


def test_the_host_and_the_names_of_the_settings_are_asked_for_each_once() -> None:
    assert asked_names("Books.Test.", ["10.0.0.7", "books.test", "fe80::1%eth0"]) == (
        "books.test",
        ip_address("10.0.0.7"),
        ip_address("fe80::1"),
    )


def test_the_host_of_the_public_url_is_asked_for_too() -> None:
    assert asked_names("127.0.0.1", ["books.test"], "https://mock.example:8443") == (
        ip_address("127.0.0.1"),
        "mock.example",
        "books.test",
    )
    assert asked_names("127.0.0.1", [], "https://[2001:db8::7]") == (ip_address("127.0.0.1"), ip_address("2001:db8::7"))


def test_an_address_that_means_every_address_is_no_name() -> None:
    assert asked_names("0.0.0.0", ["::"]) == ()  # noqa: S104 - read, not listened on


def test_a_wildcard_stands_for_one_label() -> None:
    asked = ("shop.books.test", "eu.shop.books.test", "books.test", ip_address("10.0.0.7"))

    assert lacking_names(["*.books.test", ip_address("10.0.0.7")], asked) == ("eu.shop.books.test", "books.test")


def test_a_name_that_is_not_ascii_is_refused() -> None:
    with pytest.raises(TlsError) as refused:
        asked_names("127.0.0.1", ["boekhouding-privé.test"])

    assert str(refused.value) == (
        'the name "boekhouding-privé.test" cannot stand in a certificate; write it in ASCII, as DNS does (xn--…)'
    )
