"""`mockbooks env` and `mockbooks new-administration`: what a client program needs, as shells and files take it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

from tests.e2e.commands import COMMAND, environment, run
from tests.e2e.conftest import Process, Start

ASK_FOR_A_DEBTOR = 'curl -sS -H "Authorization: Bearer $MOCKBOOKS_TOKEN" "$MOCKBOOKS_API_URL/debtors?pageSize=1"'
TOKEN = re.compile(r"mb_at_\w{32}")


def in_a_shell(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script in which `mockbooks` is our command."""
    function = f'mockbooks() {{ {" ".join(COMMAND)} "$@"; }}\n'
    return subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", function + script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=environment(**variables),
    )


def pairs_in(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines())


def test_a_shell_that_evaluates_it_can_call_the_api(mockbooks: Process) -> None:
    done = in_a_shell(f'eval "$(mockbooks env {mockbooks.base_url})"\n{ASK_FOR_A_DEBTOR}')

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["page"]["totalItems"] == 3


def test_a_shell_that_evaluates_it_can_call_a_server_with_tls(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "mijn boeken's"
    url = start("--tls", f"--tls-folder={folder}").base_url
    done = in_a_shell(
        f'eval "$(mockbooks env {url})"\n{ASK_FOR_A_DEBTOR}\nmockbooks health', MOCKBOOKS_TLS_FOLDER=str(folder)
    )

    assert done.returncode == 0
    assert '"success":true' in done.stdout
    assert done.stdout.endswith(f"mockbooks 0.1.0 is up at {url}\n")
    assert done.stderr == (
        "mockbooks: SSL_CERT_FILE, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE have programs trust this CA alone;"
        " --no-trust leaves them out\n"
    )


def test_within_a_container_others_are_told_the_public_url_and_how_to_get_the_authority(
    start: Start, free_port: int, tmp_path: Path
) -> None:
    flags = ("--tls", f"--tls-folder={tmp_path}", "--public-url=https://boeken.test:9000")
    process = start(f"--port={free_port}", *flags)
    asked = run("env", "--format", "dotenv", MOCKBOOKS_SERVER_PROCESS=str(process.popen.pid))

    assert pairs_in(asked.stdout)["MOCKBOOKS_URL"] == "https://boeken.test:9000"
    assert "ca.pem" not in asked.stdout
    assert asked.stderr == (
        "mockbooks: the CA is where the server is: `mockbooks ca` prints it, and MOCKBOOKS_CA is to name its file\n"
    )


def test_what_cannot_be_written_to_a_dotenv_file_is_refused_before_books_are_made(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "'t $boek"
    url = start("--tls", f"--tls-folder={folder}").base_url
    asked = run("new-administration", url, "--format", "dotenv", MOCKBOOKS_TLS_FOLDER=str(folder))

    assert (asked.returncode, asked.stdout) == (2, "")
    assert asked.stderr == (
        "mockbooks: MOCKBOOKS_CA holds both ' and '$', which programs do not read alike in a .env file;"
        " use --format shell\n"
    )
    made = httpx.get(f"{url}/_mockbooks/administrations", verify=False).json()["data"]  # noqa: S501 - its own CA
    assert [each["id"] for each in made] == ["demo"]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not on this machine")
def test_a_program_of_node_that_reads_the_file_trusts_the_server_beside_all_others(
    start: Start, tmp_path: Path
) -> None:
    url = start("--tls", f"--tls-folder={tmp_path}").base_url
    program = "fetch(process.env.MOCKBOOKS_API_URL + '/support').then(answer => console.log(answer.status))"
    done = in_a_shell(f'eval "$(mockbooks env {url})"\nnode -e "{program}"', MOCKBOOKS_TLS_FOLDER=str(tmp_path))

    assert done.stdout == "200\n"


def test_a_dotenv_file_holds_the_demo(mockbooks: Process) -> None:
    told = run("env", mockbooks.base_url, "--format", "dotenv").stdout

    assert pairs_in(told) == {
        "MOCKBOOKS_URL": mockbooks.base_url,
        "MOCKBOOKS_API_URL": f"{mockbooks.base_url}/api/v1",
        "MOCKBOOKS_TOKEN_URL": f"{mockbooks.base_url}/oauth/token",
        "MOCKBOOKS_AUTHORIZE_URL": f"{mockbooks.base_url}/oauth/authorize",
        "MOCKBOOKS_ADMINISTRATION": "demo",
        "MOCKBOOKS_CLIENT_ID": "mockbooks-demo",
        "MOCKBOOKS_CLIENT_SECRET": "mockbooks-demo-secret",
        "MOCKBOOKS_TOKEN": "mockbooks-demo-token",
    }


def test_the_client_that_is_told_gets_a_token_where_it_is_told_to(mockbooks: Process) -> None:
    told = pairs_in(run("env", mockbooks.base_url, "--format", "dotenv").stdout)
    credentials = (told["MOCKBOOKS_CLIENT_ID"], told["MOCKBOOKS_CLIENT_SECRET"])

    answer = httpx.post(told["MOCKBOOKS_TOKEN_URL"], data={"grant_type": "client_credentials"}, auth=credentials)

    assert answer.status_code == 200


def test_a_server_that_is_not_there_has_no_variables() -> None:
    asked = run("env", "http://127.0.0.1:9")

    assert (asked.returncode, asked.stdout) == (3, "")
    assert asked.stderr.startswith("mockbooks: there are no variables from http://127.0.0.1:9: nothing listens there")


@pytest.mark.parametrize(
    ("command", "wanted"),
    [("env", "there are no variables"), ("new-administration", "there is no new administration")],
)
def test_something_else_that_answers_everything_has_nothing_to_tell(
    command: str, wanted: str, something_else: str
) -> None:
    asked = run(command, something_else)

    assert (asked.returncode, asked.stdout) == (3, "")
    assert asked.stderr == f"mockbooks: {wanted} from {something_else}: it answers, but is that mockbooks?\n"


def test_without_the_demo_it_is_said_how_to_have_books(start: Start) -> None:
    url = start("--no-demo").base_url
    asked = run("env", url)

    assert (asked.returncode, asked.stdout) == (3, "")
    assert asked.stderr == (
        f"mockbooks: there are no variables from {url}: it has no administration demo; make one with"
        " `mockbooks new-administration --format shell`\n"
    )


def test_without_its_control_api_the_demo_is_taken_to_be_there(start: Start) -> None:
    url = start("--no-control").base_url
    asked = run("env", url)

    assert asked.returncode == 0
    assert "export MOCKBOOKS_TOKEN=mockbooks-demo-token\n" in asked.stdout
    assert asked.stderr == f"mockbooks: {url} has no control API, and may have no administration demo\n"


def test_of_another_administration_the_credentials_are_not_told_again(start: Start) -> None:
    url = start().base_url
    run("new-administration", url)
    asked = run("env", url, "--administration", "adm_000001")

    assert "export MOCKBOOKS_ADMINISTRATION=adm_000001\n" in asked.stdout
    assert "MOCKBOOKS_TOKEN=" not in asked.stdout
    assert asked.stderr == (
        "mockbooks: the client and the token of adm_000001 were told when it was made, and are not printed again\n"
    )


def test_an_administration_that_is_not_there_is_refused(mockbooks: Process) -> None:
    asked = run("env", mockbooks.base_url, MOCKBOOKS_ADMINISTRATION="adm_999999")

    assert asked.returncode == 3
    assert 'There is no administration with id "adm_999999" on this server.' in asked.stderr


def test_new_books_are_told_in_lines(start: Start) -> None:
    url = start().base_url
    made = run("new-administration", url, "--name", "Webwinkel De Fietsenmaker B.V.")
    lines = dict(line.split(maxsplit=1) for line in made.stdout.replace(" id", "-id").splitlines())

    assert (made.returncode, made.stderr) == (0, "")
    assert lines["Administration"] == "adm_000001"
    assert lines["Name"] == "Webwinkel De Fietsenmaker B.V."
    assert lines["API"] == f"{url}/api/v1"
    assert TOKEN.search(lines["Access"])


def test_a_shell_that_evaluates_new_books_works_in_them(start: Start) -> None:
    url = start("--control-token=geheim").base_url
    done = in_a_shell(
        f"export MOCKBOOKS_CONTROL_TOKEN=geheim\n"
        f'eval "$(mockbooks new-administration {url} --format shell)"\n'
        'curl -sS -H "Authorization: Bearer $MOCKBOOKS_TOKEN" "$MOCKBOOKS_API_URL/administration"\n'
    )

    assert json.loads(done.stdout)["data"]["id"] == "adm_000001"


def test_new_books_may_begin_with_a_scenario_of_their_own(start: Start, tmp_path: Path) -> None:
    url = start().base_url
    file = tmp_path / "mine.yaml"
    file.write_text("name: mine\nexpect:\n  - trialBalance\n", encoding="utf-8")

    by_name = json.loads(run("new-administration", url, "--scenario", "lost-reply", "--format", "json").stdout)
    by_file = json.loads(run("new-administration", url, "--scenario", str(file), "--format", "json").stdout)

    assert run("verdict", url, "--administration", by_name["id"]).stdout.startswith("Scenario lost-reply: ")
    assert run("verdict", url, MOCKBOOKS_ADMINISTRATION=by_file["id"]).stdout.startswith("Scenario mine: ")
    assert run("verdict", url).stdout.startswith("No scenario: ")


def test_what_is_a_name_for_serve_is_a_name_for_new_books_though_a_file_is_called_so(
    start: Start, tmp_path: Path
) -> None:
    url = start().base_url
    (tmp_path / "lost-reply").write_text("name: mine\n", encoding="utf-8")

    made = run("new-administration", url, "--scenario", "lost-reply", "--format", "json", folder=tmp_path)

    told = run("verdict", url, "--administration", json.loads(made.stdout)["id"]).stdout
    assert told.startswith("Scenario lost-reply: ")


def test_a_file_that_is_not_there_is_refused_as_serve_refuses_it(mockbooks: Process) -> None:
    refused = run("new-administration", mockbooks.base_url, "--scenario", "nope.yaml")
    by_serve = run("serve", "--port=0", "--scenario", "nope.yaml")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "there is no such file" in refused.stderr
    assert refused.stderr == by_serve.stderr


def test_books_whose_scenario_cannot_be_are_not_made(start: Start) -> None:
    url = start().base_url
    refused = run("new-administration", url, "--scenario", "lost-repl")

    assert (refused.returncode, refused.stdout) == (3, "")
    assert 'There is no scenario "lost-repl". Did you mean "lost-reply"?' in refused.stderr
    assert [each["id"] for each in httpx.get(f"{url}/_mockbooks/administrations").json()["data"]] == ["demo"]


def test_a_job_of_github_hides_what_is_secret_and_nothing_that_is_published(start: Start) -> None:
    url = start().base_url
    demo = run("env", url, "--format", "github")
    made = run("new-administration", url, "--format", "github")
    told = pairs_in(made.stdout)

    assert (demo.stderr, demo.stdout.splitlines()[0]) == ("", f"MOCKBOOKS_URL={url}")
    assert made.stderr == (f"::add-mask::{told['MOCKBOOKS_TOKEN']}\n::add-mask::{told['MOCKBOOKS_CLIENT_SECRET']}\n")


def test_a_name_that_will_not_do_is_refused_with_what_is_wrong(mockbooks: Process) -> None:
    refused = run("new-administration", mockbooks.base_url, "--name", "x" * 101)

    assert refused.returncode == 3
    assert refused.stderr.startswith(f"mockbooks: there is no new administration from {mockbooks.base_url}: /name")
