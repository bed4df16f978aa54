"""The score counts what was said and what could have been said, on one document of the corpus."""

from tests.conformance.corpus import CONDITIONS, Verdict, document
from tests.conformance.score import Score, misses, score_operations, score_verdicts

DEGELIJK = document("degelijk")  # all 25 conditions are met
NORDVIK = document("nordvik")  # cannot tell C9i, C9ii, C9iv; two verdicts for C6d and C6e
ALL_MET: dict[str, Verdict] = dict.fromkeys(CONDITIONS, "met")


def test_an_auditor_that_says_what_the_reader_says_scores_all() -> None:
    assert score_verdicts([DEGELIJK], {"degelijk": ALL_MET}) == Score(right=25, said=25, known=25)
    assert misses([DEGELIJK], {"degelijk": ALL_MET}) == ()


def test_a_wrong_verdict_costs_precision_and_recall() -> None:
    score = score_verdicts([DEGELIJK], {"degelijk": {**ALL_MET, "C4a": "not_met"}})
    assert (score.precision, score.recall) == (24 / 25, 24 / 25)


def test_cannot_tell_costs_recall_only() -> None:
    score = score_verdicts([DEGELIJK], {"degelijk": {**ALL_MET, "C4a": "cannot_tell"}})
    assert (score.precision, score.recall) == (1.0, 24 / 25)


def test_cannot_tell_costs_nothing_where_a_reader_cannot_tell_either() -> None:
    first: dict[str, Verdict] = {number: answer.verdicts[0] for number, answer in NORDVIK.known.answers.items()}
    doubting: dict[str, Verdict] = {**first, "C6d": "cannot_tell"}
    assert score_verdicts([NORDVIK], {"nordvik": first}) == Score(right=22, said=22, known=22)
    assert score_verdicts([NORDVIK], {"nordvik": doubting}) == Score(right=21, said=21, known=21)


def test_a_statement_where_nobody_can_tell_costs_precision() -> None:
    first: dict[str, Verdict] = {number: answer.verdicts[0] for number, answer in NORDVIK.known.answers.items()}
    bold: dict[str, Verdict] = {**first, "C9ii": "met"}
    assert score_verdicts([NORDVIK], {"nordvik": bold}) == Score(right=22, said=23, known=22)


def test_a_miss_tells_why_the_reader_decided_otherwise() -> None:
    [miss] = misses([DEGELIJK], {"degelijk": {**ALL_MET, "C8": "not_met"}})
    assert (miss.condition, miss.said, miss.allowed) == ("C8", "not_met", ("met",))
    assert miss.because == "GET /limieten tells what is left"


def test_operations_are_scored_by_role_and_any_that_the_reader_named_is_right() -> None:
    found = {"nordvik": {"transaction": {"list": "GET /3/vouchers", "create": "POST /3/customers"}}}
    assert score_operations([NORDVIK], found) == Score(right=1, said=2, known=13)  # type: ignore[arg-type] # roles


def test_an_auditor_that_says_nothing_says_nothing_wrong() -> None:
    score = score_operations([NORDVIK], {"nordvik": {}})
    assert (score.precision, score.recall) == (1.0, 0.0)
