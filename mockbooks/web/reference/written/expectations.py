"""The page of expectations, and of what the server notices of a client by itself."""

from mockbooks.observations import OBSERVATIONS
from mockbooks.scenarios.fields_expect import BOUNDS
from mockbooks.stage.json_schema import object_schema
from mockbooks.web.reference import kinds
from mockbooks.web.reference.kinds import Kind
from mockbooks.web.reference.values import keys_of
from mockbooks.web.reference.written.pieces import anchor, code, joined, kind, table, values

_INTRODUCTION = """\
# Expectations

What a good integration must have done, behind `expect` in a [scenario](scenario-file.md). Each ends as **passed**,
**failed** or **not exercised**: where the situation that it judges never arose nothing is proven, and the verdict is
no pass. [How a verdict is made](../explanation/how-a-verdict-is-made.md) says more. `everyInjectionFired` comes
with the others without being asked for, and fails where an injection never acted."""

_BOUNDS = """\
Those that count (marked so below) take bounds, and any of them may be optional:"""

_OBSERVATIONS = """\
## What the server notices by itself

Beside what a scenario expects, the server notes what a client was seen doing badly, whatever the scenario. The verdict
tells it in its notes, unless an expectation speaks of the same already; a note alone does not make a verdict red."""


def page() -> str:
    """Write the page."""
    expectations = kinds.expectations()
    overview = table(
        ("expectation", "what it asks", ""), ((_link(each), each.summary, _counts(each)) for each in expectations)
    )
    observed = table(("observation", "what the client did"), ((code(each.name), each.summary) for each in OBSERVATIONS))
    return joined(
        _INTRODUCTION,
        overview,
        _BOUNDS,
        values(keys_of(object_schema(BOUNDS))),
        *(kind(each, marks=_marks(each)) for each in expectations),
        _OBSERVATIONS,
        observed,
    )


def _link(each: Kind) -> str:
    return f"[{code(each.name)}](#{anchor(each.name)})"


def _counts(each: Kind) -> str:
    return "counts" if each.counts else ""


def _marks(each: Kind) -> str:
    counts = "It counts: `exactly`, `atLeast` and `atMost` bound it." if each.counts else ""
    bare = "The bare name will do." if each.bare else ""
    return " ".join(filter(None, (counts, bare)))
