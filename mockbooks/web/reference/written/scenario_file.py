"""The page of the scenario file: its keys, matching, counting, the timeline and how an administration begins."""

from mockbooks.scenarios.fields_match import CONDITION, MatchBody
from mockbooks.scenarios.schemas import SCENARIO
from mockbooks.stage.json_schema import object_schema
from mockbooks.web.reference import language
from mockbooks.web.reference.values import keys_of
from mockbooks.web.reference.written.pieces import block, code, joined, table, values

_INTRODUCTION = """\
# The scenario file

YAML or JSON. Keys that do not exist are refused, never ignored, each mistake with its line and column; durations are
written `700ms`, `5s`, `2m`, `3h` or `4d`, shares `20%`. `mockbooks scenario schema` prints the JSON Schema for your
editor, `mockbooks scenario check mine.yaml` tells every mistake. [Write a scenario](../how-to/write-a-scenario.md)
shows how to come to one."""

_MATCH = """\
## match

Which requests an injection is about. Everything that is named must hold. In each phase the first injection that
matches and is due acts; all that match count the call."""

_CONDITIONS = """\
### Conditions on a value

In `query`, `headers` and `body` a value is compared with a literal, or meets conditions:"""

_CALLS = """\
## calls

Which of the calls that match an injection acts on. Left out: every one. With `countBy` each value of a field has a
count of its own; `chance` and `during` narrow it further."""

_TIMELINE = """\
## timeline

What happens at a time, whoever calls or not. It is done when somebody next looks at the administration, as of its
moment, in order."""

_START = """\
## The start

How an administration begins, and what a reset goes back to. What is left out stays as it is."""


def page() -> str:
    """Write the page."""
    return joined(
        _INTRODUCTION,
        "## Keys of the file",
        values(keys_of(language.FILE)),
        "## Keys of an injection",
        values(keys_of(language.INJECTION)),
        _MATCH,
        values(keys_of(object_schema(MatchBody()))),
        block(language.MATCHING),
        _CONDITIONS,
        values(keys_of(object_schema(CONDITION)), "condition"),
        _CALLS,
        table(("written", "acts on"), ((code(written), meaning.en) for written, meaning in language.CALLS)),
        block(language.COUNTING),
        _TIMELINE,
        values(keys_of(language.TIMELINE["items"])),
        block(language.example_of(language.TIMELINE, "timeline")),
        _START,
        *(_part(part) for part in language.start(SCENARIO)),
    )


def _part(part: language.Part) -> str:
    return joined(f"### {part.key.name}", part.key.description, values(part.values), block(part.example))
