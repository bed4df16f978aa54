"""What the views of Flask are given beside a request, by their keys in its WSGI environment."""

from typing import TYPE_CHECKING, Final

from mockbooks.traffic.exchange import Exchange

if TYPE_CHECKING:
    from flask import Request

EXCHANGE_KEY: Final = "mockbooks.exchange"
CONTROL_KEY: Final = "mockbooks.control"
RECOGNISE_KEY: Final = "mockbooks.recognise"
SETTLING_KEY: Final = "mockbooks.settling"
MAXIMUM_DEPTH_KEY: Final = "mockbooks.max_json_depth"


def exchange_of(request: "Request") -> Exchange:
    """Give the exchange that the pipeline handed to Flask."""
    exchange: Exchange = request.environ[EXCHANGE_KEY]
    return exchange
