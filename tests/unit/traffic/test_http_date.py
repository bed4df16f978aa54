"""A moment as HTTP writes it."""

import pytest

from mockbooks.traffic.http_date import http_date


@pytest.mark.parametrize(
    ("second", "written"),
    [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
        (1_798_761_600, "Fri, 01 Jan 2027 00:00:00 GMT"),
    ],
)
def test_a_moment_is_written_in_english_and_in_gmt(second: int, written: str) -> None:
    assert http_date(second) == written
