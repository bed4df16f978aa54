"""An endpoint of the operator that holds up nobody."""

from collections.abc import Callable

from mockbooks.traffic.exchange import Answer, Exchange


class Prompt:
    """Answers as the function does that it is given."""

    def __init__(self, endpoint: Callable[[Exchange], Answer]) -> None:
        self._endpoint = endpoint

    def takes_long(self, exchange: Exchange) -> bool:  # noqa: ARG002 - whatever is asked
        return False

    def __call__(self, exchange: Exchange) -> Answer:
        return self._endpoint(exchange)
