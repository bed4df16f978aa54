"""What a test is told when a call of the control API goes wrong."""

import pytest

from mockbooks.testing.control import Answered, Ask, ControlError, Sent, json_from, over_http

SENT = Sent("GET", "/verdict?administration=adm_000001")


def answering(status: int, text: str) -> Ask:
    return lambda _: Answered(status, text.encode())


def test_the_data_of_a_success_is_given() -> None:
    assert json_from(answering(200, '{"success": true, "data": {"passed": true}}'), SENT)["data"] == {"passed": True}


def test_a_refusal_is_told_with_every_mistake() -> None:
    body = '{"detail": "2 mistakes", "errors": [{"detail": "No such field."}, {"detail": "No such kind."}]}'
    with pytest.raises(ControlError, match=r"was answered with 400: No such field\. No such kind\.$") as refused:
        json_from(answering(400, body), SENT)
    assert [mistake["detail"] for mistake in refused.value.mistakes] == ["No such field.", "No such kind."]


@pytest.mark.parametrize(
    ("status", "text", "told"),
    [
        (
            401,
            '{"detail": "The control API asks for a token."}',
            "answered with 401: The control API asks for a token.",
        ),
        (502, "<h1>Bad gateway</h1>", "answered with 502: <h1>Bad gateway</h1>"),
        (503, "", "answered with 503: nothing more"),
        (200, "<h1>It works!</h1>", "was answered, but is that mockbooks? It said: <h1>It works!</h1>"),
        (200, '{"status": "up"}', "was answered, but is that mockbooks?"),
    ],
)
def test_what_is_no_answer_of_mockbooks_is_shown(status: int, text: str, told: str) -> None:
    with pytest.raises(ControlError) as refused:
        json_from(answering(status, text), SENT)
    assert told in str(refused.value)
    assert str(refused.value).startswith("GET /_mockbooks/verdict?administration=adm_000001 was answered")


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://localhost", "http://"])
def test_what_is_no_url_is_refused_with_one_that_is(url: str) -> None:
    with pytest.raises(ControlError, match="is no URL of a server: write one such as "):
        over_http(url)
