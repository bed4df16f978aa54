"""What a scenario file may name: the faults and expectations that there are."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from mockbooks.errors import Complaint
from mockbooks.expectations import EXPECTATIONS
from mockbooks.faults import FAULTS
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.fault import Fault
from mockbooks.texts import Text, cut


@cache
def faults() -> Mapping[str, Fault[Any]]:
    """Give the kinds of fault."""
    return {fault.name: fault for fault in FAULTS}


@cache
def expectations() -> Mapping[str, Expectation[Any]]:
    """Give the kinds of expectation."""
    return {expectation.name: expectation for expectation in EXPECTATIONS}


def unknown_kind(kind: Text, name: str, allowed: tuple[str | Text, ...], *, beside: tuple[str, ...] = ()) -> Complaint:
    """Complain of a name that is none of these, with the nearest one, or one of what may stand beside them."""
    near = get_close_matches(cut(name), [each for each in (*allowed, *beside) if isinstance(each, str)], n=1)
    values = {"kind": kind, "name": cut(name), "allowed": allowed, "suggestion": near[0] if near else None}
    return Complaint("unknown_kind", values=values)
