"""Whoever is kept waiting can be woken."""

from mockbooks.traffic.waits import Waits


def test_everybody_who_waits_is_woken_once() -> None:
    woken: list[str] = []
    waits = Waits()
    waits.begin(lambda: woken.append("first"))
    waits.begin(lambda: woken.append("second"))
    waits.interrupt()
    waits.interrupt()

    assert woken == ["first", "second"]
    assert len(waits) == 0


def test_a_wait_that_is_over_is_not_woken() -> None:
    woken: list[str] = []
    waits = Waits()
    over = waits.begin(lambda: woken.append("first"))
    waits.begin(lambda: woken.append("second"))
    waits.end(over)
    waits.end(over)
    waits.interrupt()

    assert woken == ["second"]
