"""Those that are compared, each able to answer the same requests: which works there are, and which peers run here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench._report import tell
from bench._running import Program, Running, free_port, running
from bench.peers import json_server, mockbooks, mountebank, oauth2_mock_server, prism, wiremock
from bench.peers.answers import email_of, learn
from bench.peers.install import install_peers
from bench.peers.peer import Answers, Peer, Site
from bench.peers.work import GET, POST, RATES, REFRESH, TOKEN, Work, sale, search


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Groups of works, whose rounds are measured together, those that write after those that read; and the peers."""

    groups: Sequence[Sequence[Work]]
    peers: Sequence[Peer]
    lacking: dict[str, str]
    answers: Answers

    @property
    def works(self) -> Sequence[Work]:
        """All of them."""
        return [work for group in self.groups for work in group]

    def peer(self, name: str) -> Peer | None:
        """Find one by its name, when it runs here."""
        return next((peer for peer in self.peers if peer.name == name), None)


def gather() -> Field:
    """Install the peers, and learn from a mockbooks what all of them are to answer."""
    install_peers()
    learner = mockbooks.peers(frozenset())[0]
    with started(learner, Answers()) as server:
        reads = (GET, search(email_of(server)), RATES)
        answers = learn(server, learner, (*reads, POST))
    groups = (reads, (POST, sale(datetime.now(UTC).date())), (TOKEN, REFRESH))
    every = _peers(frozenset().union(*groups), frozenset(answers.replayed))
    lacking = {peer.name: reason for peer in every if (reason := peer.lacks())}
    for name, reason in lacking.items():
        tell(f"{name} is left out: {reason}")
    peers = [peer for peer in every if peer.name not in lacking]
    return Field(groups=groups, peers=peers, lacking=lacking, answers=answers)


@contextmanager
def started(peer: Peer, answers: Answers, core: int | None = None) -> Iterator[Running]:
    """Start one in a folder of its own, which goes with it."""
    with TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        command = peer.prepare(Site(folder=folder, port=port, answers=answers))
        program = Program(command=command, folder=folder, port=port, ready=peer.ready, headers=GET.headers)
        with running(program, core) as server:
            yield server


def _peers(works: frozenset[Work], replayed: frozenset[Work]) -> list[Peer]:
    return [
        *mockbooks.peers(works),
        *wiremock.peers(replayed),
        mountebank.peer(replayed),
        prism.peer(replayed),
        json_server.peer(replayed),
        oauth2_mock_server.peer(),
    ]
