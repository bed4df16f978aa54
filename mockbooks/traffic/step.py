"""A step: something that happens around an action, such as asking for a token or remembering an answer."""

from typing import Protocol

from mockbooks.traffic.decision import Decision, Departure
from mockbooks.traffic.exchange import Answer, Exchange


class Step(Protocol):
    """One step; app.py lists them in the order in which a request meets them.

    A step that answers or raises in `enter` ends the way in: it is not left, the steps before it are, in reverse. One
    that has the caller wait gives its decision as a road: waits, and then what it decides.
    """

    def enter(self, exchange: Exchange) -> Decision:
        """Let the request pass (None), answer it here, or refuse it with a RequestError."""

    def leave(self, exchange: Exchange, answer: Answer) -> Departure:
        """See the answer on its way out, and pass it on, changed or not."""
