"""A moment as HTTP writes it: always in English and in GMT, whatever the machine speaks."""

from time import gmtime
from typing import Final

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def http_date(second: int) -> str:
    """Write so many seconds since 1970 as the IMF-fixdate of RFC 9110, section 5.6.7."""
    year, month, day, hour, minute, second, weekday, *_ = gmtime(second)
    return f"{_DAYS[weekday]}, {day:02} {_MONTHS[month - 1]} {year:04} {hour:02}:{minute:02}:{second:02} GMT"
