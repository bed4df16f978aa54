"""The parameters of an authorization request: read for us, and kept for those who get them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.oauth.parameters import read_parameters


def test_values_are_read_as_forms_encode_them() -> None:
    parameters = read_parameters(b"scope=debtors%3Aread+products:read&naam=Caf%C3%A9")

    assert parameters.value("scope") == "debtors:read products:read"
    assert parameters.value("naam") == "Café"
    assert parameters.value("state") is None


def test_values_are_kept_as_they_were_written() -> None:
    assert read_parameters(b"%73tate=a%2fb+c=&x").as_written("state") == "a%2fb+c="


def test_what_cannot_stand_in_a_url_is_encoded() -> None:
    assert read_parameters(b'state=a "b"\n\xff#<>').as_written("state") == "a%20%22b%22%0A%FF%23%3C%3E"


def test_a_parameter_without_a_value_is_not_there() -> None:
    parameters = read_parameters(b"state=&scope&&=x")

    assert parameters.value("state") is None
    assert list(parameters) == [""]


def test_a_repeated_parameter_is_named_with_how_often_it_came() -> None:
    parameters = read_parameters(b"state=a&scope=b&state=a&state=&sc%6Fpe=c&nonce=1&nonce=2")

    assert parameters.repeated(["scope", "state", "client_id"]) == (("scope", 2), ("state", 2))


def test_parameters_can_be_left_out_and_joined() -> None:
    parameters = read_parameters(b"a=1&lang=nl&b=%2f") + read_parameters(b"l%61ng=en&c")

    assert parameters.without("lang").query() == "a=1&b=%2f&c="


def test_bytes_that_are_not_utf_8_fit_nothing() -> None:
    assert read_parameters(b"client_id=\xffmockbooks-demo").value("client_id") == "�mockbooks-demo"


@given(st.binary())
def test_anything_can_be_read_and_written_again(encoded: bytes) -> None:
    written = read_parameters(encoded).query()

    assert written.isascii()
    assert written.isprintable()
    assert read_parameters(written.encode()).query() == written


@pytest.mark.parametrize("text", ["xyz", "a&b=c", "€ 12,50", "100%", "+", "\r\n"])
def test_what_a_browser_encodes_comes_back(text: str) -> None:
    encoded = "".join(f"%{byte:02X}" for byte in text.encode())

    assert read_parameters(f"state={encoded}".encode()).value("state") == text
