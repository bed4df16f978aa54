"""What a failed test shows of its requests."""

import json
from collections.abc import Callable
from email.message import Message
from typing import Any

import pytest

from mockbooks.asking.call import Call, Success
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.testing.control import Operator
from mockbooks.testing.failure_sections import sections_of
from mockbooks.testing.server import MockbooksServer


def server(answer: Callable[[Call], Success]) -> MockbooksServer:
    return MockbooksServer(
        base_url="http://mockbooks.test",
        administration_id="adm_000001",
        client_id="client",
        client_secret="geheim",
        token="mb_at_geheim",
        operator=Operator(url="http://mockbooks.test", answer=answer),
    )


def holding(**request: Any) -> MockbooksServer:  # noqa: ANN401 - JSON
    """Make a server whose request log holds one exchange."""
    usual = {"number": 1, "method": "GET", "path": "/api/v1/debtors", "query": "", "why": "answered", "sent": None}
    answer = {"status": 200, "delivery": None}
    log = {"data": [{**usual, "answer": answer, **request}], "page": {"totalPages": 1}}
    info = {"data": {"counts": {"requests": 1}}}
    return server(
        lambda call: Success(
            headers=Message(), body=json.dumps(info if call.path.startswith("/info") else log).encode()
        )
    )


def lines(shown: MockbooksServer) -> list[tuple[str, str]]:
    return list(sections_of(shown, with_verdict=False))


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ({}, "#1 GET /api/v1/debtors → 200: answered"),
        ({"query": "email=x"}, "#1 GET /api/v1/debtors?email=x → 200: answered"),
        ({"query": "q=" + "x" * 90}, f"#1 GET /api/v1/debtors?q={'x' * 51}… → 200: answered"),
        (
            {"sent": {"status": 200, "delivery": {"kind": "cut", "atBytes": 100}}},
            "#1 GET /api/v1/debtors → 200, cut off after 100 bytes: answered",
        ),
        (
            {"sent": {"status": 200, "delivery": {"kind": "drop", "how": "close"}}},
            "#1 GET /api/v1/debtors → connection closed: answered",
        ),
        ({"sent": {"status": 502, "delivery": None}}, "#1 GET /api/v1/debtors → 502: answered"),
    ],
)
def test_a_request_is_one_line_with_what_arrived(request_: dict[str, Any], line: str) -> None:
    assert lines(holding(**request_)) == [("mockbooks requests", line)]


def test_a_server_that_is_gone_does_not_hide_why_the_test_failed() -> None:
    def gone(_: Call) -> Success:
        raise NoAnswerError("nothing listens there")

    told = "GET http://mockbooks.test/_mockbooks/info?administration=adm_000001: nothing listens there"
    assert lines(server(gone)) == [("mockbooks", told)]


def test_neither_token_nor_secret_is_shown_with_the_arguments_of_a_test() -> None:
    assert repr(holding()) == (
        "MockbooksServer(base_url='http://mockbooks.test', administration_id='adm_000001', client_id='client', "
        "ca_file=None)"
    )
