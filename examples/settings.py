"""The settings of the books that a web shop refers to: ledger accounts, VAT rates, journals, by their codes."""

import datetime as dt

from examples.answers import Json, RefusedError
from examples.connection import Connection


class Settings:
    """What was read of them; kept for the length of a run, and read anew when the books have changed since."""

    def __init__(self, connection: Connection) -> None:
        """Read nothing yet."""
        self._connection = connection
        self._read: dict[tuple[str, str, dt.date | None], Json] = {}

    def find(self, path: str, code: str, on: dt.date | None = None) -> Json:
        """Find a setting by code; a VAT rate has a version per period, so choose the one of the order's date.

        Raises RefusedError for one that does not exist or is not in use: the owner has to choose another.
        """
        sought = (path, code, on)
        if sought not in self._read:
            self._read[sought] = self._find(path, code, on)
        return self._read[sought]

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._read.clear()

    def _find(self, path: str, code: str, on: dt.date | None) -> Json:
        found = [each for each in self._connection.read_all(path, code=code) if on is None or _is_valid(each, on)]
        usable = next((each for each in found if each["active"]), None)
        if usable:
            return usable
        what, code_of_refusal = (
            ("is not in use", "setting_inactive") if found else ("does not exist", "setting_unknown")
        )
        raise RefusedError(code_of_refusal, (f"{path[1:]} {code} {what}" + (f" on {on}" if on else ""),))


def _is_valid(rate: Json, on: dt.date) -> bool:
    """Compare as text: dates are written YYYY-MM-DD, and an open end is null."""
    return (rate["validFrom"] or "") <= on.isoformat() <= (rate["validTo"] or "9999-12-31")
