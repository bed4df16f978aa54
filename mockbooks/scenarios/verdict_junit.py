"""The verdict as JUnit XML, which every CI system shows: one suite, and a test case for each expectation."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # only written # nosec B405

from mockbooks.scenarios.verdict import Judged, Verdict, nothing_proven
from mockbooks.scenarios.verdict_text import Find, change_lines, exchanges_of

# What XML 1.0 (section 2.2) has no way to write, not even escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def verdict_junit(verdict: Verdict, scenario: str | None, changes: Sequence[str], find: Find) -> str:
    """Write the verdict on a scenario.

    One that was not exercised is a failure of the type `not-exercised`, or skipped when it is optional. Where nothing
    is proven there is one test case more, which fails: a suite without any, or with skipped ones only, is green
    everywhere.
    """
    cases = (*verdict.expectations, *_unproven(verdict))
    skipped = sum(_is_skipped(judged) for judged in cases)
    failures = sum(judged.stands_in_the_way for judged in cases)
    suite = _element(
        "testsuite",
        name=f"mockbooks scenario {scenario or 'none'}",
        tests=str(len(cases)),
        failures=str(failures),
        errors="0",
        skipped=str(skipped),
    )
    for name, judged in zip(_distinct(cases), cases, strict=True):
        _add_case(suite, name, judged, scenario or "none", find)
    _add_text(suite, "system-out", _besides(verdict, changes))
    indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"


def _unproven(verdict: Verdict) -> Iterator[Judged]:
    reason = nothing_proven(verdict.expectations)
    if reason is not None:
        yield Judged(name="something is expected", outcome="failed", detail=reason)


def _add_case(suite: Element, name: str, judged: Judged, scenario: str, find: Find) -> None:
    case = SubElement(suite, "testcase", _clean({"classname": f"mockbooks.{scenario}", "name": name}))
    if _is_skipped(judged):
        SubElement(case, "skipped", _clean({"message": judged.detail}))
    elif judged.stands_in_the_way:
        kind = "failed" if judged.outcome == "failed" else "not-exercised"
        failure = SubElement(case, "failure", _clean({"type": kind, "message": judged.detail}))
        failure.text = _FORBIDDEN.sub("�", "\n".join([judged.detail, *exchanges_of(judged, find)]))
    else:
        _add_text(case, "system-out", [judged.detail])


def _is_skipped(judged: Judged) -> bool:
    return judged.outcome == "not_exercised" and judged.optional


def _distinct(cases: Sequence[Judged]) -> list[str]:
    """Name the cases so that none hides another: the second of a name says so."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for judged in cases:
        seen[judged.name] = seen.get(judged.name, 0) + 1
        names.append(judged.name if seen[judged.name] == 1 else f"{judged.name} ({seen[judged.name]})")
    return names


def _besides(verdict: Verdict, changes: Sequence[str]) -> list[str]:
    notes = [f"noticed: {note}" for note in verdict.notes]
    return notes + ([] if verdict.passed else [f"changed: {line}" for line in change_lines(changes)])


def _add_text(parent: Element, tag: str, lines: Sequence[str]) -> None:
    if lines:
        SubElement(parent, tag).text = _FORBIDDEN.sub("�", "\n".join(lines))


def _element(tag: str, **attributes: str) -> Element:
    return Element(tag, _clean(attributes))


def _clean(attributes: dict[str, str]) -> dict[str, str]:
    return {name: _FORBIDDEN.sub("�", value) for name, value in attributes.items()}
