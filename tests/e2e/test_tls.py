"""TLS: https with a certificate from a CA of its own, for clients that know that CA and for no one else."""

import shlex
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import requests

from mockbooks.server import Server, running
from mockbooks.settings import Settings
from tests.e2e.conftest import Start, is_dropped, read_all

OPENAPI = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
HEALTH = b"GET /_mockbooks/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
# Versions of record and handshake, no session, two ciphers on elliptic curves, no compression.
HELLO_OF_TLS_1_1 = b"\x16\x03\x01\x00\x2f\x01\x00\x00\x2b\x03\x02" + bytes(32) + b"\x00\x00\x04\xc0\x09\xc0\x0a\x01\x00"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Share one server in a thread between the tests that leave no trace in it."""
    folder = tmp_path_factory.mktemp("tls") / "mockbooks-tls"
    settings = Settings(
        port=0, debtors=2, products=2, transactions=0, tls=True, tls_folder=str(folder), slow_request_seconds=0.6
    )
    with running(settings) as shared:
        yield shared


@pytest.fixture
def context(server: Server) -> ssl.SSLContext:
    """Give what a client of Python 3.13 demands, whatever Python this is."""
    context = ssl.create_default_context(cafile=server.authority_file)
    context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mockbooks-tls"


def connect(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=20)


# Reading slowly, or not at all


def test_who_reads_slowly_gets_all_of_many_answers(server: Server, context: ssl.SSLContext) -> None:
    received = b""
    with narrow(server, context) as caller:
        caller.sendall(OPENAPI * 11 + OPENAPI.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        while piece := caller.recv(16_384):
            received += piece
            time.sleep(len(piece) / 1_000_000)

    assert received.count(b"HTTP/1.1 200 OK") == 12
    assert received.endswith(b"}")


def test_who_reads_nothing_of_many_answers_is_dropped(server: Server, context: ssl.SSLContext) -> None:
    with narrow(server, context) as caller:
        caller.sendall(OPENAPI * 20)

        assert is_dropped(caller)


def narrow(server: Server, context: ssl.SSLContext) -> ssl.SSLSocket:
    """Connect with hardly any room for what comes back."""
    caller = socket.socket()
    caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    caller.settimeout(20)
    caller.connect(("127.0.0.1", server.port))
    return context.wrap_socket(caller, server_hostname="localhost")


# Calling


def test_a_client_that_knows_the_ca_is_answered(server: Server, context: ssl.SSLContext) -> None:
    answer = httpx.get(server.base_url + "/_mockbooks/health", verify=context)

    assert server.base_url == f"https://127.0.0.1:{server.port}"
    assert answer.status_code == 200


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_this_machine_may_be_called_by_its_names(host: str, server: Server) -> None:
    url = f"https://{host}:{server.port}/_mockbooks/health"

    assert requests.get(url, timeout=5, verify=str(server.authority_file)).status_code == 200


def test_a_client_that_does_not_know_the_ca_refuses_the_server(server: Server) -> None:
    with pytest.raises(requests.exceptions.SSLError, match="CERTIFICATE_VERIFY_FAILED"):
        requests.get(server.base_url + "/_mockbooks/health", timeout=5)


def test_links_are_https_as_well(server: Server, context: ssl.SSLContext) -> None:
    demo = {"Authorization": "Bearer mockbooks-demo-token"}

    answer = httpx.get(server.base_url + "/api/v1/debtors?pageSize=1", headers=demo, verify=context)

    assert answer.links["next"]["url"] == f"{server.base_url}/api/v1/debtors?pageSize=1&page=2"


def test_what_came_before_tls_1_2_is_hung_up_on(server: Server) -> None:
    with connect(server) as connection:
        connection.sendall(HELLO_OF_TLS_1_1)

        assert read_all(connection) == ""


def test_tls_1_2_is_spoken_with_those_who_know_nothing_newer(server: Server, context: ssl.SSLContext) -> None:
    context.maximum_version = ssl.TLSVersion.TLSv1_2

    with context.wrap_socket(connect(server), server_hostname="localhost") as connection:
        assert connection.version() == "TLSv1.2"


def test_plain_http_is_hung_up_on_and_the_next_caller_is_answered(
    server: Server, context: ssl.SSLContext, capfd: pytest.CaptureFixture[str]
) -> None:
    with connect(server) as plain:
        plain.sendall(HEALTH)
        assert read_all(plain) == ""

    with context.wrap_socket(connect(server), server_hostname="localhost") as connection:
        connection.sendall(HEALTH)
        assert read_all(connection).startswith("HTTP/1.1 200 OK")
    assert capfd.readouterr() == ("", "")


def test_a_url_that_is_too_long_is_refused_by_https_too(server: Server, context: ssl.SSLContext) -> None:
    with context.wrap_socket(connect(server), server_hostname="localhost") as connection:
        connection.sendall(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")

        assert connection.recv(100).startswith(b"HTTP/1.1 414 ")


def test_a_caller_that_says_nothing_is_left_in_time(server: Server) -> None:
    started = time.monotonic()
    with connect(server) as silent:
        assert read_all(silent) == ""

    assert 0.5 < time.monotonic() - started < 3


# Starting and stopping


def test_a_first_start_makes_everything_and_says_so(start: Start, folder: Path) -> None:
    process = start("--tls", f"--tls-folder={folder}")
    assert process.stop() == 0

    assert process.popen.stderr is not None
    made = process.popen.stderr.read().splitlines()
    assert made[0] == (
        f"mockbooks: made a CA in {folder}; clients must trust its ca.pem (mockbooks ca --help says how)"
    )
    assert made[1].startswith(f"mockbooks: made a certificate from the CA in {folder}, valid until 20")
    assert len(made) == 2
    assert oct((folder / "ca.key").stat().st_mode) == oct((folder / "server.key").stat().st_mode) == "0o100600"


def test_a_second_start_uses_the_same_files_and_says_nothing(start: Start, folder: Path) -> None:
    start("--tls", f"--tls-folder={folder}").stop()
    before = {file: file.read_bytes() for file in folder.iterdir()}

    second = start(
        "--tls", f"--tls-folder={folder}", "--clock=2040-01-31T12:00:00Z"
    )  # the certificate is judged by the clock of the machine

    assert second.stop() == 0
    assert second.popen.stderr is not None
    assert second.popen.stderr.read() == ""
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_the_announcement_speaks_of_https_and_its_curl_line_works(start: Start, folder: Path) -> None:
    process = start("--tls", f"--tls-folder={folder}")
    line = process.printed.strip().splitlines()[-1]

    pasted = subprocess.run([*shlex.split(line), "--silent"], capture_output=True, check=True, text=True, timeout=20)

    assert f"  CA certificate {folder}/ca.pem\n" in process.printed
    assert process.base_url.startswith("https://127.0.0.1:")
    assert '"success":true' in pasted.stdout


def test_sigterm_does_not_wait_for_callers_that_keep_their_connection(start: Start, folder: Path) -> None:
    process = start("--tls", f"--tls-folder={folder}")
    with requests.Session() as session:
        session.get(process.base_url + "/_mockbooks/health", timeout=5, verify=str(folder / "ca.pem"))
        started = time.monotonic()

        assert process.stop() == 0
        assert time.monotonic() - started < 1


def test_more_names_can_be_asked_for(start: Start, folder: Path) -> None:
    process = start("--tls", f"--tls-folder={folder}", "--tls-name=books.test", "--tls-name=10.0.0.7")
    context = ssl.create_default_context(cafile=folder / "ca.pem")

    with context.wrap_socket(process.connect(), server_hostname="books.test") as connection:
        named = connection.getpeercert() or {}

    assert ("DNS", "books.test") in named["subjectAltName"]
    assert ("IP Address", "10.0.0.7") in named["subjectAltName"]


def test_a_start_without_tls_does_not_pay_for_cryptography() -> None:
    program = (
        "import sys\n"
        "from mockbooks.server import running\n"
        "from mockbooks.settings import Settings\n"
        "with running(Settings(port=0)): print('cryptography' in sys.modules)\n"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=20)

    assert told.stdout == "False\n"
