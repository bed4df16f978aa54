"""The sample programs run as they are: the whole set-up, with somebody at the browser who decides."""

import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import NamedTuple
from urllib.parse import quote

import httpx
import pytest

from mockbooks.web.walkthrough.contents import CHAPTERS
from mockbooks.web.walkthrough.samples import SAMPLES, Sample, parts, program_for
from mockbooks.web.walkthrough.step import Chapter
from tests.docs.walking import Walk, walk
from tests.e2e.clients.person import Person

TIMEOUT_SECONDS = 30
# CI has Python and Node; PHP it fetches where it can.
SKIPPED_IN_CI = ("php",)

Browser = Callable[[str], str]


class Ending(NamedTuple):
    """How a program ended: what it printed, what it complained of, and whether it called that a success."""

    printed: list[str]
    complaint: str
    is_success: bool


@pytest.fixture
def start() -> Iterator[Walk]:
    with walk() as started:
        yield started


@pytest.fixture
def start_with_tls(tmp_path: Path) -> Iterator[Walk]:
    with walk(tls_folder=tmp_path) as started:
        yield started


@pytest.fixture
def person() -> Person:
    return Person(ssl.create_default_context())


@pytest.fixture
def unused_port() -> Iterator[int]:
    """Take a port without listening at it, so that nobody else does meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture(params=SAMPLES, ids=[sample.short for sample in SAMPLES])
def sample(request: pytest.FixtureRequest) -> Sample:
    chosen: Sample = request.param
    if shutil.which(chosen.command) is not None:
        return chosen
    missing = f"there is no {chosen.command} (it takes {chosen.needs})"
    if os.environ.get("CI") == "true" and chosen.short not in SKIPPED_IN_CI:
        pytest.fail(f"{missing}, and CI may not skip it")
    pytest.skip(missing)


def run(sample: Sample, start: Walk, browser: Browser) -> Ending:
    """Run a program; `browser` is where the person's browser goes from the address that it prints."""
    return run_command([sample.command, str(sample.path), start.base_url], browser)


def run_command(command: list[str], browser: Browser) -> Ending:
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as program:
        timer = Timer(TIMEOUT_SECONDS, program.kill)
        timer.start()
        assert program.stdout is not None
        printed = [program.stdout.readline(), program.stdout.readline()]
        page = httpx.get(browser(printed[-1].removeprefix("Open ").strip()), timeout=TIMEOUT_SECONDS)
        assert page.text == "You can close this page."
        rest, complaint = program.communicate()
        timer.cancel()
    return Ending([*printed, *rest.splitlines(keepends=True)], complaint, program.returncode == 0)


def test_the_whole_set_up(sample: Sample, start: Walk, person: Person) -> None:
    ending = run(sample, start, person.approve)
    assert (ending.complaint, ending.is_success) == ("", True)
    assert ending.printed[0] == "Registered as DKxD5n247b9jb8yjtNb8dNrRgkSRzwZ1\n"
    assert ending.printed[2:] == [
        "Connected to Webshop Koppeling\n",
        "Refreshed: good for another 3600 seconds\n",
        "Revoked\n",
        "Without a person: 25 debtors\n",
    ]


def test_with_tls_the_environment_alone_tells_of_the_ca(
    sample: Sample, start_with_tls: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(start_with_tls.ca))
    monkeypatch.setenv("NODE_EXTRA_CA_CERTS", str(start_with_tls.ca))
    browser = Person(ssl.create_default_context(cafile=start_with_tls.ca))
    ending = run(sample, start_with_tls, browser.approve)
    assert ending.printed[2] == "Connected to Webshop Koppeling\n"
    assert (ending.complaint, ending.is_success) == ("", True)


def test_a_slash_at_the_end_of_the_address_makes_no_difference(sample: Sample, start: Walk, person: Person) -> None:
    ending = run(sample, replace(start, base_url=f"{start.base_url}/"), person.approve)
    assert (ending.complaint, ending.is_success) == ("", True)


def test_where_nobody_listens_there_is_one_line_that_says_so(sample: Sample, unused_port: int) -> None:
    address = f"http://127.0.0.1:{unused_port}"
    command = [sample.command, str(sample.path), f"{address}/"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False)
    assert (ended.stdout, ended.returncode, ended.stderr.count("\n")) == ("", 1, 1)
    assert ended.stderr.startswith(f"no answer from {address}: ")


def test_a_downloaded_program_goes_to_the_server_that_it_came_from(
    sample: Sample, start: Walk, person: Person, tmp_path: Path
) -> None:
    program = tmp_path / sample.file_name
    program.write_text(httpx.get(start.base_url + sample.url).text, encoding="utf-8")
    ending = run_command([sample.command, str(program)], person.approve)
    assert (ending.complaint, ending.is_success) == ("", True)


def test_a_download_stays_good_until_the_server_is_found_elsewhere(sample: Sample, start: Walk) -> None:
    url = start.base_url + sample.url
    known = {"If-None-Match": httpx.get(url).headers["ETag"]}
    assert httpx.get(url, headers=known).status_code == 304
    elsewhere = httpx.get(url, headers={**known, "Host": "boeken.test:8443"})
    assert elsewhere.status_code == 200
    assert "http://boeken.test:8443" in elsewhere.text


@pytest.mark.parametrize("every", SAMPLES, ids=[sample.short for sample in SAMPLES])
def test_an_address_cannot_bring_in_a_program(every: Sample) -> None:
    text = program_for(every, "http://\"'`${}\\\n.example")
    assert "http://%22%27%60%24%7B%7D%5C%0A.example" in text
    assert "127.0.0.1:8080" not in text


def test_somebody_who_says_no(sample: Sample, start: Walk, person: Person) -> None:
    ending = run(sample, start, person.deny)
    assert not ending.is_success
    assert "not connected: access_denied (The person pressed Deny on the consent page.)" in ending.complaint


def test_the_answer_to_another_question(sample: Sample, start: Walk, person: Person) -> None:
    ending = run(sample, start, lambda url: person.approve(url).replace("state=", "state=somebody-elses-"))
    assert not ending.is_success
    assert "state differs: we did not ask this" in ending.complaint


def test_the_answer_of_another_server(sample: Sample, start: Walk, person: Person) -> None:
    own, other = f"iss={quote(start.base_url, safe='')}", "iss=https%3A%2F%2Fthief.example"
    ending = run(sample, start, lambda url: person.approve(url).replace(own, other))
    assert not ending.is_success
    assert "another server answered: https://thief.example" in ending.complaint


@pytest.mark.parametrize("chapter", CHAPTERS, ids=[chapter.anchor for chapter in CHAPTERS])
@pytest.mark.parametrize("every", SAMPLES, ids=[sample.short for sample in SAMPLES])
def test_every_step_is_done_by_a_part(every: Sample, chapter: Chapter) -> None:
    assert parts(every)[chapter.part]


@pytest.mark.parametrize("every", SAMPLES, ids=[sample.short for sample in SAMPLES])
def test_a_sample_fits_its_frame_on_the_page(every: Sample) -> None:
    assert [line for line in every.path.read_text(encoding="utf-8").splitlines() if len(line) > 88] == []
