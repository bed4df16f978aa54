"""Asks mockbooks under a face, as `mockbooks check` asks a vendor."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

import httpx

from mockbooks.conformance.check_api import Credentials, judge, target_of
from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.outcome import Outcome, together
from mockbooks.conformance.vendor.loading import reference
from mockbooks.server import running
from mockbooks.settings import Settings
from tests.conformance.faces.expected import scenario_of

TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}

Judge = Callable[[str | None], Judgement]


@contextmanager
def facing() -> Iterator[Judge]:
    """Start a server, and give what judges it under a face, or with its own where that is None."""
    settings = Settings(port=0, debtors=12, products=12, transactions=5, shutdown_seconds=1)
    with (
        running(settings) as server,
        httpx.Client(base_url=server.base_url, headers=TOKEN, timeout=10) as http,
    ):
        yield lambda face: _judged(http, face)


def own(judgement: Judgement) -> dict[str, Outcome]:
    """Give the outcome of every condition, C6 by its own demand; C4 and C9 follow from their parts."""
    told = {part.condition.number: part.outcome for judged in judgement.conditions for part in judged.parts}
    for judged in judgement.conditions:
        if judged.findings:
            told[judged.condition.number] = together(finding.outcome for finding in judged.findings)
    return told


def _judged(server: httpx.Client, face: str | None) -> Judgement:
    """Judge the server; waits that it asks for are not waited for."""
    _put_on(server, face)
    moments = iter(range(100_000))
    target = target_of(
        reference(),
        f"{str(server.base_url).rstrip('/')}/api/v1",
        run="faces",
        credentials=Credentials(token="mockbooks-demo-token"),
        allow_writes=True,
        now=lambda: datetime.fromisoformat(server.get("/_mockbooks/clock").json()["data"]["now"]).astimezone(UTC),
        seconds=lambda: next(moments) / 100,
        sleep=lambda _: None,
        timeout_seconds=1.5,
    )
    return judge(target)


def _put_on(server: httpx.Client, face: str | None) -> None:
    server.delete("/_mockbooks/scenario").raise_for_status()
    server.post("/_mockbooks/reset").raise_for_status()
    if face is not None:
        sent = {"Content-Type": "application/yaml"}
        server.put("/_mockbooks/scenario", content=scenario_of(face).read_bytes(), headers=sent).raise_for_status()
