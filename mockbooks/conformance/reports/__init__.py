"""The report of a judgement, in five forms: one file for each."""

from collections.abc import Callable
from typing import Final

from mockbooks.conformance.reports.as_html import as_html
from mockbooks.conformance.reports.as_json import as_json
from mockbooks.conformance.reports.as_junit import as_junit
from mockbooks.conformance.reports.as_markdown import as_markdown
from mockbooks.conformance.reports.as_text import as_text
from mockbooks.conformance.reports.edition import Edition

Report = Callable[[Edition], bytes]

REPORTS: Final[dict[str, Report]] = {
    "text": as_text,
    "json": as_json,
    "junit": as_junit,
    "markdown": as_markdown,
    "html": as_html,
}
