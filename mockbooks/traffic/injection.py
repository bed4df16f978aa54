"""Where the injections of a scenario sit on the road of a request: three phases, each a step."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from mockbooks.frozen import dataclass
from mockbooks.traffic.exchange import Answer, Exchange

if TYPE_CHECKING:
    from mockbooks.traffic.decision import Decision, Departure
    from mockbooks.traffic.request_log import Entry

Phase = Literal["gate", "before", "after"]
PhaseIn = Literal["gate", "before"]


class Injector(Protocol):
    """The active scenario of one administration, as the traffic meets it."""

    def enter(self, phase: PhaseIn, exchange: Exchange) -> "Decision":
        """Let what is due in this phase act on a request."""

    def leave(self, exchange: Exchange, answer: Answer) -> "Departure":
        """Let what is due in phase `after` act on the answer of an action."""

    def see(self, entry: "Entry") -> None:
        """Take note of an exchange, for the verdict."""

    def catch_up(self, now: datetime) -> None:
        """Have everything of the timeline happen that has fallen due by now."""


@dataclass(frozen=True, slots=True)
class InjectionIn:
    """Lets the active scenario act on the way in; where there is none, every call passes."""

    phase: PhaseIn

    def enter(self, exchange: Exchange) -> "Decision":
        """Act at the gate or before the action."""
        concerned = exchange.concerned
        if concerned is None or concerned.injector is None:
            return None
        return concerned.injector.enter(self.phase, exchange)


class InjectionOut:
    """Lets the active scenario act on the way out, after the action; where there is none, every answer passes."""

    def leave(self, exchange: Exchange, answer: Answer) -> "Departure":
        """Act after the action."""
        concerned = exchange.concerned
        if concerned is None or concerned.injector is None:
            return answer
        return concerned.injector.leave(exchange, answer)
