"""Schemathesis asks whatever the document of the control API allows and forbids, and holds the answers against it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import schemathesis
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
        # Two calls may give another name or id each time, and yet be answered.
        "ensure_resource_availability": {"enabled": False},
        "use_after_free": {"enabled": False},
    },
}


class Server:
    """A server in memory whose books hold little, since every answer is held against the document."""

    def __init__(self) -> None:
        app = create_app(
            Settings(debtors=2, products=2, transactions=2), FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
        )
        self._driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._driver(environ, start_response)


schema = schemathesis.openapi.from_wsgi(
    "/_mockbooks/openapi.json", Server(), config=SchemathesisConfig.from_dict(CONFIGURATION)
)


@schema.parametrize()
def test_every_answer_keeps_to_the_document(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()
