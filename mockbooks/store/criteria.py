"""What a search may ask of a declared index, which it calls by its name; criteria combine with "and"."""

from collections.abc import Hashable

from mockbooks.frozen import value


@value(frozen=True, slots=True)
class Equals:
    """The key of an Exact index, or one of the keys of a Multi index, is this value."""

    index: str
    value: Hashable


@value(frozen=True, slots=True)
class Has:
    """The text of a Contains index holds this piece, folded as the text is; every text holds the empty one."""

    index: str
    text: str


@value(frozen=True, slots=True)
class Between:
    """The date or moment of a Range index lies between two bounds of its own form, both included; None is no bound."""

    index: str
    low: str | None
    high: str | None


Criterion = Equals | Has | Between
