"""The parts of a scenario file that say how an administration begins: books, clock, limits and tokens."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, get_args

from marshmallow import fields

from mockbooks.errors import Complaint
from mockbooks.resources.administration import REQUIRABLE
from mockbooks.scenarios.fields_plain import QuarterName, Section
from mockbooks.service.fields import Choice, Day, Flag, Strict, Whole, refuse, shown
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.clock_fields import ClockMoment
from mockbooks.stage.json_schema import JsonSchema, field_schema
from mockbooks.stage.many import Listed
from mockbooks.texts import Text
from mockbooks.traffic.clock import RUNNING, ClockSetting
from mockbooks.traffic.rate_limiter import WINDOW_SECONDS, LimitSetting, RetryAfterStyle

MOST_RECORDS: Final = 100_000
HIGHEST_SEED: Final = 2**32 - 1
_MOST_QUARTERS: Final = 40
_HIGHEST_LIMIT: Final = 2_000_000_000
_FASTEST: Final = 86_400
_LONGEST_LIFE_SECONDS: Final = 10 * 366 * 24 * 3600
_REAL: Final = "real"
_CLOCKS: Final = (
    _REAL,
    Text("a moment such as 2026-10-15T09:00:00+02:00", "een moment zoals 2026-10-15T09:00:00+02:00"),
    "{now: ..., speed: 60}",
)
_FROZEN_MOMENT: Final = "2026-10-15T09:00:00+02:00"


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _records(what: str, example: int) -> Whole:
    return Whole(f"Made-up {what} at the start.", lowest=0, highest=MOST_RECORDS, example=example)


class BooksBody(StrictSchema):
    """The start data; what is left out is as the server was started. Without `books` the books stay as they are."""

    seed = Whole("The same number gives the same books and ids.", lowest=0, highest=HIGHEST_SEED, example=42)
    debtors = _records("debtors", 25)
    products = _records("products", 40)
    transactions = _records("transactions; they need debtors and products", 30)
    lock_date = Day("Nothing can be booked on or before this date.", example="2026-09-30")
    filed_quarters = Listed(
        QuarterName("A quarter.", example="2026-Q3"),
        "Quarters whose VAT return is filed: closed for bookings.",
        most=_MOST_QUARTERS,
        example=["2026-Q3"],
    )
    require = Listed(
        Choice("A field.", allowed=REQUIRABLE, required=True, example="journalId"),
        "Fields that transactions must give from then on.",
        most=len(REQUIRABLE),
        example=["journalId"],
    )

    def load(self, data: Any, **options: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
        """Give what is said, by the names of the seed."""
        said = _said(super().load(data, **options))
        return {"random_seed" if name == "seed" else name: value for name, value in said.items()}


class ClockBody(StrictSchema):
    """A clock that begins at a moment, or now; it stands still where a moment is given and no speed."""

    now = ClockMoment("The moment at which it begins; left out: the present one.")
    frozen = Flag("true: it stands still until it is advanced.", example=True)
    speed = Whole("So many seconds pass on it per second.", lowest=1, highest=_FASTEST, example=60)

    def load(self, data: Any, **options: Any) -> ClockSetting:  # noqa: ANN401 - JSON
        """Read a clock."""
        values = super().load(data, **options)
        moment, frozen, speed = values["now"], values["frozen"], values["speed"]
        if frozen and speed is not None:
            refuse("not_together", fields=("frozen", "speed"))
        stands_still = frozen if frozen is not None else moment is not None and speed is None
        return ClockSetting(moment=moment, speed=0.0 if stands_still else float(speed or 1))


class ClockStart(Strict, fields.Field[Any]):
    """The clock: `real`, a moment at which it stands still, or a mapping that says more."""

    def __init__(self, description: str) -> None:
        """Declare the three forms."""
        self.moment = ClockMoment("A moment at which it stands still.", required=True)
        self.more = Section(ClockBody(), "A clock that runs faster, or from another moment.", example={"speed": 60})
        schema: JsonSchema = {"anyOf": [{"const": _REAL}, field_schema(self.moment), field_schema(self.more)]}
        super().__init__(description, example=_FROZEN_MOMENT, schema=schema)

    def read(self, value: object) -> ClockSetting:
        """Take one of the forms."""
        if value == _REAL:
            return RUNNING
        if isinstance(value, Mapping):
            setting: ClockSetting = self.more.read(value)
            return setting
        if not isinstance(value, str) or not value[:1].isdigit():
            refuse("not_one_of", came=shown(value), allowed=_CLOCKS)
        return ClockSetting(moment=self.moment.read(value), speed=0.0)


class WindowBody(StrictSchema):
    """So many requests in a window of time."""

    requests = Whole("How many.", lowest=1, highest=_HIGHEST_LIMIT, required=True, example=60)
    per = Choice("The window.", allowed=tuple(WINDOW_SECONDS), required=True, example="minute")


def _one_of_each(windows: tuple[dict[str, Any], ...]) -> Complaint | None:
    lengths = [window["per"] for window in windows]
    twice = next((each for each in lengths if lengths.count(each) > 1), None)
    return Complaint("stands_twice", values={"came": f"per: {twice}"}) if twice else None


class LimitsBody(StrictSchema):
    """The limits on the traffic, in the place of those that the server was started with."""

    windows = Listed(
        Section(WindowBody(), "A limit.", required=True, example={"requests": 60, "per": "minute"}),
        "How many requests fit in windows of time, at most one of each length; none: no such limit.",
        most=len(WINDOW_SECONDS),
        check=_one_of_each,
        example=[{"requests": 60, "per": "minute"}],
    )
    concurrent = Whole("Requests that may run at the same time.", lowest=1, highest=_HIGHEST_LIMIT, example=5)
    retry_after = Choice(
        "How a refusal says when to come back.",
        allowed=get_args(RetryAfterStyle),
        default="seconds",
        example="seconds",
    )

    def load(self, data: Any, **options: Any) -> LimitSetting:  # noqa: ANN401 - JSON
        """Read the limits."""
        values = super().load(data, **options)
        windows = tuple((window["requests"], window["per"]) for window in values["windows"] or ())
        return LimitSetting(windows=windows, concurrent=values["concurrent"], retry_after=values["retry_after"])


def _life(what: str, example: int, lowest: int = 1) -> Whole:
    return Whole(f"How many seconds {what}.", lowest=lowest, highest=_LONGEST_LIFE_SECONDS, example=example)


class OAuthBody(StrictSchema):
    """How long tokens live, and whether consent is asked for; what is left out is as the server was started."""

    access_token_seconds = _life("an access token lives", 600)
    refresh_token_seconds = _life("a refresh token lives that is not used", 5_184_000)
    code_seconds = _life("an authorization code lives", 60)
    refresh_grace_seconds = _life("a used refresh token may be used again", 0, lowest=0)
    auto_approve = Flag("true: the consent page is skipped.", example=True)

    def load(self, data: Any, **options: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
        """Give what is said, by the names of the policy of the authorization server."""
        said = _said(super().load(data, **options))
        return {
            _POLICY[name]: value if isinstance(value, bool) else timedelta(seconds=value)
            for name, value in said.items()
        }


_POLICY: Final = {
    "access_token_seconds": "access_token_life",
    "refresh_token_seconds": "refresh_token_life",
    "code_seconds": "code_life",
    "refresh_grace_seconds": "refresh_grace",
    "auto_approve": "auto_approve",
}
