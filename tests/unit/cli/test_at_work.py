"""What a log sees of work that lasts."""

from threading import Event

import pytest

from mockbooks.cli.at_work import at_work


def test_a_log_sees_what_is_being_done_when_it_lasts(capsys: pytest.CaptureFixture[str]) -> None:
    asked = Event()

    def told() -> str:
        asked.set()
        return "asking De Korenaar: 2 calls so far"

    with at_work(0.001) as say:
        say(told)
        assert asked.wait(5)

    assert "mockbooks: asking De Korenaar: 2 calls so far\n" in capsys.readouterr().err


def test_a_log_sees_nothing_of_what_is_soon_done(capsys: pytest.CaptureFixture[str]) -> None:
    with at_work() as say:
        say(lambda: "asking De Korenaar: 2 calls so far")

    assert capsys.readouterr().err == ""
