"""Country codes are those of ISO 3166-1, and somebody who wrote something else is told which one was meant."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.countries import COUNTRY_CODES, is_eu, suggestion
from mockbooks.domain.country_names import NAMES

ALL_NAMES = [(name, code) for code, names in NAMES.items() for name in names.split(", ")]


def test_there_are_249_countries_and_kosovo() -> None:
    assert len(COUNTRY_CODES) == 250
    assert {"NL", "GB", "GR", "XK"} <= COUNTRY_CODES


def test_what_is_often_taken_for_a_code_is_none() -> None:
    assert COUNTRY_CODES.isdisjoint({"UK", "EL", "XI", "EU", "AN"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("EL", "GR"),
        ("nl", "NL"),
        (" NL ", "NL"),
        ("NLD", "NL"),
        ("BEL", "BE"),
        ("DEU", "DE"),
        ("GBR", "GB"),
        ("Nederland", "NL"),
        ("The Netherlands", "NL"),
        ("HOLLAND", "NL"),
        ("België", "BE"),
        ("belgie", "BE"),
        ("Belgique", "BE"),
        ("Deutschland", "DE"),
        ("Duitsland", "DE"),
        ("Verenigd Koninkrijk", "GB"),
        ("Great Britain", "GB"),
        ("Groot Brittannie", "GB"),
        ("Osterreich", "AT"),
        ("Ελλαδα", "GR"),
        ("Curacao", "CW"),
    ],
)
def test_a_country_written_otherwise_gets_its_code_suggested(text: str, code: str) -> None:
    assert suggestion(text) == code


@pytest.mark.parametrize("text", ["", "Utopia", "QQ", "12", "💶"])
def test_nothing_is_suggested_for_a_country_that_nobody_knows(text: str) -> None:
    assert suggestion(text) is None


@pytest.mark.parametrize(("name", "code"), ALL_NAMES)
def test_every_name_in_the_table_leads_to_its_own_country(name: str, code: str) -> None:
    assert suggestion(name) == code


@settings(deadline=None)
@given(st.text(max_size=30) | st.sampled_from(sorted(COUNTRY_CODES)))
def test_only_codes_that_exist_are_suggested(text: str) -> None:
    assert suggestion(text) in COUNTRY_CODES | {None}


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("NL", date(2026, 11, 23), True),
        ("BE", date(2012, 9, 30), True),
        ("GR", date(2026, 11, 23), True),
        ("GB", date(2020, 12, 31), True),
        ("GB", date(2021, 1, 1), False),
        ("HR", date(2013, 6, 30), False),
        ("HR", date(2013, 7, 1), True),
        ("CH", date(2026, 11, 23), False),
        ("NO", date(2026, 11, 23), False),
        ("EL", date(2026, 11, 23), False),
    ],
)
def test_membership_of_the_eu_depends_on_the_day(code: str, on: date, expected: bool) -> None:  # noqa: FBT001
    assert is_eu(code, on) is expected


def test_the_eu_has_27_members_today() -> None:
    assert len([code for code in COUNTRY_CODES if is_eu(code, date(2026, 11, 23))]) == 27
