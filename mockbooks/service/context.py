"""What an operation works with: the books of one administration and the present moment of its clock."""

from datetime import date

from mockbooks.frozen import value
from mockbooks.service.actor import SEED, Actor
from mockbooks.store import Books
from mockbooks.traffic.loose_search import AS_PROMISED, LooseSearch
from mockbooks.traffic.rate_limiter import RateLimiter


@value(frozen=True, slots=True, kw_only=True)
class Context:
    """The books, `now` as RFC 3339 text in UTC (whole seconds), and `today` as the calendar date in Amsterdam.

    Books that are being seeded belong to no administration yet: its id and name are empty, and there are no limits.
    `actor` is for whom it works: whatever is written is filed under it.
    A scenario may have lists hide what was created less than `hidden_seconds` ago, and pages after the first begin
    `drifted_rows` rows later (earlier when negative), and parameters match as `search` says.
    """

    books: Books
    now: str
    today: date
    administration_id: str = ""
    administration_name: str = ""
    limiter: RateLimiter | None = None
    actor: Actor = SEED
    hidden_seconds: float = 0.0
    drifted_rows: int = 0
    search: LooseSearch = AS_PROMISED
