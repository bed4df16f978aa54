"""Idempotency-Key: once done, then replayed; refused when it is used for something else; bounded and forgotten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from mockbooks.errors import RefusedError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.idempotency import IdempotencyStep, IdempotencyStore
from tests.unit.traffic.surroundings import MORNING, MovingClock, Surrounded

CREATED = Answer(status=200, body=b'{"success":true}')
KORENAAR = Surrounded()
VISSER = Surrounded(id="adm_000001", name="Garage Visser")


def post(
    key: str | None = "order-1",
    body: bytes = b'{"name":"Bakkerij De Korenaar"}',
    path: str = "/api/v1/debtors",
    administration: Surrounded | None = KORENAAR,
) -> Exchange:
    headers = {} if key is None else {"idempotency-key": key}
    return Exchange(method="POST", path=path, headers=headers, body=body, administration=administration)


@pytest.fixture
def step() -> IdempotencyStep:
    return IdempotencyStep()


def do(step: IdempotencyStep, exchange: Exchange, answer: Answer = CREATED) -> Answer | None:
    """Let a request through as a pipeline does; give what was replayed."""
    replayed = step.enter(exchange)
    if replayed is None:
        step.leave(exchange, answer)
    return replayed


def test_the_first_call_passes_and_the_second_is_replayed(step: IdempotencyStep) -> None:
    assert do(step, post()) is None
    assert do(step, post()) == CREATED.with_headers(("Idempotency-Replayed", "true"))


def test_a_call_without_a_key_always_passes(step: IdempotencyStep) -> None:
    assert do(step, post(None)) is None
    assert do(step, post(None)) is None


def test_a_key_on_anything_but_post_means_nothing(step: IdempotencyStep) -> None:
    get = Exchange(method="GET", path="/api/v1/debtors", headers={"idempotency-key": ""}, administration=KORENAAR)

    assert do(step, get) is None
    assert do(step, get) is None


def test_another_body_under_the_same_key_is_refused(step: IdempotencyStep) -> None:
    do(step, post())

    with pytest.raises(RefusedError, match="idempotency_key_reused"):
        step.enter(post(body=b'{"name":"Garage Visser"}'))


def test_another_operation_under_the_same_key_is_refused(step: IdempotencyStep) -> None:
    do(step, post())

    with pytest.raises(RefusedError, match="idempotency_key_reused"):
        step.enter(post(path="/api/v1/products"))


def test_two_administrations_may_use_the_same_key(step: IdempotencyStep) -> None:
    do(step, post())

    assert do(step, post(administration=VISSER)) is None


@pytest.mark.parametrize("key", ["order-1", "", "k" * 129])
def test_what_belongs_to_no_administration_has_no_key(step: IdempotencyStep, key: str) -> None:
    token_request = post(key, b"grant_type=client_credentials", "/oauth/token", administration=None)

    assert do(step, token_request) is None
    assert do(step, token_request) is None
    assert len(step.store) == 0


def test_a_key_in_flight_is_refused(step: IdempotencyStep) -> None:
    step.enter(post())

    with pytest.raises(RefusedError, match="request_in_progress") as refused:
        step.enter(post())
    assert refused.value.complaints[0].values == {"key": "order-1"}
    assert refused.value.complaints[0].parameter == "Idempotency-Key"


def test_of_ten_that_come_at_once_one_passes_and_the_others_are_told_to_wait(step: IdempotencyStep) -> None:
    barrier = Barrier(10)

    def come(exchange: Exchange) -> str:
        barrier.wait()
        try:
            return str(step.enter(exchange))
        except RefusedError as refusal:
            return refusal.complaints[0].code

    exchanges = [post() for _ in range(10)]
    with ThreadPoolExecutor(10) as threads:
        outcomes = list(threads.map(come, exchanges))
    assert sorted(outcomes) == ["None", *["request_in_progress"] * 9]

    step.leave(exchanges[outcomes.index("None")], CREATED)
    assert do(step, post()) == CREATED.with_headers(("Idempotency-Replayed", "true"))


def test_a_refused_action_is_replayed_too(step: IdempotencyStep) -> None:
    refused = Answer(status=400, body=b'{"success":false}', media_type="application/problem+json")
    do(step, post(), refused)

    assert do(step, post()) == refused.with_headers(("Idempotency-Replayed", "true"))


def test_a_failure_of_the_server_is_not_kept(step: IdempotencyStep) -> None:
    do(step, post(), Answer(status=500))

    assert do(step, post()) is None


@pytest.mark.parametrize("key", ["", "k" * 129])
def test_a_key_of_the_wrong_length_is_refused(step: IdempotencyStep, key: str) -> None:
    with pytest.raises(RefusedError, match="invalid_idempotency_key"):
        step.enter(post(key))


def test_a_key_is_good_for_24_hours_on_the_clock_of_its_administration(step: IdempotencyStep) -> None:
    clock = MovingClock()
    jansen = Surrounded(id="adm_000002", name="Slagerij Jansen", clock=clock)
    do(step, post())
    do(step, post(administration=jansen))

    clock.moment = MORNING + timedelta(hours=23, minutes=59)
    assert do(step, post(administration=jansen)) is not None
    clock.moment = MORNING + timedelta(hours=24)
    assert do(step, post(body=b"{}", administration=jansen)) is None
    assert do(step, post()) is not None


def test_a_reset_forgets_the_keys_of_one_administration(step: IdempotencyStep) -> None:
    do(step, post())
    do(step, post(administration=VISSER))

    step.store.forget("demo")

    assert do(step, post()) is None
    assert do(step, post(administration=VISSER)) is not None


def test_the_oldest_go_first_when_there_are_too_many() -> None:
    store = IdempotencyStore(maximum_records=2)

    store.finish(("demo", "first"), b"1", CREATED, MORNING)
    store.finish(("demo", "second"), b"2", CREATED, MORNING)
    store.finish(("demo", "third"), b"3", CREATED, MORNING)

    assert len(store) == 2
    assert store.begin(("demo", "first"), b"1", MORNING) is None
    assert store.begin(("demo", "third"), b"3", MORNING) == CREATED


def test_the_oldest_go_first_when_they_are_too_large() -> None:
    store = IdempotencyStore(maximum_bytes=100_000)
    large = Answer(status=200, body=b"x" * 60_000)

    store.finish(("demo", "first"), b"1", large, MORNING)
    store.finish(("demo", "second"), b"2", large, MORNING)

    assert len(store) == 1
    assert store.begin(("demo", "second"), b"2", MORNING) == large


def test_a_loop_in_one_administration_evicts_its_own_keys_alone() -> None:
    store = IdempotencyStore(maximum_records=3)

    store.finish(("adm_000001", "invoice-1"), b"1", CREATED, MORNING)
    store.finish(("demo", "loop-1"), b"2", CREATED, MORNING)
    store.finish(("demo", "loop-2"), b"3", CREATED, MORNING)
    store.finish(("demo", "loop-3"), b"4", CREATED, MORNING)
    store.finish(("demo", "loop-4"), b"5", CREATED, MORNING)

    assert len(store) == 3
    assert store.begin(("adm_000001", "invoice-1"), b"1", MORNING) == CREATED
    assert store.begin(("demo", "loop-2"), b"3", MORNING) is None
    assert store.begin(("demo", "loop-3"), b"4", MORNING) == CREATED


def test_the_administration_with_the_largest_answers_makes_room_in_bytes() -> None:
    store = IdempotencyStore(maximum_bytes=100_000)
    large = Answer(status=200, body=b"x" * 60_000)

    store.finish(("adm_000001", "invoice-1"), b"1", CREATED, MORNING)
    store.finish(("adm_000001", "invoice-2"), b"2", CREATED, MORNING)
    store.finish(("demo", "export-1"), b"3", large, MORNING)
    store.finish(("demo", "export-2"), b"4", large, MORNING)

    assert len(store) == 3
    assert store.begin(("adm_000001", "invoice-1"), b"1", MORNING) == CREATED
    assert store.begin(("demo", "export-1"), b"3", MORNING) is None
    assert store.begin(("demo", "export-2"), b"4", MORNING) == large


def test_an_answer_that_is_larger_than_all_the_room_is_not_kept_and_leaves_the_others() -> None:
    store = IdempotencyStore(maximum_bytes=100_000)

    store.finish(("adm_000001", "invoice-1"), b"1", CREATED, MORNING)
    store.finish(("demo", "export-1"), b"2", Answer(status=200, body=b"x" * 200_000), MORNING)

    assert len(store) == 1
    assert store.begin(("adm_000001", "invoice-1"), b"1", MORNING) == CREATED


def test_there_is_room_again_after_a_reset() -> None:
    store = IdempotencyStore(maximum_records=2, maximum_bytes=100_000)
    large = Answer(status=200, body=b"x" * 60_000)

    store.finish(("demo", "export-1"), b"1", large, MORNING)
    store.forget("demo")
    store.forget("adm_999999")
    store.finish(("adm_000001", "export-1"), b"2", large, MORNING)
    store.finish(("demo", "order-1"), b"3", CREATED, MORNING)

    assert len(store) == 2
    assert store.begin(("adm_000001", "export-1"), b"2", MORNING) == large
    assert store.begin(("demo", "order-1"), b"3", MORNING) == CREATED
