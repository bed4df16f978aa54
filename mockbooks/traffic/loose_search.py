"""How the search of a list departs from what the contract says: parameters that match otherwise, or not at all."""

from typing import Final

from mockbooks.frozen import dataclass

EVERY_PARAMETER: Final = "*"
_OF_PAGES: Final = frozenset({"page", "pageSize"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseSearch:
    """Query parameters by their names: those that match whatever holds the text, those that heed case, those ignored.

    `*` among the ignored stands for every parameter but those of pages.
    """

    contains: frozenset[str] = frozenset()
    exact_case: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def ignores(self, name: str) -> bool:
        """Tell whether a parameter is passed over, known or not."""
        return name in self.ignore or (EVERY_PARAMETER in self.ignore and name not in _OF_PAGES)

    def and_also(self, other: "LooseSearch") -> "LooseSearch":
        """Give what departs in both ways."""
        return LooseSearch(
            contains=self.contains | other.contains,
            exact_case=self.exact_case | other.exact_case,
            ignore=self.ignore | other.ignore,
        )


AS_PROMISED: Final = LooseSearch()
