"""A call of the control API, and the answer to one that was done."""

import json
from email.message import Message
from http import HTTPStatus
from typing import Any

from mockbooks.asking.no_answer import not_mockbooks
from mockbooks.asking.refusals import refusal
from mockbooks.frozen import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call of the control API; its path stands below /_mockbooks, with its query."""

    path: str
    method: str = "GET"
    body: bytes | None = None
    media_type: str = "application/json"

    def headers(self, token: str | None) -> dict[str, str]:
        """Give the headers that go with it."""
        headers = {} if self.body is None else {"Content-Type": self.media_type}
        return headers | ({"Authorization": f"Bearer {token}"} if token else {})


@dataclass(frozen=True, kw_only=True, slots=True)
class Success:
    """The answer to a call that was done."""

    headers: Message
    body: bytes

    def content(self) -> dict[str, Any]:
        """Give an answer in JSON, whole; raises NoAnswerError where it is none of mockbooks."""
        try:
            content = json.loads(self.body)
        except (ValueError, RecursionError):
            raise not_mockbooks() from None
        if not isinstance(content, dict) or "data" not in content:
            raise not_mockbooks()
        return content

    def data(self) -> Any:  # noqa: ANN401 - of any JSON type
        """Give what an answer in JSON is about; raises as `content` does."""
        return self.content()["data"]


def success_in(status: int, headers: Message, body: bytes, *, has_token: bool) -> Success:
    """Take an answer; raises NoAnswerError for what is no success, with what the server says of it."""
    if status != HTTPStatus.OK:
        raise refusal(status, headers, body, has_token=has_token)
    return Success(headers=headers, body=body)
