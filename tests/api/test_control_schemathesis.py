"""Schemathesis asks whatever the document of the control API allows and forbids, and holds the answers against it.

All of its checks are on but one. Stories of several calls follow the links of the document.
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import schemathesis
from hypothesis import settings
from schemathesis.config import SchemathesisConfig

from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wsgi import WsgiDriver

CONFIGURATION = {
    "seed": 42,
    "generation": {"mode": "all", "deterministic": True, "max-examples": 8},
    "checks": {
        # A body that fits its schema can still be refused: a snapshot that does not exist, a scenario that is none.
        "positive_data_acceptance": {"expected-statuses": [200, 400]},
        "negative_data_rejection": {"expected-statuses": [400, 404, 405, 406, 413, 414, 415, 431]},
        # Guarded only where the server was started with --control-token.
        "ignored_auth": {"enabled": False},
    },
}
# `make stories` tells many, and others each time.
MANY = int(os.environ.get("STORIES", "0"))
STORIES = settings(max_examples=MANY or 20, stateful_step_count=6, derandomize=not MANY, deadline=None, database=None)


class Server:
    """A server in memory whose books hold little, since every answer is held against the document."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        app = create_app(
            Settings(debtors=2, products=2, transactions=2), FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
        )
        self._driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._driver(environ, start_response)


server = Server()
schema = schemathesis.openapi.from_wsgi(
    "/_mockbooks/openapi.json", server, config=SchemathesisConfig.from_dict(CONFIGURATION)
)


@schema.parametrize()
def test_every_answer_keeps_to_the_document(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()


class Stories(schema.as_state_machine()):  # type: ignore[misc] # its class is made from the document
    """Calls that build on each other; every story begins on a server that was just started."""

    def setup(self) -> None:
        server.begin()


def test_stories_of_calls_that_build_on_each_other_keep_to_the_document() -> None:
    Stories.run(settings=STORIES)
