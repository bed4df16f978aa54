"""The control API under /_mockbooks: the table of its calls.

No steps run here, so neither tokens nor limits nor scenarios can come between a test and the control of its server.
"""

from functools import cache
from typing import Final

from flask import Flask
from flask_smorest import Blueprint

from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.web.blueprints import blueprint_with
from mockbooks.web.control import (
    administrations,
    books,
    changes,
    clock,
    info,
    limits,
    requests,
    scenarios,
    snapshots,
    tokens,
    verdict,
)
from mockbooks.web.control.desk import ControlCall
from mockbooks.web.rest import app_with

_NOUNS: Final = (
    info,
    scenarios,
    verdict,
    requests,
    changes,
    snapshots,
    clock,
    limits,
    tokens,
    books,
    administrations,
)
"""In the order of the documentation."""

CALLS: Final[tuple[ControlCall, ...]] = tuple(call for noun in _NOUNS for call in noun.CALLS)


def control_blueprints() -> list[Blueprint]:
    """Make the blueprints of the control API."""
    return [
        blueprint_with(noun.CALLS, tag=noun.TAG[0], description=noun.TAG[1], prefix=CONTROL_PREFIX) for noun in _NOUNS
    ]


@cache
def control_app() -> Flask:
    """Make the application with a view for every call; one serves all servers, for it keeps nothing of them."""
    return app_with(control_blueprints())
