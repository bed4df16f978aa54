"""`truncate`: the headers promise more than comes."""

from dataclasses import replace

import pytest

from mockbooks.traffic.delivery import Cut
from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import CREATED, acted, changed, refused

HUNDRED_BYTES = Answer(status=200, body=b"x" * 100)


@pytest.mark.parametrize(
    ("settings", "at_bytes"),
    [
        (None, 50),
        ("50%", 50),
        ("12.5%", 12),
        ("0%", 0),
        ("100%", 99),
        (0, 0),
        (30, 30),
        (99, 99),
        (100, 99),
        (5000, 99),
    ],
)
def test_a_share_or_a_number_of_bytes_comes_and_never_the_whole(settings: object, at_bytes: int) -> None:
    assert changed("truncate", settings, HUNDRED_BYTES) == replace(HUNDRED_BYTES, delivery=Cut(at_bytes))


def test_an_answer_of_one_byte_loses_it() -> None:
    assert changed("truncate", "50%", Answer(status=200, body=b"1")).delivery == Cut(0)


def test_an_answer_without_a_body_has_nothing_to_lose() -> None:
    assert acted("truncate", "50%", answer=Answer(status=200)) is None


def test_status_headers_and_body_stay_those_of_the_true_answer() -> None:
    answer = changed("truncate", 10, CREATED)
    assert (answer.status, answer.body, answer.media_type) == (200, CREATED.body, "application/json")


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("50", "not_share"),
        ("101%", "not_share"),
        (0.5, "not_share"),
        (True, "not_share"),
        (-1, "number_out_of_range"),
        (10_000_001, "number_out_of_range"),
        ({"bytes": 100}, "not_share"),
    ],
)
def test_what_is_no_length_is_refused(settings: object, code: str) -> None:
    assert refused("truncate", settings) == [("", code)]
