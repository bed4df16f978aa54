"""A step: something that happens around an action, such as asking for a token or remembering an answer."""

from typing import Protocol, runtime_checkable

from mockbooks.traffic.decision import Decision, Departure
from mockbooks.traffic.exchange import Answer, Exchange


@runtime_checkable
class WayIn(Protocol):
    """A step that a request meets before its action.

    One that answers or raises ends the way in: it is not left, the steps before it are, in reverse. One that has the
    caller wait gives its decision as a road: waits, and then what it decides.
    """

    def enter(self, exchange: Exchange) -> Decision:
        """Let the request pass (None), answer it here, or refuse it with a RequestError."""


@runtime_checkable
class WayOut(Protocol):
    """A step that an answer meets on its way back."""

    def leave(self, exchange: Exchange, answer: Answer) -> Departure:
        """See the answer on its way out, and pass it on, changed or not."""


Step = WayIn | WayOut
"""One step, with one side or both; app.py lists them in the order in which a request meets them."""
