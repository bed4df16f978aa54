"""Numbers, amounts and moments as a person reads them, in English or in Dutch; moments are those of Amsterdam."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from mockbooks.frozen import dataclass
from mockbooks.texts import Language
from mockbooks.traffic.clock import BOOKS_TIME_ZONE, moment_text

_MINUS: Final = "\u2212"
_SWAPPED: Final = str.maketrans(",.", ".,")
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}
_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes in one language."""

    language: Language

    def count(self, number: int) -> str:
        """Write a whole number: "6,000", and "6.000" in Dutch."""
        return self._punctuated(f"{number:,}")

    def money(self, amount: Decimal | str) -> str:
        """Write an amount with two decimals: "1,234.56", and "1.234,56" in Dutch."""
        return self._punctuated(f"{Decimal(amount):,.2f}")

    def number(self, number: str) -> str:
        """Write a number as many decimals as it came with: a quantity, or a price per unit."""
        return self._punctuated(f"{Decimal(number):,}")

    def day(self, day: date | str) -> str:
        """Write a day: "23 Nov 2026"."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def weekday(self, moment: datetime) -> str:
        """Write the day of a moment in full: "Monday 23 Nov 2026"."""
        return f"{_DAYS[self.language][local(moment).weekday()]} {self.day(local(moment).date())}"

    def time(self, moment: datetime) -> str:
        """Write the time of a moment: "10:15:30"."""
        return f"{local(moment):%H:%M:%S}"

    def moment(self, moment: datetime) -> str:
        """Write a moment: "23 Nov 2026 10:15:30"."""
        return f"{self.day(local(moment).date())} {self.time(moment)}"

    def iso(self, moment: datetime) -> str:
        """Write a moment as the API does."""
        return moment_text(moment)

    def _punctuated(self, written: str) -> str:
        text = written.translate(_SWAPPED) if self.language == "nl" else written
        return text.replace("-", _MINUS)


def local(moment: datetime) -> datetime:
    """Give a moment as the clocks in the Netherlands show it."""
    return moment.astimezone(ZoneInfo(BOOKS_TIME_ZONE))
