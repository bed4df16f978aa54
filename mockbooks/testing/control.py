"""Calls to the control API of a server for the length of a test, over HTTP, and what is said when they go wrong."""

import json
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

PREFIX: Final = "/_mockbooks"
JSON: Final = "application/json"
YAML: Final = "application/yaml"
_TIMEOUT_SECONDS: Final = 60
_CONNECTIONS: Final = {"http": HTTPConnection, "https": HTTPSConnection}


class ControlError(Exception):
    """A call of the control API that was refused or not answered; `mistakes` are those that the answer names."""

    def __init__(self, told: str, mistakes: tuple[dict[str, Any], ...] = ()) -> None:
        """Keep both."""
        super().__init__(told)
        self.mistakes = mistakes


class Sent(NamedTuple):
    """A call: `path` stands below /_mockbooks, with its query."""

    method: str
    path: str
    body: bytes = b""
    media_type: str = JSON


class Answered(NamedTuple):
    """What came back."""

    status: int
    body: bytes


Ask = Callable[[Sent], Answered]
"""How a server is asked: over HTTP, or in the same process."""


def over_http(base_url: str, control_token: str | None = None) -> Ask:
    """Ask the server at a URL, each time on a connection of its own and never by a proxy; safe in any thread."""
    parts = urlsplit(base_url)
    if parts.scheme not in _CONNECTIONS or not parts.netloc:
        raise ControlError(f"{base_url} is no URL of a server: write one such as http://127.0.0.1:8080")
    headers = {"Authorization": f"Bearer {control_token}"} if control_token else {}

    def ask(sent: Sent) -> Answered:
        connection = _CONNECTIONS[parts.scheme](parts.netloc, timeout=_TIMEOUT_SECONDS)
        try:
            target = f"{PREFIX}{sent.path}"
            connection.request(sent.method, target, sent.body or None, {**headers, **headers_of(sent)})
            response = connection.getresponse()
            return Answered(response.status, response.read())
        except (OSError, HTTPException) as error:
            raise ControlError(f"there is no answer from mockbooks at {base_url}: {error}") from error
        finally:
            connection.close()

    return ask


def headers_of(sent: Sent) -> dict[str, str]:
    """Give the headers that go with a body."""
    return {"Content-Type": sent.media_type} if sent.body else {}


def text_from(ask: Ask, sent: Sent) -> str:
    """Make a call and give the body of its success; raises ControlError for anything else."""
    answered = ask(sent)
    text = answered.body.decode("utf-8", "replace")
    if answered.status == 200:  # noqa: PLR2004 - the one success of the control API
        return text
    raise _refusal(sent, answered.status, text)


def json_from(ask: Ask, sent: Sent) -> dict[str, Any]:
    """Make a call and give the JSON object of its success."""
    text = text_from(ask, sent)
    try:
        answer = json.loads(text)
    except ValueError:
        answer = None
    if isinstance(answer, dict) and "data" in answer:
        return answer
    raise ControlError(f"{sent.method} {PREFIX}{sent.path} was answered, but is that mockbooks? It said: {text[:200]}")


def _refusal(sent: Sent, status: int, text: str) -> ControlError:
    """Read what a problem (RFC 9457) says."""
    try:
        problem = json.loads(text)
        mistakes = tuple(problem.get("errors") or ())
        told = " ".join(mistake["detail"] for mistake in mistakes) or problem["detail"]
    except (ValueError, LookupError, AttributeError, TypeError):
        mistakes, told = (), text[:200] or "nothing more"
    return ControlError(f"{sent.method} {PREFIX}{sent.path} was answered with {status}: {told}", mistakes)
