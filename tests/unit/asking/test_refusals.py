"""Why there is no answer: what a refusal means, and whether waiting may change it."""

import socket
import ssl
from email.message import Message
from http.client import BadStatusLine, InvalidURL, RemoteDisconnected

import pytest

from mockbooks.asking.address import Address
from mockbooks.asking.no_answer import no_answer
from mockbooks.asking.refusals import refusal

PROBLEM = b'{"code":"not_found","detail":"-","errors":[{"detail":"There is no administration adm_9."}]}'
NOT_CALLABLE = "it cannot be called; there is something in the URL or in the token that HTTP does not take"
NO_CONTROL = "it has no control API there; give the URL of the server alone, or was it started with --no-control?"
HTTPS = Address(url="https://books.test")


def test_what_a_problem_says_is_wrong_is_told() -> None:
    refused = refusal(400, Message(), PROBLEM, has_token=False)

    assert (str(refused), refused.code, refused.passes) == ("There is no administration adm_9.", "not_found", False)


@pytest.mark.parametrize(
    ("status", "body", "told", "passes"),
    [
        (404, b"<h1>Not\nFound</h1>", "it answered 404: <h1>Not Found</h1>", False),
        (502, b"", "it answered 502: nothing more", True),
        (503, b'["starting"]', 'it answered 503: ["starting"]', True),
        (404, b'{"code":"unknown_url"}', NO_CONTROL, False),
        (
            401,
            b"{}",
            "it asks for a token; give the one that it was started with by MOCKBOOKS_CONTROL_TOKEN or --control-token",
            False,
        ),
    ],
)
def test_another_answer_is_told_as_it_came(status: int, body: bytes, told: str, passes: bool) -> None:  # noqa: FBT001
    refused = refusal(status, Message(), body, has_token=False)

    assert (str(refused), refused.passes) == (told, passes)


def test_a_long_answer_is_cut_after_a_word() -> None:
    told = str(refusal(502, Message(), b"gateway " * 60, has_token=False))

    assert told.startswith("it answered 502: gateway gateway ")
    assert told.endswith("gateway gateway …")
    assert len(told) == 314


def test_where_it_sends_on_to_is_told() -> None:
    headers = Message()
    headers["Location"] = "https://books.test/"

    assert str(refusal(301, headers, b"", has_token=False)) == "it answered 301 and sends on to https://books.test/"


@pytest.mark.parametrize(
    ("error", "told", "passes"),
    [
        (ConnectionRefusedError(), "nothing listens there; is the server running?", True),
        (RemoteDisconnected(""), "it broke the connection off", True),
        (socket.gaierror(), "there is no machine of that name", True),
        (TimeoutError(), "it did not answer within 2 seconds", True),
        (OSError("Network is unreachable"), "Network is unreachable", True),
        (BadStatusLine("SSH-2.0"), "it does not answer in HTTP; is that mockbooks?", False),
        (UnicodeError("label too long"), NOT_CALLABLE, False),
        (InvalidURL("a b"), NOT_CALLABLE, False),
        (ssl.SSLError(), "it does not speak TLS; write http:// for a server without --tls", False),
    ],
)
def test_an_error_on_the_way_is_told_in_plain_words(error: Exception, told: str, passes: bool) -> None:  # noqa: FBT001
    answer = no_answer(error, HTTPS, 2)

    assert (str(answer), answer.passes) == (told, passes)
