"""Patterns make the numbers on vouchers and invoices, and a wrong pattern is told what is wrong with it."""

import pytest

from mockbooks.domain.numbering import parse_pattern


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{year}-{number:4}", "2026-0007"),
        ("{number}", "7"),
        ("F{year}{number:6}", "F2026000007"),
        ("WEB/{number:3}/{year}", "WEB/007/2026"),
        ("100%-é-{number:2}", "100%-é-07"),
    ],
)
def test_a_pattern_writes_the_fiscal_year_and_the_sequence(pattern: str, number: str) -> None:
    assert parse_pattern(pattern).format(2026, 7) == number


def test_a_sequence_outgrows_its_zeros() -> None:
    assert parse_pattern("{year}-{number:4}").format(2026, 12345) == "2026-12345"


def test_a_pattern_with_the_year_counts_anew_each_year() -> None:
    assert parse_pattern("{year}-{number:4}").per_year


def test_a_pattern_without_the_year_counts_on() -> None:
    assert not parse_pattern("{number:4}").per_year


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("2026-0001", "holds 0 number placeholders instead of one; allowed are"),
        ("{number}{number:4}", "holds 2 number placeholders instead of one; allowed are"),
        ("{jaar}-{number:4}", r"holds the unknown placeholder \{jaar\}; allowed are"),
        ("{number:x}", r"holds the unknown placeholder \{number:x\}; allowed are"),
        ("{number:0}", r"holds the unknown placeholder \{number:0\}; allowed are"),
        ("{}{number}", r"holds the unknown placeholder \{\}; allowed are"),
        ("{number:99}", r"holds the unknown placeholder \{number:99\}; allowed are"),
        ("{year:2}{number}", r"holds the unknown placeholder \{year:2\}; allowed are"),
        ("{{number}}", "holds a loose brace; allowed are"),
        ("{number", "holds a loose brace; allowed are"),
    ],
)
def test_a_wrong_pattern_is_told_what_came_and_what_is_allowed(pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_pattern(pattern)
