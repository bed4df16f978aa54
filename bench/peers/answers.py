"""What mockbooks answers to each request, asked once, so that those which replay answers give the very same bytes."""

from collections.abc import Sequence
from typing import Any, Final

import orjson

from bench._report import BenchError
from bench._running import Answer, Running
from bench.peers.peer import Answers, Peer
from bench.peers.work import DEBTORS, GET, NUMBER, RATES, Work

_SUCCESS: Final = range(200, 300)
_PAGE: Final = f"/api/v1/debtors?pageSize={DEBTORS}"


def ask(server: Running, peer: Peer, work: Work) -> Answer:
    """Send one request of this kind; raises BenchError when it is not answered with 2xx."""
    body = work.body.replace(NUMBER, "0")
    if work.refreshes:
        body += peer.refresh_tokens(server)[0]
    answer = server.ask(work.method, peer.path(work), work.headers, body)
    if answer.status not in _SUCCESS:
        raise BenchError(f"{peer.name} answers {work.name} with {answer.status}: {answer.body[:300]!r}")
    return answer


def check(server: Running, peer: Peer, work: Work, answers: Answers) -> None:
    """Ask once before it is measured: 2xx, and from a server that replays answers the one that it was given."""
    answer = ask(server, peer, work)
    if work in peer.replays and orjson.loads(answer.body) != orjson.loads(answers.replayed[work].body):
        raise BenchError(f"{peer.name} answers {work.name} with something else: {answer.body[:300]!r}")


def learn(server: Running, peer: Peer, works: Sequence[Work]) -> Answers:
    """Ask a mockbooks for all that the others are to answer."""
    debtors = _data(server.ask("GET", _PAGE, GET.headers))
    vat_rates = _data(server.ask("GET", RATES.path, RATES.headers))
    return Answers(replayed={work: ask(server, peer, work) for work in works}, debtors=debtors, vat_rates=vat_rates)


def email_of(server: Running) -> str:
    """Find the address of the debtor in the middle."""
    return str(_data(server.ask("GET", GET.path, GET.headers))["email"])


def _data(answer: Answer) -> Any:  # noqa: ANN401 - JSON
    return orjson.loads(answer.body)["data"]
