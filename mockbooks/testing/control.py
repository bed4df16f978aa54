"""The operator of a server for the length of a test: calls of the control API, and what is said when they go wrong."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from mockbooks.asking.address import Address, UrlError, server_of
from mockbooks.asking.call import Call, Success
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.asking.over_http import answer_here
from mockbooks.frozen import dataclass
from mockbooks.settings.variables import CA_VARIABLE, CONTROL_TOKEN_VARIABLE
from mockbooks.traffic.operation import CONTROL_PREFIX


class ControlError(Exception):
    """A call of the control API that was refused or not answered.

    `mistakes` are those that the answer names, `code` is that of the refusal, both as in a problem (RFC 9457).
    """

    def __init__(self, told: str, mistakes: tuple[dict[str, Any], ...] = (), code: str = "") -> None:
        """Keep them."""
        super().__init__(told)
        self.mistakes = mistakes
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Who calls the control API of the server at `url`; `answer` raises NoAnswerError for what is no success."""

    url: str
    answer: Callable[[Call], Success]

    def json(self, call: Call) -> dict[str, Any]:
        """Make a call, and give the JSON object of its success; raises ControlError for anything else."""
        with self._naming(call):
            return self.answer(call).content()

    def text(self, call: Call) -> str:
        """Make a call, and give the body of its success; raises ControlError for anything else."""
        with self._naming(call):
            return self.answer(call).body.decode("utf-8", "replace")

    @contextmanager
    def _naming(self, call: Call) -> Iterator[None]:
        try:
            yield
        except NoAnswerError as error:
            told = f"{call.method} {self.url}{CONTROL_PREFIX}{call.path}: {error}"
            raise ControlError(told, error.mistakes, error.code) from None


def over_http(address: Address) -> Operator:
    """Call a server over HTTP, each time on a connection of its own and never by a proxy; safe in any thread."""
    return Operator(url=address.url, answer=partial(answer_here, address))


def address_of(url: str, token: str | None = None, ca_file: str | Path | None = None) -> Address:
    """Read where a server is; token and CA are those that the environment names, where they are not given.

    Raises ControlError for what is no URL of a server.
    """
    try:
        server, _ = server_of(url)
    except UrlError as error:
        raise ControlError(str(error)) from None
    authority = ca_file or os.environ.get(CA_VARIABLE)
    return Address(
        url=server,
        token=token or os.environ.get(CONTROL_TOKEN_VARIABLE),
        authority=Path(authority).absolute() if authority and server.startswith("https:") else None,
    )
