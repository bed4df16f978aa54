"""A goal is met up to and including its bound, and a figure that is missing is never a goal that is met."""

from bench._goals import Goal, Outcome, goals_table

START = Goal(what="start ÷ WireMock", at_most=0.3, unit="×")
MEMORY = Goal(what="idle memory", at_most=64, unit="MiB")


def test_the_bound_itself_is_met() -> None:
    assert Outcome(goal=START, reached=0.3).verdict == "met"


def test_anything_above_the_bound_is_not_met() -> None:
    assert Outcome(goal=START, reached=0.3001).verdict == "NOT MET"


def test_what_is_not_measured_is_neither_and_says_why() -> None:
    outcome = Outcome.missing(START, "there is no java here")
    assert outcome.row() == ("start ÷ WireMock", "≤ 0.3 ×", "", "?", "not measured: there is no java here")


def test_figures_have_three_digits_that_say_something() -> None:
    assert Outcome(goal=MEMORY, reached=57.94).row()[1:3] == ("≤ 64 MiB", "57.9 MiB")
    assert Outcome(goal=MEMORY, reached=104.2).row()[2] == "104 MiB"


def test_a_figure_just_above_its_bound_has_the_digit_that_shows_it() -> None:
    wait = Goal(what="longest wait", at_most=10.5, unit="s")

    assert [Outcome(goal=wait, reached=each).row()[2] for each in (10.48, 10.52)] == ["10.5 s", "10.52 s"]
    assert Outcome(goal=MEMORY, reached=64.0004).row()[2] == "64.0004 MiB"


def test_the_table_counts_its_verdicts_and_names_the_machine() -> None:
    outcomes = [
        Outcome(goal=START, reached=0.2),
        Outcome(goal=MEMORY, reached=65),
        Outcome.missing(START, "there is no java here"),
    ]
    table = goals_table(outcomes, "Measured on a machine.")
    assert table.note == "1 met, 1 not met, 1 not measured. Measured on a machine."


def test_a_quick_run_judges_nothing_and_says_so_before_its_figures() -> None:
    outcomes = [Outcome(goal=MEMORY, reached=65), Outcome(goal=MEMORY, reached=2), Outcome.missing(START, "no java")]
    table = goals_table(outcomes, "Measured on a machine.", is_quick=True)

    assert [row[3] for row in table.rows] == ["–", "–", "?"]
    assert table.as_text().splitlines()[1] == (
        "A quick run shows that the bench works: after one short round, its figures are no figures, and none is judged."
    )
    assert table.note == "Measured on a machine."


def test_a_quick_run_blames_java_only_where_it_ran() -> None:
    assert "Java cold" in goals_table([Outcome(goal=START, reached=0.2)], "", is_quick=True).lead
    assert "Java" not in goals_table([Outcome.missing(START, "no java")], "", is_quick=True).lead
