"""Access tokens after a 401, and refresh tokens that were used before."""

from mockbooks.observations import used_refresh_token_twice, used_token_after_401
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from tests.unit.observations.watching import answer, call, details, refresh, watched

EXPIRED = answer(401, {"code": "token_expired"})
GIVEN = answer(200, {"access_token": "noon-token", "refresh_token": "refresh-2"})
REFUSED = answer(400, {"error": "invalid_grant"})
AFTER_401 = used_token_after_401.OBSERVATION
TWICE = used_refresh_token_twice.OBSERVATION


def test_an_access_token_that_comes_again_after_a_401_is_told_by_its_fingerprint_only() -> None:
    watcher = watched(AFTER_401, call(true=EXPIRED, request_id="req_a"), call(at=1, request_id="req_b"))

    assert details(watcher) == ["client demo used access token ***41bf again after a 401 for it"]
    assert watcher.seen.findings[0].request_ids == ("req_a", "req_b")


def test_another_access_token_is_what_was_wanted() -> None:
    seen = watched(AFTER_401, call(true=EXPIRED), call(at=1, token="noon-token")).seen

    assert (seen.situations, seen.bad) == (1, 0)


def test_every_later_use_is_counted() -> None:
    seen = watched(AFTER_401, call(true=EXPIRED), call(true=EXPIRED, at=1), call(true=EXPIRED, at=2)).seen

    assert (seen.situations, seen.bad) == (1, 2)


def test_what_was_on_its_way_when_the_401_was_given_is_not_blamed() -> None:
    entries = [call(true=EXPIRED), call("listProducts", EXPIRED), call("getSupport", EXPIRED, at=0.05)]

    assert watched(AFTER_401, *entries).seen.bad == 0


def test_what_came_in_before_the_401_was_given_is_not_blamed() -> None:
    assert watched(AFTER_401, call(true=EXPIRED, took=3), call("listProducts", EXPIRED, at=1)).seen.bad == 0


def test_a_401_that_never_arrived_told_nothing() -> None:
    lost = Answer(status=401, delivery=Drop("close"))

    assert watched(AFTER_401, call(true=lost), call(at=1)).seen.situations == 0


def test_a_401_without_a_token_is_about_none() -> None:
    assert watched(AFTER_401, call(true=EXPIRED, token=""), call(at=1, token="")).seen.situations == 0


def test_a_refresh_token_that_comes_again_after_it_was_exchanged_is_told() -> None:
    watcher = watched(TWICE, refresh("refresh-1", GIVEN, request_id="a"), refresh("refresh-1", REFUSED, request_id="b"))

    assert details(watcher) == ["refresh token ***9da9 was used again after it had been exchanged for a new one"]
    assert watcher.seen.findings[0].request_ids == ("a", "b")


def test_each_refresh_with_its_own_token_is_well() -> None:
    seen = watched(TWICE, refresh("refresh-1", GIVEN), refresh("refresh-2", GIVEN)).seen

    assert (seen.situations, seen.bad) == (2, 0)


def test_who_never_got_the_answer_may_try_again() -> None:
    lost = Answer(status=200, delivery=Drop("reset"))
    busy = answer(503)

    assert watched(TWICE, refresh("refresh-1", GIVEN, sent=lost), refresh("refresh-1", GIVEN)).seen.bad == 0
    assert watched(TWICE, refresh("refresh-1", busy), refresh("refresh-1", GIVEN)).seen.bad == 0


def test_who_keeps_trying_after_invalid_grant_is_told() -> None:
    watcher = watched(TWICE, refresh("refresh-1", REFUSED), refresh("refresh-1", REFUSED))

    assert details(watcher) == ["refresh token ***9da9 was used again after it had been refused with invalid_grant"]


def test_other_grants_have_no_refresh_token() -> None:
    code = call("issueToken", GIVEN, body=b"grant_type=authorization_code", headers={"content-type": "text/plain"})

    assert watched(TWICE, code, code, refresh("", REFUSED)).seen.situations == 0
