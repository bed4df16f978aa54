"""When a call was under way: the order of what was sent and answered, also on a clock that stands still."""

from typing import NamedTuple

from mockbooks.traffic.request_log import Entry


class Span(NamedTuple):
    """Beginning and end of a call, in ticks of the request log."""

    began: int
    ended: int

    @classmethod
    def of(cls, entry: Entry) -> "Span":
        """Give that of a call."""
        return cls(entry.began, entry.ended)

    def lies_within(self, other: "Span") -> bool:
        """Tell whether it began after another and ended before it: its sender had given up on the other already."""
        return other.began < self.began <= self.ended < other.ended

    def overlaps(self, other: "Span") -> bool:
        """Tell whether each was asked for before the other was answered."""
        return self.began < other.ended and other.began < self.ended
