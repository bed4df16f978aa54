"""The quick test of e-mail addresses lets nothing through that the validator itself would refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import validate

from mockbooks.resources.debtor_fields import USUAL_EMAIL


@given(st.from_regex(USUAL_EMAIL, fullmatch=True))
def test_what_looks_usual_is_an_address(address: str) -> None:
    assert validate.Email()(address) == address


@pytest.mark.parametrize("address", ["a@b", "a..b@c.nl", ".a@b.nl", "a@b.nl\n", "a b@c.nl", f"a@{'b' * 64}.nl"])
def test_what_is_no_address_does_not_look_usual(address: str) -> None:
    assert USUAL_EMAIL.fullmatch(address) is None
