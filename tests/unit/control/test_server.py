"""Which administration a call is about, and what is controlled without HTTP: clock, limits and tokens."""

from datetime import UTC, datetime

from mockbooks.control import Control
from mockbooks.control.clock import ClockChange, advance, change_clock
from mockbooks.control.info import counts_of
from mockbooks.control.limits import change_limits
from mockbooks.control.scenarios import leave_scenario
from mockbooks.control.server import administration_meant
from mockbooks.control.tokens import expire, revoke
from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.traffic.clock import RUNNING
from mockbooks.traffic.rate_limiter import LimitSetting
from tests.unit.control.worlds import NOON, control_of, demo_of, refused


def is_good(control: Control) -> bool:
    token = control.authority.tokens.access(DEMO_TOKEN)
    return token is not None and token.is_alive(NOON)


def test_the_named_one_is_meant_then_that_of_the_token_then_demo() -> None:
    control = control_of()
    control.administrations.create("Garage Visser")
    assert administration_meant(control, "adm_000001", "demo").id == "adm_000001"
    assert administration_meant(control, None, "adm_000001").id == "adm_000001"
    assert administration_meant(control, None).id == "demo"
    assert refused(lambda: administration_meant(control, "adm_000002")).code == "not_found"


def test_where_there_is_no_demo_somebody_must_say_which() -> None:
    control = control_of()
    control.administrations.delete("demo")
    assert refused(lambda: administration_meant(control, None)).code == "no_administration_meant"


def test_a_clock_is_changed_in_one_go() -> None:
    administration = demo_of(control_of())
    change_clock(administration, ClockChange(moment=datetime(2027, 1, 1, tzinfo=UTC), frozen=True))
    assert (administration.now(), administration.clock.speed) == (datetime(2027, 1, 1, tzinfo=UTC), 0)
    advance(administration, 0.5)
    assert administration.now() == datetime(2027, 1, 1, 0, 0, 0, 500_000, tzinfo=UTC)
    change_clock(administration, ClockChange(real=True))
    assert (administration.clock.setting, administration.now()) == (RUNNING, NOON)


def test_windows_of_one_length_contradict_each_other() -> None:
    administration = demo_of(control_of())
    twice = LimitSetting(windows=((5, "minute"), (6, "minute")))
    assert refused(lambda: change_limits(administration, twice)).pointer == "/windows/1/per"
    assert administration.limiter.setting.windows == ((600, "minute"),)


def test_the_demo_token_ends_and_is_good_again_after_a_reset() -> None:
    control = control_of()
    assert (expire(control, demo_of(control), None), is_good(control)) == (1, False)
    demo_of(control).reset()
    assert is_good(control)
    assert (revoke(control, demo_of(control), "mockbooks-demo"), is_good(control)) == (1, False)
    demo_of(control).reset()
    assert is_good(control)
    assert (expire(control, demo_of(control), None), is_good(control)) == (1, False)
    leave_scenario(control, demo_of(control))
    assert is_good(control)


def test_a_client_that_nobody_knows_is_told() -> None:
    control = control_of()
    assert refused(lambda: expire(control, demo_of(control), "shop")).pointer == "/clientId"
    assert refused(lambda: revoke(control, demo_of(control), "shop")).code == "not_found"


def test_those_who_are_kept_waiting_are_counted_and_woken_by_a_reset() -> None:
    administration, woken = demo_of(control_of()), list[str]()
    administration.waits.begin(lambda: woken.append("a caller"))
    assert counts_of(administration)["waiting"] == 1
    administration.reset()
    assert (counts_of(administration)["waiting"], woken) == (0, ["a caller"])
