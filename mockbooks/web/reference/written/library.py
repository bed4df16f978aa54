"""The page of the library: every scenario that ships with the server, by subject, read from the files themselves."""

from collections.abc import Iterable
from typing import Final

from mockbooks.scenarios import library
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.model import Expected, Scenario
from mockbooks.web.reference.subjects import SUBJECTS, Subject
from mockbooks.web.reference.written.pieces import anchor, block, code, joined, table

_INTRODUCTION: Final = """\
# The library of scenarios

These scenarios ship with the server, and are put in force by their names:"""

_PUT: Final = """\
curl -s -X PUT -H "Content-Type: application/json" -d '{"name": "lost-reply"}' \\
  http://127.0.0.1:8080/_mockbooks/scenario"""

_WAYS: Final = """\
`mockbooks serve --scenario lost-reply` does so from the start, and a test with [the plugin for
pytest](../how-to/pytest.md) by its mark. `mockbooks scenario show lost-reply` prints the file, to [start your
own](../how-to/write-a-scenario.md) from; a [running server](http://127.0.0.1:8080/docs/scenarios#library) shows it too.

With each stands the least that your test must do: with less the situation does not arise, and the verdict is
no pass."""


def page() -> str:
    """Write the page."""
    overview = table(
        ("about", "scenarios"), ((_link(each.title), ", ".join(map(_link_to, each.scenarios))) for each in SUBJECTS)
    )
    return joined(_INTRODUCTION, block(_PUT, "sh"), _WAYS, overview, *map(_chapter, SUBJECTS))


def _link(title: str) -> str:
    return f"[{title}](#{title.lower().replace(',', '').replace(' ', '-')})"


def _link_to(name: str) -> str:
    return f"[{code(name)}](#{anchor(name)})"


def _chapter(subject: Subject) -> str:
    return joined(f"## {subject.title}", subject.about, *map(_described, subject.scenarios))


def _described(name: str) -> str:
    scenario = load(library.read(name, library.folders()).text, source=name)
    told, demand = _told_and_demanded(scenario)
    return joined(
        f"### {name}", told, f"- **Your test must**: {demand}\n- **Expected**: {_expectations(scenario.expect)}"
    )


def _told_and_demanded(scenario: Scenario) -> tuple[str, str]:
    """Part what happens from what a test must do, which is the last sentence of each description of the library."""
    told, _, demand = " ".join(scenario.description.split()).rpartition(". ")
    return f"{told}.", f"{demand[0].lower()}{demand[1:]}"


def _expectations(expected: Iterable[Expected]) -> str:
    return ", ".join(dict.fromkeys(map(_expectation, expected)))


def _expectation(expected: Expected) -> str:
    name = expected.kind.name
    return f"[{code(name)}](expectations.md#{anchor(name)})" + (" (optional)" if expected.optional else "")
