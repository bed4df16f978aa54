"""Collecting complaints: all of them, and only then a refusal."""

import pytest

from mockbooks.errors import RefusedError
from mockbooks.service.complaints import Complaints


def test_nothing_wrong_refuses_nothing() -> None:
    complaints = Complaints()
    complaints.refuse_any()
    assert not complaints


def test_all_complaints_are_told_in_the_order_in_which_they_were_found() -> None:
    complaints = Complaints()
    complaints.add("code_in_use", "/code", code="10001", debtor="deb_000001")
    complaints.add("required", "/name")
    with pytest.raises(RefusedError) as refused:
        complaints.refuse_any()
    assert [(told.code, told.pointer) for told in refused.value.complaints] == [
        ("code_in_use", "/code"),
        ("required", "/name"),
    ]
    assert refused.value.complaints[0].values == {"code": "10001", "debtor": "deb_000001"}
