"""What a test is told when a call of the control API goes wrong, and where it finds the server."""

from email.message import Message
from pathlib import Path

import pytest

from mockbooks.asking.address import Address
from mockbooks.asking.call import Call, Success, success_in
from mockbooks.testing.control import ControlError, Operator, address_of

VERDICT = Call(path="/verdict?administration=adm_000001")
CALLED = "GET http://mockbooks.test/_mockbooks/verdict?administration=adm_000001: "


def answering(status: int, text: str) -> Operator:
    def answer(_: Call) -> Success:
        return success_in(status, Message(), text.encode(), has_token=False)

    return Operator(url="http://mockbooks.test", answer=answer)


def test_the_data_of_a_success_is_given() -> None:
    assert answering(200, '{"success": true, "data": {"passed": true}}').json(VERDICT)["data"] == {"passed": True}


def test_a_refusal_is_told_with_every_mistake() -> None:
    body = '{"code": "invalid", "detail": "-", "errors": [{"detail": "No such field."}, {"detail": "No such kind."}]}'
    with pytest.raises(ControlError) as refused:
        answering(400, body).json(VERDICT)
    assert str(refused.value) == f"{CALLED}No such field. No such kind."
    assert [mistake["detail"] for mistake in refused.value.mistakes] == ["No such field.", "No such kind."]
    assert refused.value.code == "invalid"


@pytest.mark.parametrize(
    ("status", "text", "told"),
    [
        (401, "{}", "it asks for a token; give the one that it was started with by MOCKBOOKS_CONTROL_TOKEN or --"),
        (502, "<h1>Bad gateway</h1>", "it answered 502: <h1>Bad gateway</h1>"),
        (503, "", "it answered 503: nothing more"),
        (200, "<h1>It works!</h1>", "it answers, but is that mockbooks?"),
        (200, '{"status": "up"}', "it answers, but is that mockbooks?"),
        (200, '["data"]', "it answers, but is that mockbooks?"),
    ],
)
def test_what_is_no_answer_of_mockbooks_is_told(status: int, text: str, told: str) -> None:
    with pytest.raises(ControlError) as refused:
        answering(status, text).json(VERDICT)
    assert str(refused.value).startswith(CALLED + told)


def test_what_is_no_url_is_refused_with_one_that_is() -> None:
    with pytest.raises(ControlError, match="localhost:8080 is no URL of a server: write one such as "):
        address_of("localhost:8080")


def test_the_environment_names_token_and_authority_where_nothing_else_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MOCKBOOKS_CONTROL_TOKEN", "geheim")
    monkeypatch.setenv("MOCKBOOKS_CA", str(tmp_path / "ca.pem"))

    assert address_of("https://books.test/api/v1") == Address(
        url="https://books.test", token="geheim", authority=tmp_path / "ca.pem"
    )
    assert address_of("https://books.test", "anders", tmp_path / "own.pem") == Address(
        url="https://books.test", token="anders", authority=tmp_path / "own.pem"
    )
    assert address_of("http://books.test").authority is None
