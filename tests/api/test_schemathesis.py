"""Schemathesis asks whatever the OpenAPI document allows and much that it forbids, and holds the answers against it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import schemathesis
from hypothesis import settings
from schemathesis.config import SchemathesisConfig

from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.settings import Settings
from mockbooks.settings.kinds import Limit
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wsgi import WsgiDriver

CONFIGURATION = {
    "seed": 42,
    "auth": {"openapi": {"bearer": {"bearer": DEMO_TOKEN}}},
    "generation": {"mode": "all", "deterministic": True, "max-examples": 20},
    "checks": {
        # A body that fits its schema can still be refused by the books: an id that does not exist, a closed period.
        "positive_data_acceptance": {"expected-statuses": [200, 400]},
        # Always 400, never 422; a value that is far too long can make the URL or the body too long before it is read.
        "negative_data_rejection": {"expected-statuses": [400, 401, 404, 405, 406, 413, 414, 415, 431]},
    },
}
STORIES = settings(max_examples=40, stateful_step_count=8, derandomize=True, deadline=None, database=None)

# With room for all questions: a 429 fits the document, and would prove nothing about the operation.
SETTINGS = Settings(limits=(Limit(2_000_000_000, "day"),))


class Server:
    """A server in memory that can begin anew: books, ids and kept answers of before are gone."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        app = create_app(SETTINGS, FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC)))
        self._driver = WsgiDriver(app.pipeline, max_body_bytes=SETTINGS.max_body_bytes)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._driver(environ, start_response)


server = Server()
schema = schemathesis.openapi.from_wsgi("/openapi.json", server, config=SchemathesisConfig.from_dict(CONFIGURATION))


@schema.parametrize()
def test_every_answer_keeps_to_the_document(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()


class Stories(schema.as_state_machine()):  # type: ignore[misc] # its class is made from the document
    """Calls that build on each other; every story begins on a server that was just started.

    Else an Idempotency-Key that a story uses could be answered with what an earlier one did.
    """

    def setup(self) -> None:
        server.begin()


def test_stories_of_calls_that_build_on_each_other_keep_to_the_document() -> None:
    Stories.run(settings=STORIES)
