"""Entities as JSON bytes: camelCase keys, decimals as texts, dates in ISO form."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from mockbooks.service.rendering import render


@dataclass(frozen=True)
class Part:
    unit_price: Decimal
    note: str | None


@dataclass(frozen=True)
class Whole:
    sold_on: date
    parts: tuple[Part, ...]
    hidden: int = field(default=0, metadata={"internal": True})


def test_an_entity_is_written_with_all_that_it_holds_but_what_is_internal() -> None:
    whole = Whole(sold_on=date(2026, 11, 23), parts=(Part(Decimal("121.00"), "Zoë"), Part(Decimal("1E+2"), None)))
    assert render(whole).decode() == (
        '{"soldOn":"2026-11-23","parts":[{"unitPrice":"121.00","note":"Zoë"},{"unitPrice":"100","note":null}]}'
    )


def test_what_has_no_json_form_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="not JSON serializable"):
        render({1, 2})
