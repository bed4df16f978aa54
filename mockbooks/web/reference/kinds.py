"""Faults, expectations and deeds of the bookkeeper as the page shows them, each with an example that can be used."""

from collections.abc import Mapping
from typing import Any, Final

from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.deed import Deed
from mockbooks.expectations import EXPECTATIONS
from mockbooks.faults import FAULTS
from mockbooks.frozen import dataclass
from mockbooks.scenarios.writing import written_block
from mockbooks.service.fields import Strict
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.fault import NEEDS_SETTINGS, Fault
from mockbooks.stage.settings import NoSettings
from mockbooks.traffic.injection import Phase
from mockbooks.web.reference.values import Value, values_of, words_of

_BOOKING: Final = "createTransaction"
# Where a booking is not what a fault is about.
_OPERATIONS: Final[Mapping[str, str]] = {
    "staleReads": "listDebtors",
    "looseSearch": "listDebtors",
    "driftPages": "listDebtors",
    "rejectRefresh": "issueToken",
    "loseRefreshReply": "issueToken",
}

# Where another phase than the default is what a fault is mostly for.
_PHASES: Final[Mapping[str, Phase]] = {"dropConnection": "after"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind: what stands behind its name (`takes`, None where nothing does), and `example`, a piece of a scenario.

    `phases` are those of a fault, the default first; `bare` says that the name may stand alone, `counts` that an
    expectation takes exactly, atLeast and atMost.
    """

    name: str
    anchor: str
    summary: str
    takes: str | None
    values: tuple[Value, ...]
    words: tuple[str, ...]
    example: str
    phases: tuple[Phase, ...] = ()
    bare: bool = False
    counts: bool = False


def faults() -> tuple[Kind, ...]:
    """Give the faults in the order of their table."""
    return tuple(_fault(fault) for fault in FAULTS)


def expectations() -> tuple[Kind, ...]:
    """Give the expectations in the order of their table."""
    return tuple(_expectation(kind) for kind in EXPECTATIONS)


def deeds() -> tuple[Kind, ...]:
    """Give the deeds of the bookkeeper in the order of their table."""
    return tuple(_deed(deed) for deed in DEEDS)


def _fault(fault: Fault[Any]) -> Kind:
    is_bare = isinstance(fault.settings, NoSettings)
    named: object = fault.name if is_bare else {fault.name: _example_of(fault.settings)}
    injection: dict[str, object] = {
        "match": {"operation": _OPERATIONS.get(fault.name, _BOOKING)},
        "calls": "first",
        **({"phase": _PHASES[fault.name]} if fault.name in _PHASES else {}),
        "fault": named,
    }
    return Kind(
        name=fault.name,
        anchor=f"fault-{fault.name}",
        summary=fault.summary,
        takes=None if is_bare else _description_of(fault.settings),
        values=values_of(fault.settings) if fault.name != "bookkeeper" else (),
        words=words_of(fault.settings),
        example=written_block({"injections": [injection]}),
        phases=fault.phases,
        bare=fault.bare is not NEEDS_SETTINGS,
    )


def _expectation(kind: Expectation[Any]) -> Kind:
    settings = kind.settings
    return Kind(
        name=kind.name,
        anchor=f"expectation-{kind.name}",
        summary=kind.summary,
        takes=None if settings is None else _description_of(settings),
        values=() if settings is None else values_of(settings),
        words=(),
        example=written_block({"expect": [_expected(kind)]}),
        bare=settings is None or kind.bare is not NEEDS_SETTINGS,
        counts=kind.counts,
    )


def _expected(kind: Expectation[Any]) -> object:
    if kind.settings is None:
        return kind.name
    settings = _example_of(kind.settings)
    return {kind.name: settings, **({"exactly": 1} if kind.counts else {})}


def _deed(deed: Deed[Any]) -> Kind:
    done = {deed.name: _example_of(deed.field)}
    return Kind(
        name=deed.name,
        anchor=f"deed-{deed.name}",
        summary=deed.summary,
        takes=_description_of(deed.field),
        values=values_of(deed.field),
        words=(),
        example=written_block({"timeline": [{"at": "+3d", "bookkeeper": done}]}),
    )


def _example_of(field: Strict) -> object:
    return field.metadata["examples"][0]


def _description_of(field: Strict) -> str:
    return str(field.metadata["description"])
