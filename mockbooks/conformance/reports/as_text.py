"""The report as plain text: for a pipe as it is, and in lines that a terminal can colour and break."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final, Literal, NamedTuple

from mockbooks.conformance.conditions import CONDITIONS
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.judgement import Judged
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.edition import SIGNS, Edition
from mockbooks.conformance.reports.printable import block, one_line
from mockbooks.frozen import dataclass

Style = Outcome | Literal["heading", "soft", "plain"]

_MOST_EVIDENCE: Final = 8
_MOST_OF_EXCHANGE: Final = 1_000
_MOST_LINES_OF_EXCHANGE: Final = 16
_MOST_OF_LINE: Final = 400
# Narrower than this, the reason of a verdict stands below it.
_WIDE: Final = 100
_INDENT: Final = " " * 4


class Piece(NamedTuple):
    """A few words in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: pieces that stand, and a text behind them that may be broken below where it begins."""

    pieces: tuple[Piece, ...] = ()
    text: str = ""
    style: Style = "plain"

    @property
    def plain(self) -> str:
        """The line as it is, without styles."""
        return "".join(piece.text for piece in self.pieces) + self.text


def as_text(edition: Edition) -> bytes:
    """Write the lines as they are, each as long as it is."""
    return "".join(f"{line.plain}\n" for line in lines(edition)).encode()


def lines(edition: Edition, columns: int | None = None) -> Iterator[Line]:
    """Give the whole report for a terminal of that width, or for none."""
    yield from _head(edition)
    yield from _table(edition, is_wide=columns is None or columns >= _WIDE)
    for judged in chain.from_iterable(whole.apart for whole in edition.judgement.conditions):
        yield from _chapter(edition, judged)
    yield from _list(edition.say("What was taken for what", "Wat waarvoor is gehouden"), _guesses(edition))
    yield from _list(edition.say("Measured", "Gemeten"), _measurements(edition))
    yield from _list(
        edition.say("How this came about", "Hoe dit tot stand kwam"),
        (Line(text=edition.said(sentence)) for sentence in edition.judgement.method),
    )


def finding_lines(edition: Edition, finding: Finding) -> Iterator[Line]:
    """Tell one finding: its reason, evidence, doubt, and what is to change; requests are quoted of what is not met."""
    preferred = edition.say(" (preferred)", " (bij voorkeur)") if finding.is_preferred else ""
    sign = Piece(f"{_INDENT}{SIGNS[finding.weighed]} ", finding.weighed)
    yield Line((sign,), edition.said(finding.summary) + preferred)
    for evidence in finding.evidence[:_MOST_EVIDENCE]:
        yield from _evidence(
            edition, evidence if finding.weighed is not Outcome.MET else replace(evidence, exchange=None)
        )
    if (more := len(finding.evidence) - _MOST_EVIDENCE) > 0:
        yield Line((Piece(_INDENT * 2),), edition.say(f"and {more} more", f"en nog {more}"), "soft")
    if finding.doubt:
        yield _labelled(edition.say("Doubt", "Twijfel"), edition.said(finding.doubt), Outcome.CANNOT_TELL)
    if finding.advice:
        yield _labelled(edition.say("To change", "Te wijzigen"), edition.said(finding.advice), "heading")


def _head(edition: Edition) -> Iterator[Line]:
    found = [judged.outcome for judged in edition.judgement.conditions]
    tone = max(found, key=list(Outcome).index)
    yield Line(text=f"{edition.name}: {edition.headline}", style=tone)
    yield Line(text=" · ".join(edition.about), style="soft")


def _table(edition: Edition, *, is_wide: bool) -> Iterator[Line]:
    rows = list(_rows(edition.judgement.conditions))
    title_width = max(len(edition.said(row.condition.title)) for row in rows)
    yield Line()
    for row in rows:
        number, title = row.condition.number, edition.said(row.condition.title)
        verdict = edition.outcome(row.outcome)
        indent = "" if row.condition in CONDITIONS else "  "
        sign = Piece(f"{indent}{SIGNS[row.outcome]} ", row.outcome)
        if is_wide:
            named = Piece(f"{number:{7 - len(indent)}}  {title:{title_width}}  ")
            told = Piece(f"{verdict:{_widest(edition)}}  ", row.outcome)
            yield Line((sign, named, told), edition.reason(row))
        else:
            yield Line((sign, Piece(f"{number} "), Piece(f"{title}: ", "heading"), Piece(verdict, row.outcome)))
            yield Line((Piece(f"{indent}  "),), edition.reason(row))


def _rows(conditions: Iterable[Judged]) -> Iterator[Judged]:
    """Give the conditions, and the parts of those that are not met."""
    for judged in conditions:
        yield judged
        yield from judged.parts if judged.outcome is not Outcome.MET else ()


def _widest(edition: Edition) -> int:
    return max(len(edition.outcome(outcome)) for outcome in Outcome)


def _chapter(edition: Edition, judged: Judged) -> Iterator[Line]:
    """Tell all of what is not met, and of what is met only the doubt."""
    is_met = judged.outcome is Outcome.MET
    told = [finding for finding in judged.findings if finding.doubt or not is_met]
    if not told:
        return
    yield Line()
    title = Piece(f"{judged.condition.number} {edition.said(judged.condition.title)}: ", "heading")
    yield Line((title, Piece(edition.outcome(judged.outcome), judged.outcome)))
    yield Line((Piece(_INDENT),), edition.said(judged.condition.asks), "soft")
    for finding in told:
        yield from finding_lines(edition, replace(finding, evidence=()) if is_met else finding)


def _evidence(edition: Edition, evidence: Evidence) -> Iterator[Line]:
    yield Line((Piece(_INDENT * 2),), f"{one_line(evidence.where)}: {edition.said(evidence.what)}")
    if evidence.exchange:
        for line in _first_lines(block(evidence.exchange, _MOST_OF_EXCHANGE)):
            yield Line(
                (Piece(f"{_INDENT * 2}| " if line.strip() else f"{_INDENT * 2}|", "soft"),), line.rstrip(), "soft"
            )


def _first_lines(exchange: str) -> list[str]:
    told = [line if len(line) <= _MOST_OF_LINE else f"{line[:_MOST_OF_LINE]}…" for line in exchange.split("\n")]
    return told if len(told) <= _MOST_LINES_OF_EXCHANGE else [*told[: _MOST_LINES_OF_EXCHANGE - 1], "…"]


def _labelled(label: str, text: str, style: Style) -> Line:
    return Line((Piece(f"{_INDENT * 2}{label}: ", style),), text)


def _guesses(edition: Edition) -> Iterator[Line]:
    for guess in edition.judgement.guesses:
        yield Line(text=f"{edition.said(guess.subject)}: {one_line(guess.taken)} ({edition.said(guess.why)})")


def _measurements(edition: Edition) -> Iterator[Line]:
    for each in edition.judgement.measurements:
        yield Line(text=f"{edition.said(each.name)}: {edition.said(each.told)}")


def _list(heading: str, items: Iterable[Line]) -> Iterator[Line]:
    told = list(items)
    if told:
        yield Line()
        yield Line((Piece(heading, "heading"),))
        yield from (replace(item, pieces=(Piece("  - "), *item.pieces)) for item in told)
