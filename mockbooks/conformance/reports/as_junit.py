"""The report for CI systems: JUnit XML, with a test case for each condition or part of one."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # only written # nosec B405

from mockbooks.conformance.judgement import Judged
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.as_text import finding_lines
from mockbooks.conformance.reports.edition import Edition


def as_junit(edition: Edition) -> bytes:
    """Write one suite: what is worse than can be borne is a failure, what cannot be told is skipped otherwise.

    Each case is judged apart, as the exit code is.
    """
    apart = [case for whole in edition.judgement.conditions for case in whole.apart]
    cases = [(case, case.outcome.is_worse_than(edition.bearable)) for case in apart]
    suite = Element(
        "testsuite",
        name=f"mockbooks {edition.judgement.manner}: {edition.name}",
        tests=str(len(cases)),
        failures=str(sum(fails for _, fails in cases)),
        errors="0",
        skipped=str(sum(_is_skipped(case, fails=fails) for case, fails in cases)),
        time=f"{edition.judgement.seconds:.3f}",
        timestamp=f"{edition.judgement.judged_at:%Y-%m-%dT%H:%M:%S}",
    )
    for case, fails in cases:
        _add_case(suite, edition, case, fails=fails)
    indent(suite)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"
    return text.encode()


def _is_skipped(case: Judged, *, fails: bool) -> bool:
    return case.outcome is Outcome.CANNOT_TELL and not fails


def _add_case(suite: Element, edition: Edition, judged: Judged, *, fails: bool) -> None:
    number, title = judged.condition.number, edition.said(judged.condition.title)
    whole = number[:2]
    case = SubElement(suite, "testcase", classname=whole, name=f"{number} {title}", time="0")
    reason = edition.reason(judged)
    if _is_skipped(judged, fails=fails):
        SubElement(case, "skipped", message=reason)
    elif fails:
        failure = SubElement(case, "failure", type=str(judged.outcome), message=reason)
        failure.text = "\n".join(_told(edition, judged))
    else:
        SubElement(case, "system-out").text = f"{edition.outcome(judged.outcome)}: {reason}"


def _told(edition: Edition, judged: Judged) -> Iterator[str]:
    yield edition.said(judged.condition.asks)
    for finding in judged.findings:
        yield from (line.plain for line in finding_lines(edition, finding))
