"""The report for a pull request or a wiki: Markdown with tables, as CommonMark and GitHub have it, without raw HTML.

What a vendor wrote stays text: it makes no link, no heading and no other cell, and calls nobody by name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mockbooks import __version__
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.judgement import Judged
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.edition import SIGNS, Edition
from mockbooks.conformance.reports.printable import block, one_line
from mockbooks.texts import Text

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_MARKER: Final = re.compile(r"^()([-+=])|^(\d+)([.)])(?=\s|$)")
# A platform would take these for a person, an issue or a merge request, and make links of bare addresses.
_CALLS: Final = re.compile(r"(?<!\w)([@#!])(?=\w)|(?<=\w)(://)|\b(www)(?=\.)", re.IGNORECASE)
_JOINER: Final = "\u2060"
_TICKS: Final = re.compile("`+")

_MOST_EVIDENCE: Final = 5
_MOST_OF_EXCHANGE: Final = 1_500


def as_markdown(edition: Edition) -> bytes:
    """Write the report: a table of verdicts, and below it what is not met."""
    return ("\n\n".join(filter(None, _chapters(edition))) + "\n").encode()


def escaped(text: str) -> str:
    """Write a text in one line so that Markdown shows it as it is."""
    uncalled = _CALLS.sub(lambda found: f"{found[0]}{_JOINER}", one_line(text))
    return _MARKER.sub(
        lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", _SPECIAL.sub(r"\\\1", uncalled)
    )


def code(text: str) -> str:
    """Mark a text as code, whatever backticks it holds; a pipe is escaped, as it must be in a table."""
    flat = one_line(text) or "–"
    ticks = "`" * (1 + _longest_run(flat))
    pad = " " if "`" in (flat[0], flat[-1]) else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def _longest_run(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _chapters(edition: Edition) -> Iterator[str]:
    judgement = edition.judgement
    yield f"# {escaped(edition.name)}: {edition.headline}"
    yield " · ".join(map(escaped, edition.about))
    heads = (edition.say("condition", "voorwaarde"), edition.say("verdict", "oordeel"), edition.say("why", "waarom"))
    yield _table(("", *heads), (_row(edition, judged) for judged in judgement.conditions))
    for whole in judgement.conditions:
        for judged in whole.apart:
            yield from _chapter(edition, judged)
    yield from _lists(edition)
    yield _colophon(edition)


def _row(edition: Edition, judged: Judged) -> tuple[str, ...]:
    title = f"**{judged.condition.number}** {edition.said(judged.condition.title)}"
    verdict, reason = edition.outcome(judged.outcome), escaped(edition.reason(judged))
    return escaped(SIGNS[judged.outcome]), title, verdict, reason


def _chapter(edition: Edition, judged: Judged) -> Iterator[str]:
    if judged.outcome is Outcome.MET or not judged.findings:
        return
    title = edition.said(judged.condition.title)
    yield f"## {judged.condition.number} {title}: {edition.outcome(judged.outcome)}"
    yield f"*{edition.said(judged.condition.asks)}*"
    yield "\n".join(_finding(edition, finding) for finding in judged.findings)


def _finding(edition: Edition, finding: Finding) -> str:
    preferred = edition.say(" (preferred)", " (bij voorkeur)") if finding.is_preferred else ""
    told = [f"- {escaped(SIGNS[finding.weighed])} {escaped(edition.said(finding.summary))}{preferred}"]
    told += [_evidence(edition, each) for each in finding.evidence[:_MOST_EVIDENCE]]
    if (more := len(finding.evidence) - _MOST_EVIDENCE) > 0:
        told.append(edition.say(f"  - and {more} more", f"  - en nog {more}"))
    if finding.doubt:
        told.append(_labelled(edition, Text("Doubt", "Twijfel"), finding.doubt))
    if finding.advice:
        told.append(_labelled(edition, Text("To change", "Te wijzigen"), finding.advice))
    return "\n".join(told)


def _labelled(edition: Edition, label: Text, text: Text) -> str:
    return f"  - **{edition.said(label)}:** {escaped(edition.said(text))}"


def _evidence(edition: Edition, evidence: Evidence) -> str:
    told = f"  - {code(evidence.where)}: {escaped(edition.said(evidence.what))}"
    return f"{told}\n\n{_fenced(evidence.exchange)}\n" if evidence.exchange else told


def _fenced(text: str) -> str:
    shown = block(text, _MOST_OF_EXCHANGE)
    fence = "`" * max(3, 1 + _longest_run(shown))
    return "\n".join(f"    {line}".rstrip() for line in (f"{fence}http", *shown.split("\n"), fence))


def _lists(edition: Edition) -> Iterator[str]:
    judgement = edition.judgement
    heads = [edition.say(*each) for each in (("what", "wat"), ("taken", "gehouden voor"), ("why", "waarom"))]
    yield _headed(
        edition.say("What was taken for what", "Wat waarvoor is gehouden"),
        _table(
            heads,
            [
                (escaped(edition.said(each.subject)), _cell_code(each.taken), escaped(edition.said(each.why)))
                for each in judgement.guesses
            ],
        ),
    )
    yield _headed(
        edition.say("Measured", "Gemeten"),
        _table(
            (edition.say("what", "wat"), edition.say("figure", "uitkomst")),
            [(escaped(edition.said(each.name)), escaped(edition.said(each.told))) for each in judgement.measurements],
        ),
    )
    sentences = "\n".join(f"- {escaped(edition.said(sentence))}" for sentence in judgement.method)
    yield _headed(edition.say("How this came about", "Hoe dit tot stand kwam"), sentences)


def _headed(heading: str, told: str) -> str:
    return f"## {heading}\n\n{told}" if told else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; nothing where there are no rows."""
    told = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in told) if len(told) > 2 else ""  # noqa: PLR2004 - its head


def _cell_code(text: str) -> str:
    return code(text).replace("|", "\\|")


def _colophon(edition: Edition) -> str:
    return edition.say(f"*Made by mockbooks {__version__}.*", f"*Gemaakt met mockbooks {__version__}.*")
