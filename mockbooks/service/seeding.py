"""Ids of seeded records before they exist, so that settings can refer to each other by their codes."""

from collections.abc import Iterator, Mapping, Sequence

SeededCollection = tuple[str, Sequence[str]]


class SeedIds:
    """Looks up the id that a record gets when it is seeded: its position in the seed table, counted from 1."""

    def __init__(self, collections: Mapping[str, SeededCollection]) -> None:
        """Take for each collection, by name, the prefix of its ids and its codes in the order in which they are seeded.

        Where one code stands in the table several times (versions of a VAT rate), the first is the one meant.
        """
        self._ids = {key: record_id for name, seeded in collections.items() for key, record_id in _ids_of(name, seeded)}

    def __call__(self, collection: str, code: str) -> str:
        """Give the id of a code; LookupError when the seed table does not hold it."""
        record_id = self._ids.get((collection, code))
        if record_id is None:
            raise LookupError(f"nothing with code {code!r} is seeded in {collection!r}")
        return record_id

    def optional(self, collection: str, code: str | None) -> str | None:
        """Give the id of a code, or None where the table refers to nothing."""
        return None if code is None else self(collection, code)


def _ids_of(name: str, seeded: SeededCollection) -> Iterator[tuple[tuple[str, str], str]]:
    prefix, codes = seeded
    for position in range(len(codes), 0, -1):
        yield (name, codes[position - 1]), f"{prefix}_{position:06d}"
