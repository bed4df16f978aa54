"""The verdicts of the attacks can say failed, and no server that is attacked outlives its attack."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tools.attack import __main__ as attack
from tools.attack import hostile, slow
from tools.attack.caller import Watch
from tools.attack.results import Result, summed_up
from tools.attack.target import stopped, target

IGNORES_SIGTERM = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
time.sleep(60)
"""
ENDED = "Test ended on 7th second\nExit status: No open connections left\n"


@pytest.mark.parametrize(
    "watch",
    [Watch([0.001, 0.001, 5.1]), Watch([0.001, 0.11, 0.11]), Watch([0.001], refused=1), Watch()],
    ids=["one waits too long", "half of them wait", "one is refused", "nobody asked"],
)
def test_an_attack_that_holds_up_whoever_asks_beside_it_was_too_much(watch: Watch) -> None:
    assert not watch.held


def test_an_attack_that_holds_up_a_few_for_a_moment_was_not() -> None:
    assert Watch([0.001, 0.001, 4.9]).held


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.1 500 Internal Server Error\r\n\r\n{}",
        b"HTTP/1.1 400 Bad Request\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 400 Bad Request\r\nX-Evil: b\r\n\r\n{}",
        b"",
    ],
    ids=["another status", "two answers", "a header of the caller", "no answer"],
)
def test_a_hostile_request_that_gets_more_or_less_than_its_refusal_was_too_much(reply: bytes) -> None:
    assert not hostile.is_proper(reply, "400")


def test_a_hostile_request_that_gets_its_refusal_alone_was_not() -> None:
    assert hostile.is_proper(b"HTTP/1.1 400 Bad Request\r\n\r\n{}", "400")


def slowhttptest(opened: int, *, dropped: int = 200, end: str = ENDED, available: str = "YES") -> str:
    begun = "".join(f"run_test:initial 225 of 225 bytes sent on socket {each}:\n" for each in range(opened))
    closed = "".join(f"run_test: socket {each} closed: Peer closed connection\n" for each in range(dropped))
    return f"{begun}\x1b[0mservice available:   \x1b[1m{available}\n{closed}{end}"


def test_what_slowhttptest_tells_of_its_connections_is_read() -> None:
    told = slow.told_by(slowhttptest(200))

    assert str(told) == "200 opened, 200 of them closed by the server, over after 7 s: no open connections left"
    assert told.held(are_dropped=True)


@pytest.mark.parametrize(
    "printed",
    [
        slowhttptest(199),
        slowhttptest(200, dropped=199),
        slowhttptest(200, end=""),
        slowhttptest(200, available="NO"),
    ],
    ids=["too few", "one was kept", "no end", "nobody else was answered"],
)
def test_slow_senders_that_were_not_all_there_and_dropped_were_too_much(printed: str) -> None:
    assert not slow.told_by(printed).held(are_dropped=True)


def test_slow_readers_are_all_kept() -> None:
    assert slow.told_by(slowhttptest(200, dropped=0)).held(are_dropped=False)
    assert not slow.told_by(slowhttptest(200, dropped=1)).held(are_dropped=False)


def test_an_attack_whose_program_is_missing_was_not_tried_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["attack", "slow"])

    assert attack.main() == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[:3] == [
        "== slow",
        "NOT TRIED  200 slow connections",
        "           slowhttptest is not installed here (Debian: apt-get install slowhttptest)",
    ]
    assert printed[3].startswith("0 held, 0 failed, 1 not tried, in 0 min ")


def test_the_last_line_counts_verdicts_and_time() -> None:
    found = [Result("a", "", held=True), Result("b", "", held=True), Result("c", "", held=False)]

    assert summed_up(found, 119.7) == "2 held, 1 failed, 0 not tried, in 2 min 0 s"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["soak", "--requests", "x"], '"x" is no number of requests; give a whole number above 0'),
        (["soak", "--requests", "0"], '"0" is no number of requests'),
        (["sloth"], 'unknown attack "sloth"; there are hostile, slow, floods, soak'),
    ],
)
def test_what_is_asked_wrongly_is_told_before_anything_is_attacked(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["attack", *arguments])
    with pytest.raises(SystemExit) as ended:
        attack.main()

    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_help_says_what_each_attack_does_and_how_many_requests_the_soak_sends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["attack", "--help"])
    with pytest.raises(SystemExit):
        attack.main()
    printed = capsys.readouterr().out

    assert re.findall(r"^  (hostile|slow|floods|soak) +\w.*\(about \d+ (?:s|min)\)$", printed, re.MULTILINE) == [
        "hostile",
        "slow",
        "floods",
        "soak",
    ]
    assert "(default: 200000)" in printed


def children() -> list[str]:
    return [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux tells which children a process has")
def test_a_server_that_does_not_start_leaves_no_process() -> None:
    before = children()
    with pytest.raises(RuntimeError, match=r"the server did not start: .*--debtors"), target("--debtors=minus"):
        pass

    assert children() == before


def test_a_server_that_does_not_stop_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", IGNORES_SIGTERM], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

        assert stopped(process, seconds=0.1) == -signal.SIGKILL
