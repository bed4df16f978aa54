"""Servers with TLS for clients that insist on it, and applications that are registered there."""

import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import httpx
import pytest

from tests.e2e.clients.person import Person

SCOPE = "debtors:read settings:read"
# Nothing listens there: what arrives is read from the redirect itself.
CALLBACK = "https://localhost:8443/callback"
SEED = ("--debtors=3", "--products=3", "--transactions=0")
TIMEOUT_SECONDS = 20

Consent = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Books:
    """A server with TLS, and the certificate of its CA."""

    url: str
    ca: Path

    @property
    def authorize_url(self) -> str:
        return f"{self.url}/oauth/authorize"

    @property
    def token_url(self) -> str:
        return f"{self.url}/oauth/token"

    @property
    def revoke_url(self) -> str:
        return f"{self.url}/oauth/revoke"

    @property
    def high_rate_url(self) -> str:
        """The one VAT rate that a test asks for to see that its token is good: 21 %."""
        return f"{self.url}/api/v1/vat-rates?code=NL_HOOG"

    @property
    def person(self) -> Person:
        return Person(ssl.create_default_context(cafile=self.ca))


@dataclass(frozen=True, slots=True)
class Application:
    """The credentials that an integration got when it registered."""

    client_id: str
    client_secret: str


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Share one server that asks for consent."""
    with _running(tmp_path_factory.mktemp("tls")) as running:
        yield running


@pytest.fixture(scope="session")
def hasty_books(books: Books) -> Iterator[Books]:
    """Share one server that approves without asking; it finds the CA of the other, and keeps it."""
    with _running(books.ca.parent, "--auto-approve") as running:
        yield running


@pytest.fixture
def trusting(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell requests and httpx of the CA as one tells any program of it: in the environment."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(books.ca))
    monkeypatch.setenv("SSL_CERT_FILE", str(books.ca))


@pytest.fixture
def application(books: Books, trusting: None) -> Application:  # noqa: ARG001 - its programs trust the CA
    """Register an application, that gets an administration of its own with it (RFC 7591)."""
    return _registered_at(books)


@pytest.fixture
def hasty_application(hasty_books: Books, trusting: None) -> Application:  # noqa: ARG001 - as above
    return _registered_at(hasty_books)


def _registered_at(books: Books) -> Application:
    metadata = {
        "client_name": "Kassa Koppeling",
        "redirect_uris": [CALLBACK],
        "grant_types": ["authorization_code", "refresh_token", "client_credentials"],
        "scope": SCOPE,
    }
    answer = httpx.post(f"{books.url}/oauth/register", json=metadata, timeout=TIMEOUT_SECONDS)
    assert answer.status_code == 201, answer.text
    return Application(answer.json()["client_id"], answer.json()["client_secret"])


@contextmanager
def _running(folder: Path, *flags: str) -> Iterator[Books]:
    command = [sys.executable, "-m", "mockbooks", "serve", "--port=0", "--tls", f"--tls-folder={folder}"]
    with subprocess.Popen([*command, *SEED, *flags], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            printed = "".join(takewhile(lambda line: not line.startswith("  curl"), process.stdout))
            found = re.search(r"API +(https://\S+)/api/v1", printed)
            assert found, printed
            yield Books(found[1], folder / "ca.pem")
        finally:
            process.kill()
