"""The revision of a page: another one after everything that the page would show, and the same while nothing happens.

Each act changes exactly the parts that are named beside it, so that none of them can be left out.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mockbooks.app import create_app
from mockbooks.control import Control
from mockbooks.control.clock import ClockChange, change_clock
from mockbooks.scenarios.loader import load
from mockbooks.settings import Settings
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.rate_limiter import LimitSetting
from mockbooks.web.dashboard import revision
from mockbooks.web.dashboard.revision import revision_of, shown_by

SCENARIO = b"""
name: closed
injections: [{match: {operation: listDebtors}, calls: after 5, during: {until: 30s}, fault: {fail: {code: CLOSED}}}]
timeline: [{at: +40s, bookkeeper: {lockPeriod: 2026-10}}]
"""
LIMITED = LimitSetting(windows=((600, "hour"),), concurrent=5)


class Machine:
    """A server on a machine whose clock is moved by hand, while the clock of the books runs on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.moment = datetime(2026, 11, 23, 22, 57, 59, tzinfo=UTC)
        settings = Settings(debtors=1, products=0, transactions=0, scenario_folder=str(folder))
        self.app = create_app(settings, self, load(SCENARIO, source="closed.yaml"))
        self.demo = self.app.administrations["demo"]
        self.demo.limit(LIMITED)

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.demo.catch_up()

    def call(self, path: str = "/api/v1/debtors") -> None:
        headers = {"authorization": "Bearer mockbooks-demo-token"}
        self.app.pipeline.handle(Exchange(method="GET", path=path, host="127.0.0.1:8080", headers=headers))

    @property
    def control(self) -> Control:
        return Control(
            administrations=self.app.administrations,
            authority=self.app.authority,
            scenario_folder=str(self.folder),
        )

    def shown(self) -> dict[str, object]:
        return dict(shown_by(self.control, self.demo, page()))


def page(**parts: object) -> Exchange:
    return Exchange(**{"method": "GET", "path": "/", "base_url": "http://127.0.0.1:8080", **parts})  # type: ignore[arg-type]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def changed_by(machine: Machine, act: Callable[[], object]) -> set[str]:
    before, revision_before = machine.shown(), revision_of(machine.control, machine.demo, page())
    act()
    after = machine.shown()
    assert (revision_of(machine.control, machine.demo, page()) == revision_before) == (after == before)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_while_nothing_happens_it_stays_the_same_although_time_passes(machine: Machine) -> None:
    assert changed_by(machine, lambda: machine.pass_time(20)) == set()


@pytest.mark.parametrize(
    ("act", "changed"),
    [
        (lambda machine: machine.call("/api/v1/nergens"), {"newest request"}),
        (lambda machine: machine.call(), {"newest request", "room", "running", "firings"}),
        (lambda machine: machine.pass_time(31), {"during"}),
        (lambda machine: machine.pass_time(41), {"during", "timeline", "books"}),
        (lambda machine: machine.demo.limiter.begin(), {"room", "running"}),
        (lambda machine: machine.demo.waits.begin(lambda: None), {"waiting"}),
        (lambda machine: machine.demo.request_log.clear(), {"life of the log"}),
        (lambda machine: machine.demo.limit(LimitSetting(windows=((600, "minute"),), concurrent=5)), {"limits"}),
        (lambda machine: change_clock(machine.demo, ClockChange(frozen=True)), {"clock"}),
        (lambda machine: machine.app.administrations.create("Garage Visser"), {"administrations"}),
        (lambda machine: machine.demo.tokens.expire("demo", None, machine.moment), {"tokens"}),
        (lambda machine: (machine.folder / "eigen.yaml").write_text("name: eigen"), {"library"}),
    ],
)
def test_after_everything_that_shows_it_is_another(
    machine: Machine, act: Callable[[Machine], object], changed: set[str]
) -> None:
    assert changed_by(machine, lambda: act(machine)) == changed


def test_a_reset_is_another_era_of_the_same_books(machine: Machine) -> None:
    changed = changed_by(machine, machine.demo.reset)
    assert {"era", "life of the log"} <= changed
    assert "books" not in changed


def test_leaving_a_scenario_is_seen(machine: Machine) -> None:
    changed = changed_by(machine, lambda: machine.demo.leave_scenario(machine.app.administrations.beginning.start))
    assert {"scenario", "timeline", "firings", "during"} <= changed


def test_a_window_that_renews_is_seen(machine: Machine) -> None:
    machine.demo.limit(LimitSetting(windows=((600, "minute"),)))
    machine.call()
    machine.pass_time(41)
    assert changed_by(machine, lambda: machine.pass_time(20)) == {"room"}


def test_so_is_midnight_in_amsterdam_since_rows_of_another_day_tell_theirs(machine: Machine) -> None:
    machine.pass_time(120)
    assert machine.moment == datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)
    assert changed_by(machine, lambda: machine.pass_time(1)) == {"day"}


def test_another_version_makes_other_pages(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changed_by(machine, lambda: monkeypatch.setattr(revision, "__version__", "99.0")) == {"version"}


@pytest.mark.parametrize(
    ("other", "part"),
    [
        ({"path": "/dashboard/requests"}, "path"),
        ({"query_string": b"lang=nl"}, "query"),
        ({"headers": {"accept-language": "nl"}}, "language"),
        ({"base_url": "http://books.test"}, "base URL"),
    ],
)
def test_other_pages_have_others(machine: Machine, other: dict[str, object], part: str) -> None:
    shown = dict(shown_by(machine.control, machine.demo, page(**other)))
    assert {name for name, value in machine.shown().items() if shown[name] != value} == {part}
    assert revision_of(machine.control, machine.demo, page(**other)) != revision_of(
        machine.control, machine.demo, page()
    )


def test_so_have_other_administrations(machine: Machine) -> None:
    other = machine.app.administrations.create("Garage Visser")
    shown = shown_by(machine.control, other, page())
    assert (shown["administration"], machine.shown()["administration"]) == (other.id, "demo")
