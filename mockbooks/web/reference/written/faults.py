"""The page of faults: what each does, where it may sit, and what it takes."""

from mockbooks.web.reference import kinds
from mockbooks.web.reference.kinds import Kind
from mockbooks.web.reference.written.pieces import anchor, code, joined, kind, table

_INTRODUCTION = """\
# Faults

A fault is what happens to a call: it stands behind `fault` in an injection of a [scenario](scenario-file.md). One, or
several in the order written. A fault without settings is written as its bare name.

A **phase** is where on the road of a request it acts: at the `gate` (like a proxy in front, nothing is booked),
`before` the action (counted, nothing booked) or `after` it (booked, and then the answer suffers). [Where faults
sit](../explanation/where-faults-sit.md) says what each proves. The first phase in the table is the one without
`phase`."""

_DEEDS = """\
## Deeds of the bookkeeper

What somebody else may do in the books, behind the fault `bookkeeper` or at a time of the `timeline`. In a fault a
JSON Pointer stands for a value of the body of the call: `debtor: /debtorId`."""


def page() -> str:
    """Write the page."""
    faults, deeds = kinds.faults(), kinds.deeds()
    overview = table(
        ("fault", "what happens", "phases"), ((_link(each), each.summary, _phases(each)) for each in faults)
    )
    described = (kind(each, marks=_marks(each)) for each in faults)
    return joined(_INTRODUCTION, overview, *described, _DEEDS, *map(_deed, deeds))


def _link(each: Kind) -> str:
    return f"[{code(each.name)}](#{anchor(each.name)})"


def _phases(each: Kind) -> str:
    return ", ".join(map(code, each.phases))


def _marks(each: Kind) -> str:
    first, *others = each.phases
    also = f"; also {', '.join(map(code, others))}" if others else ", and no other"
    bare = " The bare name will do." if each.bare else ""
    return f"Phase: {code(first)}{also}.{bare}"


def _deed(each: Kind) -> str:
    return kind(each).replace("## ", "### ", 1)
