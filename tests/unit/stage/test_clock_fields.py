"""A moment that a clock is put at: read with its zone, and refused where the books do not reach."""

from datetime import UTC, datetime
from typing import cast

import pytest
from marshmallow import ValidationError

from mockbooks.errors import Complaint
from mockbooks.stage.clock_fields import ClockMoment

FIELD = ClockMoment("A moment.", required=True)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-10-15T09:00:00.75+02:00", datetime(2026, 10, 15, 7, tzinfo=UTC)),
        ("2002-12-31T22:00:00-02:00", datetime(2003, 1, 1, tzinfo=UTC)),
        ("2999-12-31T00:00:00Z", datetime(2999, 12, 31, tzinfo=UTC)),
    ],
)
def test_it_gives_the_second_in_utc(text: str, moment: datetime) -> None:
    assert FIELD.deserialize(text) == moment


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "2003-01-01T00:00:00+02:00", "2999-12-31T00:00:01Z"])
def test_what_the_books_do_not_reach_is_refused_with_what_they_do(text: str) -> None:
    with pytest.raises(ValidationError) as raised:
        FIELD.deserialize(text)

    values = {"came": f'"{text}"', "first": "2003-01-01T00:00:00Z", "last": "2999-12-31T00:00:00Z"}
    assert cast("object", raised.value.messages) == [Complaint("moment_out_of_range", values=values)]
