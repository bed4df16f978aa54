"""Who reads: a person at a terminal, or a program."""

from io import StringIO

import pytest

from mockbooks.cli.reading import Reader
from mockbooks.cli.verdict_shown import shown


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


PERSON = Reader(is_person=True, has_colours=True, columns=80)
PERSON_WITHOUT_COLOURS = Reader(is_person=True, has_colours=False, columns=80)
LOG = Reader(is_person=True, has_colours=True)
PROGRAM = Reader(is_person=False, has_colours=False)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(
    ("environment", "reader"),
    [
        ({}, PERSON),
        ({"TERM": "xterm"}, PERSON),
        ({"TERM": "dumb"}, PROGRAM),
        ({"NO_COLOR": "1"}, PERSON_WITHOUT_COLOURS),
        ({"NO_COLOR": ""}, PERSON),
        ({"FORCE_COLOR": "0"}, PERSON_WITHOUT_COLOURS),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, PERSON_WITHOUT_COLOURS),
    ],
)
def test_at_a_terminal_a_person_reads(environment: dict[str, str], reader: Reader) -> None:
    assert Reader.of(Terminal(), environment) == reader


@pytest.mark.parametrize(
    ("environment", "reader"),
    [
        ({}, PROGRAM),
        ({"FORCE_COLOR": "1"}, LOG),
        ({"FORCE_COLOR": "0"}, PROGRAM),
        ({"FORCE_COLOR": "3", "NO_COLOR": "1"}, Reader(is_person=True, has_colours=False)),
    ],
)
def test_in_a_pipe_a_program_reads_unless_colours_are_forced(environment: dict[str, str], reader: Reader) -> None:
    assert Reader.of(StringIO(), environment) == reader


@pytest.mark.parametrize(
    ("stream", "reader"), [(Terminal(), PERSON), (StringIO(), PROGRAM)], ids=["at a terminal", "in a pipe"]
)
def test_what_is_kept_as_a_file_has_colours_at_a_terminal_alone(stream: StringIO, reader: Reader) -> None:
    assert Reader.of_file(stream, {"FORCE_COLOR": "1"}) == reader


def test_a_style_is_for_who_sees_colours() -> None:
    assert PERSON.styled("mockbooks", bold=True) == "\x1b[1mmockbooks\x1b[0m"
    assert PROGRAM.styled("mockbooks", bold=True) == "mockbooks"


VERDICT = """Scenario lost-reply: NOT PASSED (1 passed, 1 failed, 1 not exercised)

✓ noDuplicateBookings
    every reference was booked once
✗ everyInjectionFired (failed)
    the answer is lost: never
      #1 2026-10-15T07:00:00Z GET /api/v1/debtors → 200 (req_1)
– waitedForRetryAfter (not exercised)
    nobody was sent away

What was noticed besides
  · client mockbooks-demo booked ORD-1001 twice
"""


def test_a_verdict_is_red_green_and_yellow_and_its_exchanges_are_dimmed() -> None:
    lines = shown(VERDICT, LOG).split("\n")

    assert lines[0] == ("\x1b[31m\x1b[1mScenario lost-reply: NOT PASSED (1 passed, 1 failed, 1 not exercised)\x1b[0m")
    assert lines[2] == "\x1b[32m✓ noDuplicateBookings\x1b[0m"
    assert lines[4] == "\x1b[31m\x1b[1m✗ everyInjectionFired (failed)\x1b[0m"
    assert lines[6] == "\x1b[2m      #1 2026-10-15T07:00:00Z GET /api/v1/debtors → 200 (req_1)\x1b[0m"
    assert lines[7] == "\x1b[33m\x1b[1m– waitedForRetryAfter (not exercised)\x1b[0m"
    assert lines[10] == "\x1b[1mWhat was noticed besides\x1b[0m"
    assert lines[1::10] == ["", "  · client mockbooks-demo booked ORD-1001 twice"]


def test_a_verdict_that_is_a_pass_is_green() -> None:
    assert shown("Scenario lost-reply: PASSED (2 passed)", LOG) == (
        "\x1b[32m\x1b[1mScenario lost-reply: PASSED (2 passed)\x1b[0m"
    )


def test_a_verdict_is_the_same_for_a_program() -> None:
    assert shown(VERDICT, PROGRAM) == VERDICT


def test_a_line_that_is_too_long_is_broken_below_where_its_words_begin() -> None:
    narrow = Reader(is_person=True, has_colours=False, columns=40)

    assert shown("    Whatever was to be booked stands in the books, under 1 reference.", narrow) == (
        "    Whatever was to be booked stands in\n    the books, under 1 reference."
    )
    assert shown("  · client mockbooks-demo created transaction trx_000001", narrow) == (
        "  · client mockbooks-demo created\n    transaction trx_000001"
    )
    assert shown('          > {"type":"sales","date":"2026-11-01","debtorId":"deb_000001"}', narrow) == (
        '          > {"type":"sales","date":"2026\n            -11-01","debtorId":"deb_0000\n            01"}'
    )
