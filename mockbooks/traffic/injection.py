"""Where the injections of a scenario sit on the road of a request: three phases, each a step."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from mockbooks.traffic.exchange import Answer, Exchange

if TYPE_CHECKING:
    from mockbooks.traffic.decision import Decision, Departure
    from mockbooks.traffic.request_log import Entry

Phase = Literal["gate", "before", "after"]


class Injector(Protocol):
    """The active scenario of one administration, as the traffic meets it."""

    def enter(self, phase: Literal["gate", "before"], exchange: Exchange) -> "Decision":
        """Let what is due in this phase act on a request."""

    def leave(self, exchange: Exchange, answer: Answer) -> "Departure":
        """Let what is due in phase `after` act on the answer of an action."""

    def see(self, entry: "Entry") -> None:
        """Take note of an exchange, for the verdict."""

    def catch_up(self, now: datetime) -> None:
        """Have everything of the timeline happen that has fallen due by now."""


@dataclass(frozen=True, slots=True)
class InjectionStep:
    """Lets the active scenario act in one phase; where there is none, every call passes."""

    phase: Phase

    def enter(self, exchange: Exchange) -> "Decision":
        """Act on the way in, at the gate or before the action."""
        if exchange.concerned is None or exchange.concerned.injector is None or self.phase == "after":
            return None
        return exchange.concerned.injector.enter(self.phase, exchange)

    def leave(self, exchange: Exchange, answer: Answer) -> "Departure":
        """Act on the way out, after the action."""
        if exchange.concerned is None or exchange.concerned.injector is None or self.phase != "after":
            return answer
        return exchange.concerned.injector.leave(exchange, answer)
