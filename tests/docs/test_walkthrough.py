"""The walk-through of OAuth is what a server really answers: to the requests themselves, and to curl."""

import os

import pytest

from mockbooks.web.walkthrough.connecting import GIVEN
from mockbooks.web.walkthrough.contents import all_calls
from mockbooks.web.walkthrough.curl import curl_line
from mockbooks.web.walkthrough.exchanges import Request, Response
from mockbooks.web.walkthrough.playing import PlayError, play, request_of
from mockbooks.web.walkthrough.recording import RECORDING, recorded, relocated, written
from mockbooks.web.walkthrough.step import Call
from tests.docs.walking import blocks_of, pasted, play_all, walk

BASE_URL = "http://127.0.0.1:8080"


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


def test_no_two_calls_share_a_name() -> None:
    names = [call.name for call in all_calls()]
    assert len(names) == len(set(names))


def test_a_recording_moves_to_another_address_wherever_it_is_named() -> None:
    text = "http://127.0.0.1:8080/docs iss=http%3A%2F%2F127.0.0.1%3A8080 Host: 127.0.0.1:8080 http://127.0.0.1:8090/"
    assert relocated(text, BASE_URL, "https://boeken.example") == (
        "https://boeken.example/docs iss=https%3A%2F%2Fboeken.example Host: boeken.example http://127.0.0.1:8090/"
    )


def test_an_answer_without_what_later_calls_need_stops_the_play() -> None:
    call = Call(name="exchange", path="/oauth/token", keeps={"access_token": "access_token"})
    answer = Response(status=400, headers=(("Content-Type", "application/json"),), body='{"error": "invalid_grant"}')
    with pytest.raises(PlayError, match='"exchange" was answered 400 without access_token'):
        list(play([call], lambda _: answer, base_url=BASE_URL, given=GIVEN, wait=lambda _: None))


def test_a_page_in_place_of_a_redirect_stops_the_play() -> None:
    call = Call(name="approve", method="POST", path="/oauth/authorize", keeps={"code": "code"})
    page = Response(status=400, headers=(("Content-Type", "text/html; charset=utf-8"),), body="<p>No connection</p>")
    with pytest.raises(PlayError, match='"approve" was answered 400 without code'):
        list(play([call], lambda _: page, base_url=BASE_URL, given=GIVEN, wait=lambda _: None))


def test_a_form_is_encoded_as_the_rfc_asks() -> None:
    call = Call(
        name="exchange", method="POST", path="/oauth/token", form=(("scope", "debtors:read a+b"), ("code", "{code}"))
    )
    assert request_of(call, BASE_URL, {"code": "mb_ac_1"}) == Request(
        method="POST",
        url="http://127.0.0.1:8080/oauth/token",
        headers=(("Content-Type", "application/x-www-form-urlencoded"),),
        body="scope=debtors%3Aread+a%2Bb&code=mb_ac_1",
    )


def test_id_and_secret_are_form_encoded_before_they_go_into_basic() -> None:
    call = Call(name="exchange", path="/oauth/token", basic=("{client_id}", "50%:geheim"))
    (header,) = request_of(call, BASE_URL, {"client_id": "kassa"}).headers
    assert header == ("Authorization", "Basic a2Fzc2E6NTAlMjUlM0FnZWhlaW0=")  # kassa:50%25%3Ageheim


def test_curl_takes_what_earlier_answers_gave_from_variables() -> None:
    call = Call(
        name="exchange",
        method="POST",
        path="/oauth/token",
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
        name="authorize", path="/oauth/authorize", query=(("client_id", "{client_id}"), ("scope", "a:read b:read"))
    )
    assert curl_line(call) == (
        'curl -i "http://127.0.0.1:8080/oauth/authorize\\\n?client_id=$CLIENT_ID\\\n&scope=a%3Aread+b%3Aread"'
    )


def test_curl_quotes_what_a_shell_would_take_apart() -> None:
    call = Call(name="register", method="POST", path="/oauth/register", json='{"client_name": "O\'Brien"}')
    assert curl_line(call).endswith("""-d '{"client_name": "O'"'"'Brien"}'""")
