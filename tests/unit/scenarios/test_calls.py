"""Which of the calls that an injection matches it acts on."""

import pytest

from mockbooks.scenarios.calls import EVERY_CALL, Calls, read_calls


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("first", [1]),
        ("3", [3]),
        ("2-4", [2, 3, 4]),
        ("2-2", [2]),
        ("first 2", [1, 2]),
        ("every 5", [5, 10]),
        ("after 7", [8, 9, 10, 11]),
    ],
)
def test_a_choice_is_due_at_these_of_the_first_eleven_calls(written: str, due: list[int]) -> None:
    calls = read_calls(written)
    assert calls is not None
    assert list(filter(calls.due, range(1, 12))) == due


def test_without_a_choice_every_call_is_due() -> None:
    assert list(filter(EVERY_CALL.due, range(1, 5))) == [1, 2, 3, 4]


def test_the_millionth_call_is_still_counted() -> None:
    assert read_calls("every 1000") == Calls(every=1000)
    assert Calls(every=1000).due(1_000_000)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0",
        "-1",
        "4-2",
        "first 0",
        "every",
        "every 0",
        "after",
        "last",
        "2 - 4",
        "1.5",
        "First",
        "1000000",
        "२",
        "3\n",
    ],
)
def test_what_is_no_choice_of_calls_is_none(written: str) -> None:
    assert read_calls(written) is None
