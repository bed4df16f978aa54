"""How many of how many."""

from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total."""

    count: int
    total: int

    @property
    def part(self) -> float:
        """The share between 0 and 1; of nothing it is 0."""
        return self.count / self.total if self.total else 0.0

    @property
    def percentage(self) -> str:
        """The share in whole percents, rounded down so that 100 % means all."""
        return f"{self.count * 100 // self.total} %" if self.total else "-"

    @property
    def told(self) -> Text:
        """The share as it is shown: "97 % (312 of 321)"."""
        if not self.total:
            return Text("-", "-")
        return Text(
            f"{self.percentage} ({self.count} of {self.total})", f"{self.percentage} ({self.count} van {self.total})"
        )
