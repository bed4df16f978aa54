"""What a fault acts on: damage to a body needs one."""

import pytest

from tests.unit.faults.scenes import call, kind


@pytest.mark.parametrize("name", ["truncate", "malformed", "dribble", "empty"])
def test_what_damages_a_body_is_not_about_a_head_request_which_gets_none(name: str) -> None:
    assert kind(name).concerns(call("listDebtors"))
    assert not kind(name).concerns(call("listDebtors", is_head=True))


@pytest.mark.parametrize("name", ["dropConnection", "delay", "reshape"])
def test_others_are_about_any_call(name: str) -> None:
    assert kind(name).concerns(call("listDebtors", is_head=True))
