"""`mockbooks wait` and `mockbooks health`: whether a server is there, asked until it is, and asked once."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.commands import COMMAND, environment, run
from tests.e2e.conftest import Process, Start


def test_a_healthy_server_is_told_in_one_line(mockbooks: Process) -> None:
    asked = run("health", mockbooks.base_url)

    assert (asked.returncode, asked.stderr) == (0, "")
    assert asked.stdout == f"mockbooks 0.1.0 is up at {mockbooks.base_url}\n"


def test_a_server_that_is_not_there_is_told_in_one_line_too() -> None:
    asked = run("health", "http://127.0.0.1:9")

    assert (asked.returncode, asked.stdout) == (3, "")
    assert asked.stderr == (
        "mockbooks: http://127.0.0.1:9 is not healthy: nothing listens there; is the server running?\n"
    )


def test_health_brings_nothing_along_that_is_slow_to_import(mockbooks: Process) -> None:
    command = [sys.executable, "-X", "importtime", *COMMAND[1:], "health", mockbooks.base_url]
    imported = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stderr
    packages = {line.rpartition("|")[2].strip().partition(".")[0] for line in imported.splitlines()}

    assert "click" in packages
    assert packages.isdisjoint({"flask", "werkzeug", "uvloop", "marshmallow", "rich", "yaml", "cryptography", "faker"})


def test_whoever_waits_for_a_server_that_starts_is_told_when_it_is_there(free_port: int) -> None:
    url = f"http://127.0.0.1:{free_port}"
    with subprocess.Popen(
        [*COMMAND, "wait", url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as waiting:
        assert waiting.stderr is not None
        first = waiting.stderr.readline()
        server = subprocess.Popen([*COMMAND, "serve", f"--port={free_port}"], stdout=subprocess.DEVNULL)
        told, rest = waiting.communicate(timeout=30)
        server.terminate()
        server.wait(10)

    assert first == (f"mockbooks: waiting for {url}, at most 30 s (nothing listens there; is the server running?)\n")
    assert (waiting.returncode, rest) == (0, "")
    assert told.startswith(f"mockbooks 0.1.0 is up at {url} (waited ")


def test_when_the_time_is_up_the_last_reason_is_told(free_port: int) -> None:
    started = time.monotonic()
    waited = run("wait", f"http://127.0.0.1:{free_port}", "--timeout", "0.6")

    assert (waited.returncode, waited.stdout) == (3, "")
    assert waited.stderr.endswith(
        f"http://127.0.0.1:{free_port} is not healthy after 0.6 s: nothing listens there; is the server running?\n"
    )
    assert 0.4 < time.monotonic() - started < 3


def test_somebody_who_never_answers_is_given_up_when_the_time_is_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        waited = run("wait", f"http://127.0.0.1:{silent.getsockname()[1]}", "--timeout", "0.5")

    assert waited.returncode == 3
    assert "is not healthy after 0.5 s: it did not answer within 0.5 seconds" in waited.stderr


def test_something_else_that_answers_is_not_waited_for(something_else: str) -> None:
    started = time.monotonic()
    waited = run("wait", something_else)

    assert waited.returncode == 3
    assert waited.stderr == (f"mockbooks: {something_else} is not healthy: it answers, but is that mockbooks?\n")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("command", ["wait", "health"])
@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "86401", "soon"])
def test_a_time_that_never_ends_or_is_no_time_is_refused(command: str, seconds: str) -> None:
    refused = run(command, "http://127.0.0.1:9", "--timeout", seconds)

    assert refused.returncode == 2
    assert refused.stderr.endswith(
        f"Invalid value for '--timeout': \"{seconds}\" will not do;"
        " allowed: a number of seconds above 0, at most 86400\n"
    )


def test_what_is_no_url_is_not_waited_for() -> None:
    waited = run("wait", "127.0.0.1:8080")

    assert waited.returncode == 2
    assert waited.stderr.endswith("is no URL of a server: write one such as http://127.0.0.1:8080\n")


def test_a_server_with_tls_is_healthy_for_whoever_trusts_its_authority(start: Start, tmp_path: Path) -> None:
    url = start("--tls", f"--tls-folder={tmp_path / 'tls'}").base_url
    trusting = run("health", url, MOCKBOOKS_CA=str(tmp_path / "tls" / "ca.pem"))
    by_its_folder = run("wait", url, MOCKBOOKS_TLS_FOLDER=str(tmp_path / "tls"))

    assert (trusting.returncode, trusting.stdout) == (0, f"mockbooks 0.1.0 is up at {url}\n")
    assert by_its_folder.returncode == 0


def test_a_certificate_that_is_not_trusted_is_not_waited_for(start: Start, tmp_path: Path) -> None:
    url = start("--tls", f"--tls-folder={tmp_path / 'tls'}").base_url
    waited = run("wait", url, folder=tmp_path)

    assert waited.returncode == 3
    assert waited.stderr.startswith(f"mockbooks: {url} is not healthy: its certificate is not trusted (")
    assert waited.stderr.endswith("; name its CA by MOCKBOOKS_CA or --ca (`mockbooks ca` prints it)\n")


def test_a_server_with_tls_is_not_waited_for_without_it(start: Start, tmp_path: Path) -> None:
    url = start("--tls", f"--tls-folder={tmp_path / 'tls'}").base_url.replace("https:", "http:")
    waited = run("wait", url)

    assert waited.returncode == 3
    assert waited.stderr == f"mockbooks: {url} is not healthy: it speaks TLS; write https:// for it\n"


def test_a_name_that_the_certificate_is_not_for_is_told(start: Start, tmp_path: Path) -> None:
    process = start("--host=0.0.0.0", "--tls", f"--tls-folder={tmp_path / 'tls'}")
    asked = run("health", f"https://127.0.0.2:{process.port}", "--ca", str(tmp_path / "tls" / "ca.pem"))

    assert asked.returncode == 3
    assert "its certificate is for other names; start it with --tls-name" in asked.stderr


def test_without_its_control_api_a_server_still_tells_its_health(start: Start) -> None:
    assert run("health", start("--no-control").base_url).returncode == 0


def test_a_server_that_guards_its_control_api_tells_everybody_its_health(start: Start) -> None:
    assert run("health", start("--control-token=geheim").base_url).returncode == 0


def test_a_server_is_found_by_its_process_whatever_flags_it_was_started_with(
    start: Start, free_port: int, tmp_path: Path
) -> None:
    folder = tmp_path / "tls"
    process = start(f"--port={free_port}", "--tls", f"--tls-folder={folder}", "--control-token=geheim")
    number = str(process.popen.pid)

    health = run("health", MOCKBOOKS_SERVER_PROCESS=number)
    verdict = run("verdict", MOCKBOOKS_SERVER_PROCESS=number)

    assert (health.returncode, health.stdout) == (0, f"mockbooks 0.1.0 is up at https://127.0.0.1:{free_port}\n")
    assert verdict.stdout.startswith("No scenario: NOT PASSED")


def test_the_authority_of_a_process_is_printed_from_the_folder_that_it_was_told(start: Start, tmp_path: Path) -> None:
    process = start("--tls", f"--tls-folder={tmp_path / 'tls'}")
    printed = run("ca", MOCKBOOKS_SERVER_PROCESS=str(process.popen.pid))

    assert printed.stdout == (tmp_path / "tls" / "ca.pem").read_text(encoding="utf-8")


@pytest.mark.parametrize(("tls", "scheme"), [("false", "http"), ("true", "https")])
def test_the_file_of_settings_tells_where_its_server_is_though_it_makes_its_authority_only_now(
    free_port: int, tmp_path: Path, tls: str, scheme: str
) -> None:
    settings = f"port = {free_port}\ntransactions = 0\ntls = {tls}\n"
    (tmp_path / "mockbooks.toml").write_text(settings, encoding="utf-8")
    server = subprocess.Popen([*COMMAND, "serve"], stdout=subprocess.DEVNULL, cwd=tmp_path, env=environment())
    waited = run("wait", folder=tmp_path)
    server.terminate()
    server.wait(10)

    assert waited.stdout.startswith(f"mockbooks 0.1.0 is up at {scheme}://127.0.0.1:{free_port} ")


def test_a_port_that_the_server_picks_itself_is_not_guessed() -> None:
    asked = run("health", MOCKBOOKS_PORT="0")

    assert asked.returncode == 2
    assert "name the URL that it printed" in asked.stderr
