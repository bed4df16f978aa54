"""Judging a vendor over real sockets: the server passes its own check, and what keeps one from judging is told."""

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from subprocess import PIPE
from threading import Event, Thread

import orjson
import pytest

from mockbooks.server import running
from mockbooks.settings import Settings
from tests.e2e.commands import COMMAND, Shown, at_a_terminal, environment, run
from tests.e2e.conftest import Process, Start

TOKEN = "mockbooks-demo-token"


class _Vendor(BaseHTTPRequestHandler):
    """A vendor whose addresses lead astray, or to what is no document."""

    def do_GET(self) -> None:
        match self.path:
            case "/circle":
                self._answer(302, b"", ("Location", "/circle"))
            case "/page":
                self._answer(200, b"<!doctype html><title>Welkom</title>")
            case _:
                self._answer(404, b"{}")

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Keep quiet."""


def _keeping(made: Event) -> type[BaseHTTPRequestHandler]:
    """Make a vendor with one debtor, which can be made and never removed; it tells when it was made, and then waits."""

    class Keeping(_Vendor):
        def do_GET(self) -> None:
            debtor = b'{"id": "7", "email": "mockbooks-check-proef@example.com"}' if made.is_set() else b""
            is_one = self.path.endswith("/debtors/7")
            self._answer(200, b'{"data": %s}' % debtor if is_one else b'{"data": [%s]}' % debtor)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            if made.is_set() or not self.path.endswith("/debtors"):
                self._answer(400, b"{}")
            else:
                self._answer(200, b'{"data": {"id": "7"}}')
                made.set()

        def do_DELETE(self) -> None:
            self._answer(400, b'{"detail": "Debtors stay for ever."}')

    return Keeping


@pytest.fixture(scope="module")
def vendor() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Vendor) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Give the URL of a server with a certificate that nobody knows, and the file of its CA."""
    folder = tmp_path_factory.mktemp("tls") / "mockbooks-tls"
    settings = Settings(port=0, debtors=2, products=2, transactions=0, tls=True, tls_folder=str(folder))
    with running(settings) as server:
        yield server.base_url, str(server.authority_file)


# The check


def test_mockbooks_passes_its_own_check_in_full_and_what_is_written_is_told_before(start: Start) -> None:
    api = f"{start().base_url}/api/v1"
    ended = run("check", api, "--allow-writes", "--run-id", "proef", "--fail-on", "cannot-tell", MOCKBOOKS_TOKEN=TOKEN)

    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.startswith("mockbooks: 9 of 9 conditions met\n")
    assert ended.stderr.startswith(
        "mockbooks: this will be written, by the name of proef:\nmockbooks:   POST /debtors: two debtors\n"
    )


def test_the_client_of_the_variables_gets_in_by_oauth_and_its_secret_is_shown_nowhere(start: Start) -> None:
    api = f"{start().base_url}/api/v1"
    ended = run(
        *("check", "--format", "json"),
        MOCKBOOKS_API_URL=api,
        MOCKBOOKS_CLIENT_ID="mockbooks-demo",
        MOCKBOOKS_CLIENT_SECRET="mockbooks-demo-secret",
    )
    report = orjson.loads(ended.stdout)

    assert report["counts"]["not_met"] == 0
    assert "mockbooks-demo-secret" not in ended.stdout + ended.stderr
    assert not re.search(r"Bearer (?!\*\*\*)\w", ended.stdout)


def test_without_leave_to_write_nothing_is_and_it_is_told_what_was_not_asked(start: Start) -> None:
    server = start()
    ended = run("check", f"{server.base_url}/api/v1", "--token", TOKEN)

    assert ended.returncode == 0
    assert ended.stderr.startswith(
        "mockbooks: nothing is written, so what can only be tried by writing is not asked; --allow-writes would write"
        " this:\nmockbooks:   POST /debtors: two debtors\n"
    )
    assert "? C7       Failed actions" in ended.stdout


def test_a_report_is_written_for_the_vendor(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "rapport.html"
    api = f"{start().base_url}/api/v1"
    arguments = ("--format", "html", "--language", "nl", "--output", str(file))
    ended = run("check", api, "--token", TOKEN, *arguments)

    assert ended.stdout == f"mockbooks: aan 5 van 9 voorwaarden voldaan; zie {file}\n"
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_token_that_is_refused_is_told(mockbooks: Process) -> None:
    ended = run("check", f"{mockbooks.base_url}/api/v1", "--token", "s3cr3t-and-wrong")

    assert ended.returncode == 3
    assert "refuses the token" in ended.stderr
    assert "s3cr3t" not in ended.stderr + ended.stdout


def test_a_secret_that_is_refused_is_told(mockbooks: Process) -> None:
    given = ("--client-id", "mockbooks-demo", "--client-secret", "s3cr3t-and-wrong")
    ended = run("check", f"{mockbooks.base_url}/api/v1", *given)

    assert ended.returncode == 3
    assert "/oauth/token gives no token for these credentials: status 401." in ended.stderr
    assert "s3cr3t" not in ended.stderr + ended.stdout


def test_an_api_that_is_not_there_is_told(free_port: int) -> None:
    url = f"http://127.0.0.1:{free_port}/v1"
    ended = run("check", url, "--token", TOKEN)

    assert ended.returncode == 3
    assert ended.stderr.endswith(f"mockbooks: {url} cannot be judged: nothing listens there.\n")


def test_without_a_vendor_file_it_is_told_whose_names_are_used(free_port: int) -> None:
    ended = run("check", f"http://127.0.0.1:{free_port}")

    assert ended.stderr.startswith(
        "mockbooks: no vendor file is named, so the calls are those of mockbooks, whose API is below /api/v1\n"
    )


def test_an_api_that_never_answers_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        ended = run("check", url, "--token", TOKEN, "--timeout", "0.2", "--fail-on", "never")

    assert ended.returncode == 3
    assert ended.stdout.startswith("mockbooks: 0 of 9 conditions met\n")
    assert "  - Calls: 3\n" in ended.stdout
    assert ended.stderr.splitlines()[-1] == (
        "mockbooks: nothing could be judged: the only call was not answered as an API would:"
        " there was no complete answer within 0.2 seconds"
    )


def test_an_api_that_is_out_is_no_verdict_and_its_report_is_written_in_the_language_asked_for(
    start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "rapport.html"
    server = start("--scenario", "tests/conformance/faces/outage.yaml")
    arguments = ("--allow-writes", "--language", "nl", "--format", "html", "--output", str(file))
    ended = run("check", f"{server.base_url}/api/v1", "--token", TOKEN, "--run-id", "proef", *arguments)

    assert ended.returncode == 3
    assert ended.stdout == f"mockbooks: aan 2 van 9 voorwaarden voldaan; zie {file}\n"
    assert ended.stderr.startswith(
        "mockbooks: dit wordt geschreven, onder de naam proef:\nmockbooks:   POST /debtors: twee debiteuren\n"
    )
    assert ended.stderr.splitlines()[-1].startswith("mockbooks: er was niets te beoordelen: geen van de ")
    assert ended.stderr.endswith(" zoals een API dat doet: een fout met status 503\n")
    assert "<dd>werkende API</dd>" in file.read_text(encoding="utf-8")


def test_a_check_that_is_broken_off_is_no_verdict() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        command = [*COMMAND, "check", url, "--token", TOKEN]
        with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, env=environment()) as started:
            connection, _ = silent.accept()
            started.send_signal(signal.SIGINT)
            printed, told = started.communicate(timeout=20)
            connection.close()

    assert (started.returncode, printed) == (130, "")
    assert told.splitlines()[-1] == "mockbooks: interrupted after 0 calls; there is no report"


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_check_that_is_told_to_end_takes_away_what_it_made(ending: signal.Signals) -> None:
    made = Event()
    with HTTPServer(("127.0.0.1", 0), _keeping(made)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/api/v1"
        command = [*COMMAND, "check", url, "--token", TOKEN, "--allow-writes", "--run-id", "proef"]
        with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, env=environment()) as started:
            assert made.wait(20)
            started.send_signal(ending)
            _, told = started.communicate(timeout=20)
        server.shutdown()

    assert started.returncode == 130
    assert "there is no report" in told
    assert told.splitlines()[-1] == (
        "mockbooks: Left behind: debtor 7 (DELETE /debtors/${id} → 400: Debtors stay for ever.)."
    )


def test_a_certificate_that_is_not_trusted_is_told_and_with_its_ca_the_api_is_judged(secured: tuple[str, str]) -> None:
    url, authority = secured
    refused = run("check", f"{url}/api/v1", "--token", TOKEN)
    judged = run("check", f"{url}/api/v1", "--token", TOKEN, "--ca", authority)

    assert refused.returncode == 3
    assert "its certificate is not trusted" in refused.stderr
    assert judged.returncode == 0, judged.stdout


# The audit


def test_a_document_is_fetched_and_judged(mockbooks: Process) -> None:
    ended = run("audit", f"{mockbooks.base_url}/openapi.json")

    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.startswith("mockbooks reference accounting API: ")
    assert ended.stderr == ""


@pytest.mark.parametrize(
    ("path", "exit_code", "told"),
    [
        ("/circle", 3, "/circle: its redirects go round in a circle, by http://"),
        ("/nothing", 3, "/nothing: it answers with status 404 where a document was asked for\n"),
        ("/page", 2, "/page"),
    ],
)
def test_an_address_that_leads_to_no_document_is_told(vendor: str, path: str, exit_code: int, told: str) -> None:
    ended = run("audit", vendor + path)

    assert (ended.returncode, ended.stdout) == (exit_code, "")
    assert told in ended.stderr
    assert ended.stderr.startswith(f"mockbooks: {vendor}{path}")


def test_a_document_on_a_host_that_is_not_there_is_told(free_port: int) -> None:
    ended = run("audit", f"http://127.0.0.1:{free_port}/openapi.json")

    assert ended.returncode == 3
    assert ended.stderr == f"mockbooks: http://127.0.0.1:{free_port}/openapi.json: nothing listens there\n"


def test_a_document_behind_a_certificate_that_is_not_trusted_is_told(secured: tuple[str, str]) -> None:
    url, authority = secured
    refused, judged = run("audit", f"{url}/openapi.json"), run("audit", f"{url}/openapi.json", "--ca", authority)

    assert refused.returncode == 3
    assert "its certificate is not trusted" in refused.stderr
    assert judged.returncode == 0


# The terminal


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_a_person_sees_progress_and_a_report_that_fits(mockbooks: Process, columns: int) -> None:
    seen = at_a_terminal("audit", f"{mockbooks.base_url}/openapi.json", columns=columns)

    progress, _, report = seen.text.rpartition("\x1b[2K")

    assert f"judging {mockbooks.base_url}"[:30] in progress
    assert "\x1b[32m✓ \x1b[0m" in report
    assert Shown(report, seen.exit_code).width <= columns
