"""The walk-through of OAuth is what a server really answers: to the requests themselves, and to curl."""

import os

import pytest

from mockbooks.web.walkthrough.connecting import GIVEN
from mockbooks.web.walkthrough.contents import REFUSALS, all_calls
from mockbooks.web.walkthrough.curl import curl_line
from mockbooks.web.walkthrough.exchanges import Outcome, Request, Response
from mockbooks.web.walkthrough.playing import PlayError, outcome_of, play, request_of
from mockbooks.web.walkthrough.recording import RECORDING, recorded, relocated, written
from mockbooks.web.walkthrough.step import Call, Refusal
from tests.docs.walking import blocks_of, pasted, play_all, send, walk

BASE_URL = "http://127.0.0.1:8080"
OF_JSON = (("Content-Type", "application/json"),)


def test_every_recorded_answer_is_what_its_call_expects() -> None:
    outcomes = {name: outcome_of(played.response) for name, played in recorded().items()}
    assert outcomes == {call.name: call.expects for call in all_calls()}


@pytest.mark.parametrize("refusal", REFUSALS, ids=[refusal.code for refusal in REFUSALS])
def test_every_case_of_an_error_shows_that_error(refusal: Refusal) -> None:
    assert {case.calls[0].expects.error for case in refusal.cases} == {refusal.code}


def test_all_that_is_shown_under_the_errors_is_an_error() -> None:
    shown = [call for refusal in REFUSALS for case in refusal.cases for call in case.calls]
    assert [call.name for call in shown if not call.expects.error] == []


@pytest.mark.golden
def test_the_recording_is_what_is_answered() -> None:
    with walk() as start:
        text = written(play_all(start), start.base_url)
    if os.environ.get("RENEW_GOLDEN") == "1":
        RECORDING.write_text(text, encoding="utf-8")
    assert text == RECORDING.read_text(encoding="utf-8"), "the walk-through changed: if that is meant, run make golden"


def test_what_the_page_has_for_curl_gets_the_recorded_answers_when_it_is_pasted() -> None:
    with walk() as start:
        answers = pasted(blocks_of(start), start)
    assert answers == {name: played.response for name, played in recorded().items()}


def test_a_second_walk_at_the_same_server_takes_the_same_road_with_other_tokens() -> None:
    with walk() as start:
        first, second = play_all(start), play_all(start)
    assert [each.response.status for each in first] == [each.response.status for each in second]
    assert first[1].response.body != second[1].response.body


@pytest.mark.parametrize("mistake", ["wrong verifier", "other redirect URI"])
def test_a_code_stays_good_after_a_mistake_in_what_came_with_it(mistake: str) -> None:
    by_name = {call.name: call for call in all_calls()}
    calls = [by_name[name] for name in ("register", "approve", mistake, "exchange")]
    with walk() as start:
        *_, (last, _) = play(calls, send, base_url=start.base_url, given=GIVEN, wait=start.watch.put_forward)
    assert outcome_of(last.response) == Outcome(200)


def test_no_two_calls_share_a_name() -> None:
    names = [call.name for call in all_calls()]
    assert len(names) == len(set(names))


def test_a_recording_moves_to_another_address_wherever_it_is_named() -> None:
    text = "http://127.0.0.1:8080/docs iss=http%3A%2F%2F127.0.0.1%3A8080 Host: 127.0.0.1:8080 http://127.0.0.1:8090/"
    assert relocated(text, BASE_URL, "https://boeken.example") == (
        "https://boeken.example/docs iss=https%3A%2F%2Fboeken.example Host: boeken.example http://127.0.0.1:8090/"
    )


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        (Response(status=200, headers=OF_JSON, body='{"active": true}'), Outcome(200)),
        (Response(status=400, headers=OF_JSON, body='{"error": "invalid_grant"}'), Outcome(400, "invalid_grant")),
        (
            Response(status=303, headers=(("Location", "http://127.0.0.1/callback?error=access_denied&state=x"),)),
            Outcome(303, "access_denied"),
        ),
        (Response(status=303, headers=(("Location", "http://127.0.0.1/callback?code=mb_ac_1"),)), Outcome(303)),
        (
            Response(
                status=401,
                headers=(
                    ("Content-Type", "application/problem+json"),
                    ("WWW-Authenticate", 'Bearer realm="mockbooks", error="invalid_token", error_description="Late."'),
                ),
                body='{"code": "token_expired"}',
            ),
            Outcome(401, "invalid_token", "token_expired"),
        ),
        (Response(status=400, headers=(("Content-Type", "text/html"),), body="<p>Not connected</p>"), Outcome(400)),
    ],
)
def test_an_error_is_found_wherever_an_answer_tells_it(response: Response, outcome: Outcome) -> None:
    assert outcome_of(response) == outcome


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, '{"access_token": "mb_at_1"}'), (400, '{"error": "invalid_client"}'), (401, '{"error": "invalid_grant"}')],
)
def test_an_answer_that_was_not_expected_stops_the_play(status: int, body: str) -> None:
    call = Call(name="used code", path="/oauth/token", expects=Outcome(400, "invalid_grant"))
    answer = Response(status=status, headers=OF_JSON, body=body)
    with pytest.raises(PlayError, match=f'"used code" was answered with .*{status}.*, not .*invalid_grant'):
        list(play([call], lambda _: answer, base_url=BASE_URL, given=GIVEN, wait=lambda _: None))


def test_an_answer_without_what_later_calls_need_stops_the_play() -> None:
    call = Call(name="exchange", path="/oauth/token", expects=Outcome(200), keeps={"access_token": "access_token"})
    answer = Response(status=200, headers=OF_JSON, body='{"token_type": "Bearer"}')
    with pytest.raises(PlayError, match='"exchange" was answered 200 without access_token'):
        list(play([call], lambda _: answer, base_url=BASE_URL, given=GIVEN, wait=lambda _: None))


def test_a_page_in_place_of_a_redirect_stops_the_play() -> None:
    call = Call(name="approve", method="POST", path="/oauth/authorize", expects=Outcome(200), keeps={"code": "code"})
    page = Response(status=200, headers=(("Content-Type", "text/html; charset=utf-8"),), body="<p>No connection</p>")
    with pytest.raises(PlayError, match='"approve" was answered 200 without code'):
        list(play([call], lambda _: page, base_url=BASE_URL, given=GIVEN, wait=lambda _: None))


def test_a_form_is_encoded_as_the_rfc_asks() -> None:
    call = Call(
        name="exchange",
        method="POST",
        path="/oauth/token",
        expects=Outcome(200),
        form=(("scope", "debtors:read a+b"), ("code", "{code}")),
    )
    assert request_of(call, BASE_URL, {"code": "mb_ac_1"}) == Request(
        method="POST",
        url="http://127.0.0.1:8080/oauth/token",
        headers=(("Content-Type", "application/x-www-form-urlencoded"),),
        body="scope=debtors%3Aread+a%2Bb&code=mb_ac_1",
    )


def test_id_and_secret_are_form_encoded_before_they_go_into_basic() -> None:
    call = Call(name="exchange", path="/oauth/token", expects=Outcome(200), basic=("{client_id}", "50%:geheim"))
    (header,) = request_of(call, BASE_URL, {"client_id": "kassa"}).headers
    assert header == ("Authorization", "Basic a2Fzc2E6NTAlMjUlM0FnZWhlaW0=")  # kassa:50%25%3Ageheim


def test_curl_takes_what_earlier_answers_gave_from_variables() -> None:
    call = Call(
        name="exchange",
        method="POST",
        path="/oauth/token",
        expects=Outcome(200),
        basic=("{client_id}", "{client_secret}"),
        form=(("code", "{code}"), ("redirect_uri", "http://127.0.0.1:8090/callback")),
    )
    assert curl_line(call) == (
        "curl -i http://127.0.0.1:8080/oauth/token \\\n"
        '  -u "$CLIENT_ID:$CLIENT_SECRET" \\\n'
        '  -d "code=$CODE" \\\n'
        "  --data-urlencode redirect_uri=http://127.0.0.1:8090/callback"
    )


def test_curl_gets_a_query_with_a_parameter_on_every_line() -> None:
    call = Call(
        name="authorize",
        path="/oauth/authorize",
        expects=Outcome(200),
        query=(("client_id", "{client_id}"), ("scope", "a:read b:read")),
    )
    assert curl_line(call) == (
        'curl -i "http://127.0.0.1:8080/oauth/authorize\\\n?client_id=$CLIENT_ID\\\n&scope=a%3Aread+b%3Aread"'
    )


def test_curl_quotes_what_a_shell_would_take_apart() -> None:
    call = Call(
        name="register",
        method="POST",
        path="/oauth/register",
        expects=Outcome(201),
        json='{"client_name": "O\'Brien"}',
    )
    assert curl_line(call).endswith("""-d '{"client_name": "O'"'"'Brien"}'""")
