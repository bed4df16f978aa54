"""Reports as their readers take them: Markdown made into HTML, HTML into its elements, XML into a tree."""

from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt

from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports import REPORTS
from mockbooks.conformance.reports.edition import Edition
from mockbooks.texts import Language


def told(form: str, judgement: Judgement, language: Language = "en", bearable: Outcome = Outcome.CANNOT_TELL) -> str:
    """Write a report, as text."""
    return REPORTS[form](Edition(judgement=judgement, language=language, bearable=bearable)).decode()


_MARKDOWN: Final = MarkdownIt("gfm-like", {"linkify": False})


def elements_of_markdown(text: str) -> list[str]:
    """Render Markdown as GitHub does, and give the names of its elements."""
    return elements(_MARKDOWN.render(text))


def elements(html: str) -> list[str]:
    """Give the names of the elements that a browser would make."""
    reader = _Names()
    reader.feed(html)
    return reader.names


class _Names(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the parser
        self.names.append(tag)
