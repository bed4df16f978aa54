"""The names of injections: each has one of its own, by which the verdict and the expectations of a scenario know it."""

from dataclasses import replace
from typing import Any, Final

from mockbooks.errors import Complaint
from mockbooks.expectations import calls
from mockbooks.scenarios.kinds import unknown_kind
from mockbooks.scenarios.model import Expected, Injection
from mockbooks.service.fields import shown
from mockbooks.texts import Text

_INJECTION: Final = Text("injection", "injectie")
_NONE: Final = Text("none", "geen")


def named(injections: tuple[Injection, ...]) -> tuple[Injection, ...]:
    """Give those without a name a number."""
    return tuple(replace(each, name=each.name or f"injection {number}") for number, each in enumerate(injections, 1))


def wrong_names(injections: tuple[Injection, ...], expect: tuple[Expected, ...]) -> dict[str, Any]:
    """Give complaints, by their places in the file, of names that stand twice and of those that no injection has."""
    found = {"injections": _twice(injections), "expect": _unknown(injections, expect)}
    return {key: complaints for key, complaints in found.items() if complaints}


def _twice(injections: tuple[Injection, ...]) -> dict[int, Any]:
    first = {each.name: position for position, each in reversed(list(enumerate(injections)))}
    return {
        position: {"name": [Complaint("stands_twice", values={"came": shown(each.name)})]}
        for position, each in enumerate(injections)
        if first[each.name] != position
    }


def _unknown(injections: tuple[Injection, ...], expect: tuple[Expected, ...]) -> dict[int, Any]:
    """Complain of calls that are expected under an injection that the file does not have: no call could be one."""
    names = tuple(each.name for each in injections)
    meant = {at: each.settings["injection"] for at, each in enumerate(expect) if each.kind is calls.EXPECTATION}
    return {
        at: {calls.EXPECTATION.name: {"injection": [unknown_kind(_INJECTION, name, names or (_NONE,))]}}
        for at, name in meant.items()
        if name is not None and name not in names
    }
