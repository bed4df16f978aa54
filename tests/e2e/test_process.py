"""`mockbooks serve` as a process: starting, what it prints, stopping, and what it says when it cannot start."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import requests

from tests.e2e.conftest import Process, Start, read_all

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
UNFINISHED = (
    b"POST /api/v1/debtors HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    b"Content-Length: 10\r\nExpect: 100-continue\r\n\r\n"
)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mockbooks", *arguments],
        capture_output=True,
        check=False,
        text=True,
        timeout=20,
        env={**os.environ, **environment},
    )


def test_health_is_up_as_soon_as_the_address_is_printed(start: Start) -> None:
    health = requests.get(start().base_url + "/_mockbooks/health", timeout=5)

    assert health.status_code == 200
    assert health.json() == {"success": True, "data": {"status": "up", "version": "0.1.0"}}


def test_the_printed_curl_line_works(mockbooks: Process) -> None:
    line = mockbooks.printed.strip().splitlines()[-1]

    pasted = subprocess.run([*shlex.split(line), "--silent"], capture_output=True, check=True, text=True, timeout=20)

    assert '"success":true' in pasted.stdout


def test_it_says_where_everything_is_and_that_state_is_lost(mockbooks: Process) -> None:
    url = mockbooks.base_url

    assert mockbooks.printed == (
        "mockbooks 0.1.0 is ready. State is in memory and is lost on stop (Ctrl+C).\n"
        "\n"
        f"  Dashboard      {url}/\n"
        f"  API            {url}/api/v1\n"
        f"  Documentation  {url}/docs\n"
        f"  Guide          {url}/docs/guide\n"
        f"  OAuth          {url}/docs/oauth\n"
        f"  Scenarios      {url}/docs/scenarios\n"
        "  Demo client    mockbooks-demo / mockbooks-demo-secret\n"
        "  Demo token     mockbooks-demo-token\n"
        "\n"
        "Try it:\n"
        f'  curl -H "Authorization: Bearer mockbooks-demo-token" "{url}/api/v1/debtors?pageSize=2"\n'
    )


def test_without_control_it_leads_to_no_dashboard(start: Start) -> None:
    assert "Dashboard" not in start("--no-control").printed


def test_without_the_demo_the_printed_curl_line_gives_books_and_a_token_of_their_own(start: Start) -> None:
    printed = start("--no-demo").printed
    line = printed.strip().splitlines()[-1]

    pasted = subprocess.run([*shlex.split(line), "--silent"], capture_output=True, check=True, text=True, timeout=20)

    assert "demo" not in printed
    assert json.loads(pasted.stdout)["data"]["accessToken"].startswith("mb_at_")


def test_an_address_that_others_can_reach_is_warned_about(start: Start) -> None:
    process = start("--host=0.0.0.0")
    process.stop()

    assert process.popen.stderr is not None
    assert process.popen.stderr.read() == (
        f"mockbooks: whoever can reach 0.0.0.0:{process.port} can also control this server, for /_mockbooks asks for no"
        " token: keep it inside a network of your own\n"
    )


def test_sigterm_stops_an_idle_server_within_a_second_with_exit_code_0(start: Start) -> None:
    process = start()
    with requests.Session() as session:
        session.get(process.base_url + "/_mockbooks/health", timeout=5)
        started = time.monotonic()

        assert process.stop() == 0
        assert time.monotonic() - started < 1


def test_ctrl_c_stops_with_exit_code_0_and_without_a_traceback(start: Start) -> None:
    process = start()

    assert process.stop(signal.SIGINT) == 0
    assert process.popen.stderr is not None
    assert process.popen.stderr.read() == ""


def test_a_signal_while_it_starts_stops_it_with_exit_code_0() -> None:
    command = [sys.executable, "-m", "mockbooks", "serve", "--port=0", "--debtors=500000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as starting:
        time.sleep(1.5)  # its handlers are in place, and the seed of 500 000 is not
        starting.terminate()

        assert starting.wait(10) == 0
        assert starting.communicate() == (b"", b"")


def test_an_unfinished_request_is_cut_off_when_the_time_to_stop_is_over(start: Start) -> None:
    process = start("--shutdown-seconds=0.5")
    with process.connect() as connection:
        connection.sendall(UNFINISHED)
        assert connection.recv(100) == CONTINUE
        started = time.monotonic()

        assert process.stop() == 0
        assert 0.4 < time.monotonic() - started < 2


def test_a_request_that_is_finished_in_time_is_answered(start: Start) -> None:
    process = start()
    with process.connect() as connection:
        connection.sendall(UNFINISHED)
        assert connection.recv(100) == CONTINUE
        process.popen.terminate()
        connection.sendall(b'{"name":"Garage Visser"}'[:10])

        assert "HTTP/1.1 401 " in read_all(connection)
        assert process.popen.wait(5) == 0


def test_a_stop_that_takes_a_while_says_so_and_a_second_signal_does_not_wait_for_what_runs(start: Start) -> None:
    process = start("--shutdown-seconds=60")
    with process.connect() as connection, process.connect():
        connection.sendall(UNFINISHED)
        assert connection.recv(100) == CONTINUE
        process.popen.terminate()
        assert process.popen.stderr is not None
        told = process.popen.stderr.readline()

        assert told == "mockbooks: finishing 1 request, for 60 s at most; Ctrl+C again stops it now\n"
        assert process.stop() == 0
        assert process.popen.stderr.read() == ""


def test_a_port_in_use_is_told_in_one_line_with_exit_code_1(mockbooks: Process) -> None:
    second = run("serve", f"--port={mockbooks.port}")

    assert second.returncode == 1
    assert second.stderr == (
        f"mockbooks: port {mockbooks.port} on 127.0.0.1 is in use; "
        "stop what uses it, or choose another with --port (0 picks a free one)\n"
    )


def test_the_port_is_free_again_at_once(start: Start) -> None:
    first = start()
    requests.get(first.base_url + "/_mockbooks/health", timeout=5)
    first.stop()

    second = start(f"--port={first.port}")

    assert second.base_url == first.base_url


def test_a_wrong_flag_is_told_with_what_is_allowed_and_exit_code_2() -> None:
    refused = run("serve", "--port=many")

    assert refused.returncode == 2
    assert refused.stderr == (
        'mockbooks: --port: "many" will not do; allowed: a whole number from 0 to 65535; 0 picks a free port\n'
    )


def test_a_wrong_variable_is_told_by_its_name() -> None:
    refused = run("serve", MOCKBOOKS_LOCK_DATE="31-12-2025")

    assert refused.returncode == 2
    assert refused.stderr.startswith('mockbooks: MOCKBOOKS_LOCK_DATE: "31-12-2025" will not do')


def test_a_file_that_is_named_must_exist(tmp_path: Path) -> None:
    refused = run("serve", f"--config={tmp_path / 'absent.toml'}")

    assert refused.returncode == 2
    assert "absent.toml: cannot be read (No such file or directory)" in refused.stderr


def test_the_help_names_every_variable_and_shows_an_example() -> None:
    told = run("serve", "--help").stdout

    assert "mockbooks serve --port 0" in told
    assert "MOCKBOOKS_FILED_QUARTERS" in told
    assert "--no-demo" in told


def test_a_server_that_starts_brings_nothing_along_that_only_a_person_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "mockbooks", "serve", "--port=0", "--transactions=0"]
    imported = tmp_path / "imported.txt"
    with (
        imported.open("w", encoding="utf-8") as file,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True) as starting,
    ):
        assert starting.stdout is not None
        assert starting.stdout.readline().startswith("mockbooks 0.1.0 is ready.")
        starting.terminate()
    packages = {line.rpartition("|")[2].strip() for line in imported.read_text(encoding="utf-8").splitlines()}

    assert "uvloop" in packages
    for_people = {"rich", "pygments", "markdown_it", "urllib.request", "faker", "cryptography", "jinja2", "yaml"}
    for_pages = {"flask", "werkzeug", "flask_smorest", "webargs", "authlib", "re2"}
    assert packages.isdisjoint({*for_people, *for_pages, "multiprocessing", "logging.config"})


def test_the_version_is_told() -> None:
    assert run("--version").stdout == "mockbooks 0.1.0\n"


def test_the_openapi_document_is_printed() -> None:
    assert json.loads(run("openapi").stdout)["openapi"].startswith("3.")


def test_requests_are_logged_on_one_line_each_when_asked_for(start: Start) -> None:
    process = start("--log-requests")
    requests.get(
        process.base_url + "/api/v1/debtors?access_token=hidden", headers={"X-Request-Id": "order-1"}, timeout=5
    )
    process.stop()

    assert process.popen.stderr is not None
    line = process.popen.stderr.read()
    assert line.startswith("GET /api/v1/debtors?access_token=*** 401 ")
    assert line.endswith(" order-1\n")


def test_whoever_is_kept_out_of_the_dashboard_leaves_a_line(start: Start) -> None:
    process = start("--log-requests", "--control-token", "controle-7f3a")
    guess = {"If-None-Match": '"x"', "Authorization": "Bearer controle-7f3"}
    page = process.base_url + "/dashboard/requests"
    assert requests.get(page, headers=guess, timeout=5).status_code == 401
    assert requests.get(process.base_url + "/", headers=guess, timeout=5).status_code == 200
    sign_in = process.base_url + "/dashboard/sign-in"
    assert requests.post(sign_in, data={"token": "controle-7f3"}, headers=guess, timeout=5).status_code == 401
    process.stop()

    assert process.popen.stderr is not None
    assert [line.split(" ", 3)[:3] for line in process.popen.stderr.read().splitlines()] == [
        ["GET", "/dashboard/requests", "401"],
        ["GET", "/", "200"],
        ["POST", "/dashboard/sign-in", "401"],
    ]


def test_an_open_dashboard_that_asks_every_second_fills_no_log(start: Start) -> None:
    process = start("--log-requests")
    tag = requests.get(process.base_url + "/", timeout=5).headers["ETag"]
    assert requests.get(process.base_url + "/", headers={"If-None-Match": tag}, timeout=5).status_code == 304
    process.stop()

    assert process.popen.stderr is not None
    (line,) = process.popen.stderr.read().splitlines()
    assert line.startswith("GET / 200 ")
