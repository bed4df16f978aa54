"""The rate limit step: whom it counts, what it tells those it refuses, and when a place is given back."""

import pytest

from mockbooks.catalogue.telling import tell
from mockbooks.errors import TooManyRequestsError
from mockbooks.texts import Language
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.rate_limit import RateLimitStep
from mockbooks.traffic.rate_limiter import WindowRoom
from tests.unit.traffic.surroundings import MORNING, MovingClock, Surrounded

LIST = Operation(operation_id="listDebtors", method="GET", path="/debtors", scope="debtors:read")
FREE = Operation(operation_id="getLimits", method="GET", path="/limits", costs_room=False)
STEP = RateLimitStep()


def call(administration: Surrounded | None, operation: Operation | None = LIST) -> Exchange:
    return Exchange(method="GET", path="/api/v1/debtors", operation=operation, administration=administration)


def refused(administration: Surrounded) -> TooManyRequestsError:
    with pytest.raises(TooManyRequestsError) as refusal:
        STEP.enter(call(administration))
    return refusal.value


def told(administration: Surrounded, language: Language = "en") -> str:
    return tell(refused(administration).complaints[0], language)


def used_up(clock: MovingClock, **passed: float) -> Surrounded:
    """Give an administration whose one request a minute was made some time ago."""
    administration = Surrounded(clock=clock, limits=((1, "minute"),))
    STEP.enter(call(administration))
    clock.advance(**passed)
    return administration


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


def test_a_call_takes_room(clock: MovingClock) -> None:
    administration = Surrounded(clock=clock, limits=((600, "minute"),))

    assert STEP.enter(call(administration)) is None
    assert administration.limiter.room().windows == (WindowRoom(600, "minute", 60, 599, 60),)


def test_a_call_without_room_is_refused_and_told_for_how_long(clock: MovingClock) -> None:
    refusal = refused(used_up(clock, seconds=17.5))

    assert [complaint.code for complaint in refusal.complaints] == ["rate_limit_exceeded"]
    assert refusal.retry_after == "43"


def test_the_limit_that_is_used_up_is_named_in_both_languages(clock: MovingClock) -> None:
    administration = used_up(clock, seconds=18)

    assert told(administration) == (
        "The limit of 1 per minute on the requests of this administration is used up; "
        "there is room again in 42 seconds."
    )
    assert told(administration, "nl") == (
        "De limiet van 1 per minuut op de verzoeken van deze administratie is bereikt; "
        "over 42 seconden is er weer ruimte."
    )


def test_one_second_is_no_plural(clock: MovingClock) -> None:
    administration = used_up(clock, seconds=59.9)

    assert told(administration).endswith("in 1 second.")
    assert told(administration, "nl").endswith("over 1 seconde is er weer ruimte.")


def test_on_a_clock_that_stands_still_nobody_is_told_to_wait() -> None:
    administration = Surrounded(clock=FrozenClock(MORNING), limits=((1, "hour"),))
    STEP.enter(call(administration))

    assert told(administration) == (
        "The limit of 1 per hour on the requests of this administration is used up; the clock of this administration "
        "stands still, so waiting does not help: there is room again when the clock is 3600 seconds further, or when "
        "the server is started with --limit none."
    )
    assert told(administration, "nl") == (
        "De limiet van 1 per uur op de verzoeken van deze administratie is bereikt; de klok van deze administratie "
        "staat stil, dus wachten helpt niet: er is weer ruimte als de klok 3600 seconden verder staat, of als de "
        "server wordt gestart met --limit none."
    )
    assert refused(administration).retry_after == "3600"


def test_too_many_at_the_same_time_is_another_refusal() -> None:
    administration = Surrounded(concurrent=1)
    STEP.enter(call(administration))
    refusal = refused(administration)

    assert refusal.complaints[0].code == "too_many_concurrent_requests"
    assert refusal.retry_after == "1"
    assert told(administration) == (
        "The limit of 1 at the same time is reached: that many requests of this administration are still running."
    )


def test_a_call_runs_until_its_answer_has_been_handed_over() -> None:
    administration = Surrounded(concurrent=1)
    first, second = call(administration), call(administration)
    STEP.enter(first)
    refused(administration)

    first.end()
    assert STEP.enter(second) is None


def test_a_refused_call_gives_back_no_place_that_it_never_had() -> None:
    administration = Surrounded(concurrent=1)
    STEP.enter(call(administration))
    second = call(administration)
    with pytest.raises(TooManyRequestsError):
        STEP.enter(second)
    second.end()

    refused(administration)


def test_administrations_have_room_of_their_own(clock: MovingClock) -> None:
    used_up(clock)

    assert STEP.enter(call(Surrounded(id="adm_000001", name="Garage Visser", limits=((1, "minute"),)))) is None


def test_a_free_operation_costs_nothing_and_is_never_refused(clock: MovingClock) -> None:
    administration = used_up(clock)

    assert STEP.enter(call(administration, FREE)) is None
    assert administration.limiter.room().windows == (WindowRoom(1, "minute", 60, 0, 60),)


def test_a_call_that_belongs_to_nobody_passes() -> None:
    assert STEP.enter(call(None)) is None
