"""mountebank with an imposter that has a stub for each request, its own log quiet."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson

from bench._running import Answer, free_port
from bench.peers.install import NODE_MODULES
from bench.peers.peer import Peer, Site
from bench.peers.work import GET, Work


def peer(works: frozenset[Work]) -> Peer:
    """Give it."""
    return Peer(
        name="mountebank",
        prepare=_command,
        ready=GET.path,
        needs={"node": "Debian: apt-get install nodejs"},
        is_packaged=True,
        replays=works,
    )


def _command(site: Site) -> list[str]:
    stubs = [_stub(work, answer) for work, answer in site.answers.replayed.items()]
    imposter = {"port": site.port, "protocol": "http", "stubs": stubs}
    file = site.folder / "imposters.json"
    file.write_bytes(orjson.dumps({"imposters": [imposter]}))
    program = NODE_MODULES / "@mbtest" / "mountebank" / "bin" / "mb"
    flags = ["--configfile", str(file), "--nologfile", "--loglevel", "warn", "--pidfile", str(site.folder / "mb.pid")]
    return ["node", str(program), "start", "--port", str(free_port()), *flags]


def _stub(work: Work, answer: Answer) -> Mapping[str, Any]:
    url = urlsplit(work.path)
    asked: dict[str, Any] = {"method": work.method, "path": url.path}
    if url.query:
        asked["query"] = dict(parse_qsl(url.query))
    predicates: list[dict[str, Any]] = [{"equals": asked}]
    if work.body:
        predicates.append({"exists": {"body": True}, "jsonpath": {"selector": "$.name"}})
    headers = {"Content-Type": "application/json"}
    given = {"statusCode": 200, "headers": headers, "body": answer.body.decode()}
    return {"predicates": predicates, "responses": [{"is": given}]}
