"""An endpoint of the operator that holds up nobody, and a door that is open."""

from collections.abc import Callable

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.door import Door


class Prompt:
    """Answers as the function does that it is given."""

    def __init__(self, endpoint: Callable[[Exchange], Answer]) -> None:
        self._endpoint = endpoint

    def takes_long(self, exchange: Exchange) -> bool:  # noqa: ARG002 - whatever is asked
        return False

    def __call__(self, exchange: Exchange) -> Answer:
        return self._endpoint(exchange)


def open_door(endpoint: Callable[[Exchange], Answer]) -> Door:
    """Give a door that somebody has opened before, behind which the function answers."""
    door = Door(lambda: Prompt(endpoint))
    door.open()
    return door
