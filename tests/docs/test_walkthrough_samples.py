"""The sample programs run as they are: the whole set-up, with somebody at the browser who decides."""

import os
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import NamedTuple
from urllib.parse import quote

import httpx
import pytest

from mockbooks.web.walkthrough.contents import CHAPTERS
from mockbooks.web.walkthrough.samples import SAMPLES, Sample, parts
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
    pipe = subprocess.PIPE
    command = [sample.command, str(sample.path), start.base_url]
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
