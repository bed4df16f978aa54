"""A kind of misbehaviour: its name in scenario files, what stands behind it, in which phases it acts, and how."""

from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.service.fields import Strict
from mockbooks.stage.scene import Scene
from mockbooks.traffic.decision import Wait
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.injection import Phase

V = TypeVar("V")
Outcome = Answer | Wait | None
ENTERING: Final[tuple[Phase, ...]] = ("before", "gate")
EVERYWHERE: Final[tuple[Phase, ...]] = ("before", "gate", "after")
DEPARTING: Final[tuple[Phase, ...]] = ("after",)
NEEDS_SETTINGS: Final = object()
"""Stands in for `bare` where a fault cannot do without settings."""
_OK, _REDIRECTION = 200, 300


def took_place(_settings: Any, answer: Answer, _exchange: Exchange) -> bool:  # noqa: ANN401 - of any kind
    """Tell whether the action succeeded: one that was refused does not use up `calls: first`."""
    return _OK <= answer.status < _REDIRECTION


def every_call(_exchange: Exchange) -> bool:
    """Tell that a kind acts on any call."""
    return True


def wants_list(exchange: Exchange) -> bool:
    """Tell whether a call asks for a list."""
    return exchange.operation is not None and exchange.operation.operation_id.startswith("list")


def wants_body(exchange: Exchange) -> bool:
    """Tell whether the answer to a call has a body at all: that to a HEAD never has (RFC 9110, section 9.3.2)."""
    return not exchange.is_head


@dataclass(frozen=True, kw_only=True)
class Fault(Generic[V]):
    """One kind of fault.

    `settings` reads what a scenario file says behind the name; `bare` is its value when the name stands alone or with
    `{}`. The first of `phases` is the default. `act` gives an answer (in phase `after` it takes the place of the one of
    the action), a time to wait, or None. `takes` tells in phase `after` whether the answer to a call is one to act on,
    `concerns` in any phase whether a call is one that this kind acts on at all: others count for no injection.
    `once_for` names what it acts on once only for each injection, such as a page of a list.
    """

    name: str
    summary: str
    settings: Strict
    phases: tuple[Phase, ...]
    act: Callable[[Scene, V], Outcome]
    bare: V | object = NEEDS_SETTINGS
    takes: Callable[[V, Answer, Exchange], bool] = took_place
    concerns: Callable[[Exchange], bool] = every_call
    once_for: Callable[[Exchange], Hashable] | None = None
