"""Schemathesis asks whatever the OpenAPI document allows and much that it forbids, and holds the answers against it.

All of its checks are on. Stories of several calls follow the links of the document, and those that Schemathesis infers.
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar
from wsgiref.types import StartResponse, WSGIEnvironment

import schemathesis
from hypothesis import seed, settings
from schemathesis.config import SchemathesisConfig

from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.settings import Settings
from mockbooks.settings.kinds import Limit
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.openapi import document
from mockbooks.web.wsgi import WsgiDriver

CONFIGURATION: dict[str, Any] = {
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
# What fits its schema, so that most calls of a story succeed and there is something to go on with.
GOOD = {**CONFIGURATION, "generation": {**CONFIGURATION["generation"], "mode": "positive"}}
# `make stories` tells many, and others each time.
MANY = int(os.environ.get("STORIES", "0"))
STORIES = settings(max_examples=MANY or 25, stateful_step_count=8, derandomize=not MANY, deadline=None, database=None)

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


def document_for_stories() -> dict[str, Any]:
    """Leave the header X-Request-Id out, which Schemathesis takes for the id of an "XRequest" that nobody creates.

    It would begin stories anywhere then, rather than where something is created or listed.
    """
    told = document()
    for item in told["paths"].values():
        for described in item.values():
            described["parameters"] = [each for each in described["parameters"] if "RequestId" not in str(each)]
    return told


server = Server()
schema = schemathesis.openapi.from_wsgi("/openapi.json", server, config=SchemathesisConfig.from_dict(CONFIGURATION))


def schema_for_stories(configuration: dict[str, Any]) -> Any:  # noqa: ANN401 - what Schemathesis calls a schema
    told = schemathesis.openapi.from_dict(document_for_stories(), config=SchemathesisConfig.from_dict(configuration))
    told.app = server
    return told


@schema.parametrize()
def test_every_answer_keeps_to_the_document(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()


class FromAnew:
    """Every story begins on a server that was just started.

    Else an Idempotency-Key that a story uses could be answered with what an earlier one did.
    """

    def setup(self) -> None:
        server.begin()


class Stories(FromAnew, schema_for_stories(CONFIGURATION).as_state_machine()):  # type: ignore[misc] # made at run time
    """Calls that build on each other, one in ten of them with what the document forbids."""


class GoodStories(FromAnew, schema_for_stories(GOOD).as_state_machine()):  # type: ignore[misc] # as above
    """Calls that build on each other, all of them with what the document allows."""

    done: ClassVar[set[str]] = set()

    def after_call(self, response: schemathesis.Response, case: schemathesis.Case[Any]) -> None:
        if response.status_code == 200:
            self.done.add(case.operation.label)


def test_stories_of_calls_that_build_on_each_other_keep_to_the_document() -> None:
    Stories.run(settings=STORIES)


def test_stories_of_good_calls_keep_to_the_document() -> None:
    # That they go on is what stories are for: an id that was made up would be refused, and a version even more so.
    assert gone_on_with({"GET", "PUT", "DELETE", "POST"}) == {"GET", "PUT", "DELETE", "POST"}


def gone_on_with(methods: set[str], *, rounds: int = 10) -> set[str]:
    """Tell stories until all of these have succeeded with the id of something; what stories go on with is by chance."""
    done: set[str] = set()
    for number in range(rounds):
        (GoodStories if MANY else seed(number)(GoodStories)).run(settings=STORIES)
        done = {label.partition(" ")[0] for label in GoodStories.done if "{id}" in label}
        if done >= methods:
            break
    return done
