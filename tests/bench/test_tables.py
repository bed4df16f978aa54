"""A table reads as columns in a terminal and as a section on a page."""

from dataclasses import replace

from bench._tables import Table
from bench._titles import Title

TABLE = Table(
    title=Title.STARTS,
    headings=("server", "ms", "detail"),
    rows=[("mockbooks", "310", "as installed"), ("Prism", "1700", "")],
    note="Median of 5.",
    words=frozenset({0, 2}),
)


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    assert TABLE.as_text().splitlines() == [
        "Start and idle memory",
        "server       ms  detail",
        "mockbooks   310  as installed",
        "Prism      1700",
        "Median of 5.",
    ]


def test_what_must_be_read_first_stands_above_the_rows() -> None:
    table = replace(TABLE, lead="Beware.")

    assert table.as_text().splitlines()[:3] == ["Start and idle memory", "Beware.", "server       ms  detail"]
    assert table.as_markdown().splitlines()[:5] == [
        "## Start and idle memory",
        "",
        "Beware.",
        "",
        "| server | ms | detail |",
    ]


def test_on_a_page_it_is_a_section() -> None:
    assert TABLE.as_markdown().splitlines() == [
        "## Start and idle memory",
        "",
        "| server | ms | detail |",
        "| --- | ---: | --- |",
        "| mockbooks | 310 | as installed |",
        "| Prism | 1700 |  |",
        "",
        "Median of 5.",
    ]
