"""No answer at all: a connection that breaks where an answer should come."""

from dataclasses import replace
from typing import Final, Literal, get_args

from mockbooks.service.fields import Choice
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer

How = Literal["reset", "close"]
NOTHING_SENT: Final = 0
"""The status of an answer that there never was; the request log tells it by this."""


def how_field() -> Choice:
    """Declare how the connection breaks."""
    return Choice(
        "How the connection breaks: `reset` (TCP RST, as when a machine goes down) or `close` (an orderly end without"
        " an answer).",
        allowed=get_args(How),
        required=True,
        example="reset",
    )


def silenced(answer: Answer | None, how: How) -> Answer:
    """Have nothing sent: in the place of an answer that is there, or of none yet."""
    return replace(answer or Answer(status=NOTHING_SENT), delivery=Drop(how))
