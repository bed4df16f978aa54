"""mockbooks as it is: token, validation, double entry, limits that are counted, request log; also with a scenario."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

import orjson

from bench._report import BenchError
from bench._running import Running
from bench.peers.peer import Peer, Site
from bench.peers.work import DEBTORS, GET, REFRESH, Work
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET

_CALLBACK: Final = "http://127.0.0.1:9000/callback"
# Each connection has a token under way, and wrk draws a few to look at the script.
_TOKENS: Final = 64
# Counted for each request, and never reached.
_LIMITS: Final = ("--limit=1000000000/minute", "--limit=1000000000/day")
_SCENARIO: Final = """
name: elsewhere
injections:
  - {match: {operation: createProduct}, fault: empty}
  - {match: {path: /api/v1/nowhere/*}, fault: {delay: 1s}}
"""


def peers(works: frozenset[Work]) -> tuple[Peer, Peer]:
    """Give both: without a scenario, and with one that is active and matches nothing."""
    return (_peer("mockbooks", _command, works), _peer("mockbooks, scenario active", _with_scenario, works))


def _peer(name: str, prepare: Callable[[Site], Sequence[str]], works: frozenset[Work]) -> Peer:
    return Peer(name=name, prepare=prepare, ready=GET.path, does=works, refresh_tokens=_refresh_tokens)


def _command(site: Site) -> list[str]:
    program = Path(sys.executable).with_name("mockbooks")
    return [str(program), "serve", f"--port={site.port}", f"--debtors={DEBTORS}", "--auto-approve", *_LIMITS]


def _with_scenario(site: Site) -> list[str]:
    file = site.folder / "elsewhere.yaml"
    file.write_text(_SCENARIO, encoding="utf-8")
    return [*_command(site), f"--scenario={file}"]


def _refresh_tokens(server: Running) -> Sequence[str]:
    return [_refresh_token(server) for _ in range(_TOKENS)]


def _refresh_token(server: Running) -> str:
    asked = {"response_type": "code", "client_id": DEMO_CLIENT, "redirect_uri": _CALLBACK, "state": "a"}
    consent = server.ask("GET", f"/oauth/authorize?{urlencode(asked)}", {})
    came = {name.lower(): value for name, value in consent.headers.items()}
    code = parse_qs(urlsplit(came["location"]).query)["code"][0]
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": _CALLBACK,
        "client_id": DEMO_CLIENT,
        "client_secret": DEMO_SECRET,
    }
    answer = server.ask("POST", REFRESH.path, REFRESH.headers, urlencode(form))
    if b"refresh_token" not in answer.body:
        raise BenchError(f"mockbooks gave no refresh token: {answer.body!r}")
    return str(orjson.loads(answer.body)["refresh_token"])
