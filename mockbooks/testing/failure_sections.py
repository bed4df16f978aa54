"""The sections of a failed test: the verdict, and in a line each the last requests that mockbooks answered."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any, Final

from mockbooks.testing.control import ControlError
from mockbooks.testing.server import MockbooksServer
from mockbooks.testing.verdict import Verdict

MOST_REQUESTS: Final = 20
_LONGEST_PATH: Final = 70
_WIDTH: Final = 100
_OPTIONAL: Final = ", optional: true"

Section = tuple[str, str]


def failure_text(verdict: Verdict, description: str) -> str:
    """Tell why a test failed whose body passed: what was not met, what the scenario does, and the whole verdict.

    The first line is all that the summary of pytest has room for.
    """
    told = [
        _what_was_not_met(verdict),
        "The body of the test passed; this is the verdict of mockbooks on what it saw meanwhile.",
    ]
    if description:
        told += ["", fill(f"What the scenario does: {description}", _WIDTH)]
    return "\n".join([*told, "", verdict.text.rstrip()])


def sections_of(server: MockbooksServer, *, with_verdict: bool) -> Iterator[Section]:
    """Give the title and text of each section; where the server does not answer, its section says so."""
    try:
        if with_verdict and (verdict := server.verdict()).scenario is not None:
            yield "mockbooks verdict", verdict.text.rstrip()
        yield "mockbooks requests", "\n".join(_request_lines(server))
    except ControlError as error:
        yield "mockbooks", str(error)


def _what_was_not_met(verdict: Verdict) -> str:
    """Name the expectations that failed, or else those that nothing exercised; without either say why it is no pass."""
    failed = [each.name.removesuffix(_OPTIONAL) for each in verdict.expectations if each.outcome == "failed"]
    idle = [each.name for each in verdict.expectations if each.outcome == "not_exercised"]
    names = failed or [name for name in idle if not name.endswith(_OPTIONAL)]
    if names:
        return f"{', '.join(names)}: not met under the scenario {verdict.scenario}."
    return f"The scenario {verdict.scenario} is not passed: {verdict.notes[0]}"


def _request_lines(server: MockbooksServer) -> Iterator[str]:
    """Tell the last requests, and read no others: a test may have made ten thousand."""
    count: int = server.control("GET", "/info")["counts"]["requests"]
    shown = server.requests(since=max(0, count - MOST_REQUESTS))[-MOST_REQUESTS:]
    if not shown:
        yield "none: nothing asked the API or OAuth with the credentials of this test"
    elif (earlier := shown[0]["number"] - 1) > 0:
        yield f"({earlier} earlier ones are left out)"
    yield from map(_line, shown)


def _line(request: dict[str, Any]) -> str:
    sent = request["sent"] or request["answer"]
    path = f"{request['path']}?{request['query']}" if request["query"] else request["path"]
    shown = path if len(path) <= _LONGEST_PATH else f"{path[: _LONGEST_PATH - 1]}…"
    return f"#{request['number']} {request['method']} {shown} → {_arrived(sent)}: {request['why']}"


def _arrived(sent: dict[str, Any]) -> str:
    match sent["delivery"]:
        case {"kind": "drop", "how": how}:
            return f"connection {'reset' if how == 'reset' else 'closed'}"
        case {"kind": "cut", "atBytes": at_bytes}:
            return f"{sent['status']}, cut off after {at_bytes} bytes"
        case _:
            return str(sent["status"])
