"""Examples of bodies for the documentation; every one of them works on a freshly seeded server."""

from collections.abc import Mapping

from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One body under a name (camelCase); `body` is JSON as it travels, and may refer to the ids of the default seed."""

    name: str
    summary: str
    body: Mapping[str, object]
