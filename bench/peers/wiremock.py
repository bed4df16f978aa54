"""WireMock with a stub for each request: as it is started, and tuned for load with its journal and log off."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import orjson

from bench._running import Answer
from bench.peers.install import NODE_MODULES
from bench.peers.peer import Peer, Site
from bench.peers.work import GET, Work

_TUNED: Final = ("--no-request-journal", "--disable-request-logging")
_JAVA: Final = {"java": "Debian: apt-get install default-jre-headless"}


def peers(works: frozenset[Work]) -> tuple[Peer, Peer]:
    """Give both; the just-in-time compiler of Java needs a warm-up, most of all where every call counts."""
    return (_peer("WireMock tuned", works, 60_000, _TUNED), _peer("WireMock as started", works, 15_000))


def _peer(name: str, works: frozenset[Work], warm_up_calls: int, flags: Sequence[str] = ()) -> Peer:
    return Peer(
        name=name,
        prepare=partial(_command, flags),
        ready=GET.path,
        needs=_JAVA,
        is_packaged=True,
        replays=works,
        warm_up_calls=warm_up_calls,
    )


def _command(flags: Sequence[str], site: Site) -> list[str]:
    mappings = site.folder / "mappings"
    mappings.mkdir()
    stubs = [stub(work, answer) for work, answer in site.answers.replayed.items()]
    (mappings / "stubs.json").write_bytes(orjson.dumps({"mappings": stubs}))
    jar = next((NODE_MODULES / "wiremock" / "build").glob("*.jar"))
    return ["java", "-jar", str(jar), f"--port={site.port}", f"--root-dir={site.folder}", *flags]


def stub(work: Work, answer: Answer) -> Mapping[str, Any]:
    """Write the mapping for a request, as WireMock reads it."""
    url = urlsplit(work.path)
    request: dict[str, Any] = {"method": work.method, "urlPath": url.path}
    if url.query:
        request["queryParameters"] = {name: {"equalTo": value} for name, value in parse_qsl(url.query)}
    if work.body:
        request["bodyPatterns"] = [{"matchesJsonPath": "$.name"}]
    headers = {"Content-Type": "application/json"}
    return {"request": request, "response": {"status": 200, "body": answer.body.decode(), "headers": headers}}
