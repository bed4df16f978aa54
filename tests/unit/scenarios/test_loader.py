"""From a scenario file to a frozen value, or to everything that is wrong with it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mockbooks.scenarios.calls import Calls
from mockbooks.scenarios.complaints import ScenarioError, told
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.match import ANYTHING
from mockbooks.scenarios.model import During, Expected, Injection, Scenario
from mockbooks.stage.expectation import Bounds
from mockbooks.traffic.clock import RUNNING, ClockSetting
from mockbooks.traffic.injection import Phase
from mockbooks.traffic.rate_limiter import LimitSetting

LOST_REPLY = """
name: lost-reply
description: The first booking is stored, but its answer never arrives. A naive retry books twice.
randomSeed: 7
books: {seed: 42, debtors: 25, products: 40, transactions: 0, lockDate: 2026-09-30, require: [journalId]}
clock: 2026-10-15T09:00:00+02:00
limits: {windows: [{requests: 60, per: minute}, {requests: 5000, per: day}], concurrent: 5, retryAfter: epoch}
oauth: {accessTokenSeconds: 600, refreshGraceSeconds: 0, autoApprove: true}
injections:
  - name: the answer is lost
    match: {operation: createTransaction, body: {/reference: {matches: "^ORD-"}}}
    calls: first
    countBy: /reference
    phase: after
    fault: {dropConnection: reset}
  - match: {operation: listDebtors}
    chance: 20%
    during: {from: 0s, until: 30s}
    fault: {delay: {lognormal: {median: 400ms, p99: 6s}}}
timeline:
  - {at: +3d, bookkeeper: {lockPeriod: 2026-10}}
  - {at: +2h, bookkeeper: {deactivateVatRate: NL_HOOG}}
expect:
  - {booked: {reference: ORD-1001}, exactly: 1}
  - {calls: {operation: createTransaction}, atLeast: 1, atMost: 3, optional: true}
  - retriesReuseIdempotencyKey
"""


def loaded(text: str) -> Scenario:
    return load(text.encode(), source="slow.yaml")


def told_of(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as raised:
        loaded(text)
    return told(raised.value, raised.value.source)


def places(text: str) -> list[tuple[str, str | None]]:
    with pytest.raises(ScenarioError) as raised:
        loaded(text)
    return [(complaint.code, complaint.pointer) for complaint in raised.value.complaints]


def injection(written: str) -> Injection:
    return loaded(f"name: x\ninjections: [{written}]").injections[0]


def fault_names(written: str) -> list[str]:
    return [fault.name for fault, _ in injection(written).faults]


def expected(written: str) -> Expected:
    return loaded(f"name: x\nexpect: [{written}]").expect[0]


def clock(written: str) -> ClockSetting | None:
    return loaded(f"name: x\nclock: {written}").clock


def test_the_beginning_of_an_administration_is_read() -> None:
    scenario = loaded(LOST_REPLY)
    assert (scenario.name, scenario.random_seed) == ("lost-reply", 7)
    assert scenario.books == {
        "random_seed": 42,
        "debtors": 25,
        "products": 40,
        "transactions": 0,
        "lock_date": date(2026, 9, 30),
        "require": ("journalId",),
    }
    assert scenario.clock == ClockSetting(moment=datetime(2026, 10, 15, 7, tzinfo=UTC), speed=0)
    assert scenario.limits == LimitSetting(windows=((60, "minute"), (5000, "day")), concurrent=5, retry_after="epoch")
    assert scenario.oauth == {
        "access_token_life": timedelta(minutes=10),
        "refresh_grace": timedelta(),
        "auto_approve": True,
    }


def test_an_injection_is_read() -> None:
    lost, slow = loaded(LOST_REPLY).injections
    assert (lost.name, lost.calls, lost.count_by, lost.phase) == (
        "the answer is lost",
        Calls(last=1),
        "/reference",
        "after",
    )
    assert [(fault.name, settings) for fault, settings in lost.faults] == [("dropConnection", "reset")]
    assert (slow.name, slow.chance, slow.phase) == ("injection 2", 0.2, "before")
    assert slow.during == During(until=timedelta(seconds=30))


def test_a_timeline_is_put_in_the_order_of_its_moments() -> None:
    first, second = loaded(LOST_REPLY).timeline
    assert (first.at, first.deeds[0][0].name, first.deeds[0][1]) == (
        timedelta(hours=2),
        "deactivateVatRate",
        "NL_HOOG",
    )
    assert (second.at, second.deeds[0][1]) == (timedelta(days=3), date(2026, 10, 31))


def test_expectations_keep_how_they_were_written() -> None:
    booked, calls, reuse, _ = loaded(LOST_REPLY).expect
    assert (booked.text, booked.bounds) == ("booked: {reference: ORD-1001}, exactly: 1", Bounds(exactly=1))
    assert (calls.text, calls.bounds, calls.optional) == (
        "calls: {operation: createTransaction}, atLeast: 1, atMost: 3, optional: true",
        Bounds(at_least=1, at_most=3),
        True,
    )
    assert (reuse.text, reuse.settings, reuse.bounds) == ("retriesReuseIdempotencyKey", None, Bounds())


def test_a_name_is_all_that_a_scenario_needs() -> None:
    assert loaded("name: nothing") == Scenario(name="nothing")


def test_null_is_as_if_left_out() -> None:
    assert loaded("name: nothing\nbooks:\ninjections:\ntimeline: ~\nexpect: null\nclock:") == Scenario(name="nothing")


def test_json_is_taken_by_the_same_door() -> None:
    assert loaded('{"name": "x", "description": "\\ud83e\\udd50"}') == Scenario(name="x", description="🥐")


@pytest.mark.parametrize(
    ("written", "setting"),
    [
        ("real", RUNNING),
        ("{}", RUNNING),
        ("{speed: 60}", ClockSetting(speed=60)),
        ("{frozen: true}", ClockSetting(speed=0)),
        ("2026-10-15T07:00:00Z", ClockSetting(moment=datetime(2026, 10, 15, 7, tzinfo=UTC), speed=0)),
        ("{now: 2026-10-15T07:00:00Z}", ClockSetting(moment=datetime(2026, 10, 15, 7, tzinfo=UTC), speed=0)),
        (
            "{now: 2026-10-15T07:00:00Z, frozen: false}",
            ClockSetting(moment=datetime(2026, 10, 15, 7, tzinfo=UTC), speed=1),
        ),
        (
            "{now: 2026-10-15T07:00:00Z, speed: 60}",
            ClockSetting(moment=datetime(2026, 10, 15, 7, tzinfo=UTC), speed=60),
        ),
    ],
)
def test_a_clock_is_real_frozen_or_fast(written: str, setting: ClockSetting) -> None:
    assert clock(written) == setting


def test_limits_that_are_named_take_the_place_of_all_others() -> None:
    assert loaded("name: x\nlimits: {}").limits == LimitSetting()
    assert loaded("name: x\nlimits: {windows: [], concurrent: 2}").limits == LimitSetting(concurrent=2)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("{fault: truncate}", ["truncate"]),
        ("{fault: {truncate: }}", ["truncate"]),
        ("{fault: {truncate: {}}}", ["truncate"]),
        ("{fault: {truncate: 30%, malformed: {}}}", ["truncate", "malformed"]),
        ("{fault: [malformed, truncate]}", ["malformed", "truncate"]),
        ("{fault: [{delay: 1s}, malformed, {delay: 2s}]}", ["delay", "malformed", "delay"]),
    ],
)
def test_faults_act_in_the_order_written(written: str, names: list[str]) -> None:
    assert fault_names(written) == names


@pytest.mark.parametrize(
    ("written", "phase"),
    [
        ("{fault: {delay: 1s}}", "before"),
        ("{fault: {delay: 1s}, phase: gate}", "gate"),
        ("{fault: truncate}", "after"),
        ("{fault: [{delay: 1s}, truncate]}", "after"),
        ("{fault: [expireToken, rateLimit]}", "gate"),
    ],
)
def test_the_phase_is_the_first_that_suits_all_faults(written: str, phase: Phase) -> None:
    assert injection(written).phase == phase


def test_without_match_and_calls_every_request_is_meant() -> None:
    assert (injection("{fault: truncate}").match, injection("{fault: truncate}").calls) == (ANYTHING, Calls())


@pytest.mark.parametrize(
    ("written", "calls"),
    [
        ("3", Calls(first=3, last=3)),
        ("2-4", Calls(first=2, last=4)),
        ("every 10", Calls(every=10)),
        ("'3'", Calls(first=3, last=3)),
    ],
)
def test_calls_are_chosen_by_number_or_text(written: str, calls: Calls) -> None:
    assert injection(f"{{fault: truncate, calls: {written}}}").calls == calls


@pytest.mark.parametrize(
    ("since_start", "holds"),
    [(timedelta(seconds=4), False), (timedelta(seconds=5), True), (timedelta(seconds=10), False)],
)
def test_a_part_of_the_run_begins_with_its_first_moment_and_ends_before_its_last(
    since_start: timedelta,
    holds: bool,  # noqa: FBT001
) -> None:
    during = injection("{fault: truncate, during: {from: 5s, until: 10s}}").during
    assert during is not None
    assert during.holds(since_start) is holds


def test_a_part_of_the_run_without_an_end_lasts() -> None:
    assert During(start=timedelta(seconds=5)).holds(timedelta(days=3))


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("[]", []),
        ("[everyInjectionFired, noDuplicateBookings]", ["everyInjectionFired", "noDuplicateBookings"]),
        ("[noDuplicateBookings]", ["noDuplicateBookings", "everyInjectionFired"]),
        ("[{everyInjectionFired: true}]", ["everyInjectionFired: true"]),
        ("[{everyInjectionFired: false}, noDuplicateBookings]", ["noDuplicateBookings"]),
    ],
)
def test_every_injection_must_fire_unless_that_is_switched_off(written: str, texts: list[str]) -> None:
    scenario = loaded(f"name: x\ninjections: [{{fault: empty}}]\nexpect: {written}")
    assert [each.text for each in scenario.expect] == texts
    assert [each.settings for each in scenario.expect if each.kind.name == "everyInjectionFired"] in ([], [True])


def test_without_injections_none_must_fire() -> None:
    assert loaded("name: x").expect == ()
    assert [each.text for each in loaded("name: x\nexpect: [everyInjectionFired]").expect] == ["everyInjectionFired"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("noDuplicateBookings", "noDuplicateBookings"),
        ("{noDuplicateBookings: {}}", "noDuplicateBookings: {}"),
        ("{trialBalance: {'1300': '121.00'}}", 'trialBalance: {"1300": "121.00"}'),
        ("{booked: {reference: 'A, B: C'}, exactly: 0}", 'booked: {reference: "A, B: C"}, exactly: 0'),
        ("{calls: {order: [listDebtors, createDebtor]}}", "calls: {order: [listDebtors, createDebtor]}"),
    ],
)
def test_an_expectation_is_told_on_one_line(written: str, text: str) -> None:
    assert expected(written).text == text


def test_an_injection_is_told_on_two_lines_which_calls_and_what_happens_to_them() -> None:
    told = injection("{match: {operation: createDebtor}, calls: first, fault: [{delay: 5s}, empty]}")
    assert (told.when_text, told.fault_text) == (
        "match: {operation: createDebtor}, calls: first",
        "[{delay: 5s}, empty]",
    )
    every_call = injection("{phase: after, fault: {dropConnection: reset}}")
    assert (every_call.when_text, every_call.fault_text) == ("", "dropConnection: reset")


def test_an_item_of_the_timeline_is_told_on_one_line() -> None:
    (item,) = loaded("name: x\ntimeline: [{at: +3d, bookkeeper: {lockPeriod: 2026-10}}]").timeline
    assert item.text == "lockPeriod: 2026-10"


def test_what_is_long_is_cut_in_the_name_of_an_expectation() -> None:
    order = ", ".join(["createTransaction"] * 15)
    text = expected(f"{{calls: {{order: [{order}]}}}}").text
    assert len(text) == 200
    assert text.endswith("…")


def test_complaints_are_lines_with_file_line_column_and_a_suggestion() -> None:
    text = "name: slow\ninjections:\n  - match: {operation: listDebtor}\n    fault: {dealy: 5s}\n"
    dealy = told_of(text)[1]
    assert dealy.startswith('slow.yaml:4:13: There is no fault "dealy". Allowed: delay, fail, respond')
    assert dealy.endswith('Did you mean "delay"?')
    assert told_of(text)[0] == 'slow.yaml:3:24: There is no operation "listDebtor". Did you mean "listDebtors"?'


def test_what_is_no_yaml_is_told_the_same_way() -> None:
    assert told_of("name: slow\nbooks: {debtors: 1") == [
        "slow.yaml:3:1: The YAML or JSON cannot be read at line 3, column 1: did not find expected ',' or '}'."
    ]


def test_where_no_line_is_known_the_pointer_tells_the_place() -> None:
    assert told_of('{"name": "\\ud83e\\udd50", "randomSeed": "7"}') == [
        'slow.yaml: /name: "🥐" is no name for a scenario: write small letters, digits and dashes, such as lost-reply.',
        'slow.yaml: /randomSeed: This must be a whole number; what came is "7".',
    ]


def test_an_empty_file_is_no_scenario() -> None:
    assert told_of("# nothing yet\n") == [
        "slow.yaml:1:1: A scenario is needed here, a mapping such as {name: lost-reply}; what came is nothing."
    ]


def test_a_list_and_a_text_are_no_scenario() -> None:
    assert told_of("\n- name: x")[0].endswith("such as {name: lost-reply}; what came is a list […].")
    assert told_of("lost-reply")[0].endswith('such as {name: lost-reply}; what came is "lost-reply".')


def test_a_size_beyond_the_bounds_is_told_without_a_line() -> None:
    assert told_of("#" * 200_000) == ["slow.yaml: A scenario has at most 131072 bytes; what came has 200000."]


def test_a_thousand_mistakes_are_not_all_told() -> None:
    lines = told_of("name: x\nbooks: {filedQuarters: [" + "x, " * 40 + "]}\nexpect: [" + "x, " * 100 + "]")
    assert len(lines) == 101
    assert lines[-1] == "slow.yaml: 40 more like these"


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        ("description: x", "required", "/name"),
        ("name: Lost reply", "not_scenario_name", "/name"),
        ("name: lost_reply", "not_scenario_name", "/name"),
        ("name: a--b", "not_scenario_name", "/name"),
        (f"name: {'a' * 61}", "too_long", "/name"),
        ("name: 7", "not_text", "/name"),
        (f"name: x\ndescription: {'a' * 1_001}", "too_long", "/description"),
        ("name: x\nrandomseed: 7", "unknown_field", "/randomseed"),
        ("name: x\nrandomSeed: 4294967296", "number_out_of_range", "/randomSeed"),
        ("name: x\nbooks: {debtors: 100001}", "number_out_of_range", "/books/debtors"),
        ("name: x\nbooks: {seeds: 1}", "unknown_field", "/books/seeds"),
        ("name: x\nbooks: {lockDate: 2026-02-30}", "not_date", "/books/lockDate"),
        ("name: x\nbooks: {filedQuarters: [2026-Q5]}", "not_one_of", "/books/filedQuarters/0"),
        ("name: x\nbooks: {require: [journal]}", "not_one_of", "/books/require/0"),
        ("name: x\nclock: yesterday", "not_one_of", "/clock"),
        ("name: x\nclock: 7", "not_one_of", "/clock"),
        ("name: x\nclock: 2026-10-15T09:00:00", "not_moment", "/clock"),
        ("name: x\nclock: 1999-12-31T00:00:00Z", "moment_out_of_range", "/clock"),
        ("name: x\nclock: 0001-01-01T00:00:00Z", "moment_out_of_range", "/clock"),
        ("name: x\nclock: {now: 9999-12-31T23:59:59Z}", "moment_out_of_range", "/clock/now"),
        ("name: x\nclock: 0001-01-01T00:00:00+23:59", "not_moment", "/clock"),
        ("name: x\nclock: {speed: 0}", "number_out_of_range", "/clock/speed"),
        ("name: x\nclock: {frozen: true, speed: 60}", "not_together", "/clock"),
        ("name: x\nclock: {speeds: 60}", "unknown_field", "/clock/speeds"),
        ("name: x\nlimits: {windows: [{requests: 60}]}", "required", "/limits/windows/0/per"),
        (
            "name: x\nlimits: {windows: [{requests: 60, per: day}, {requests: 9, per: day}]}",
            "stands_twice",
            "/limits/windows",
        ),
        ("name: x\nlimits: {retryAfter: date}", "not_one_of", "/limits/retryAfter"),
        ("name: x\nlimits: {retryAfter: null}", "null_not_allowed", "/limits/retryAfter"),
        ("name: x\noauth: {accessTokenSeconds: 0}", "number_out_of_range", "/oauth/accessTokenSeconds"),
        ("name: x\noauth: {autoApprove: yes}", "not_boolean", "/oauth/autoApprove"),
        ("name: x\ninjections: {}", "not_list", "/injections"),
        ("name: x\ninjections: [" + "{fault: empty}," * 101 + "]", "too_many_items", "/injections"),
        ("name: x\ninjections: [~]", "null_not_allowed", "/injections/0"),
        ("name: x\ninjections: [{calls: first}]", "required", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: dealy}]", "unknown_kind", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: {dealy: 5s}}]", "unknown_kind", "/injections/0/fault/dealy"),
        ("name: x\ninjections: [{fault: [empty, {dealy: 5s}]}]", "unknown_kind", "/injections/0/fault/1/dealy"),
        ("name: x\ninjections: [{fault: [[empty]]}]", "not_object", "/injections/0/fault/0"),
        ("name: x\ninjections: [{fault: 5}]", "not_object", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: []}]", "too_few_items", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: {}}]", "too_few_items", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: [" + "empty," * 11 + "]}]", "too_many_items", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: delay}]", "settings_needed", "/injections/0/fault"),
        ("name: x\ninjections: [{fault: {delay: {}}}]", "settings_needed", "/injections/0/fault/delay"),
        ("name: x\ninjections: [{fault: {delay: 5}}]", "not_duration", "/injections/0/fault/delay"),
        ("name: x\ninjections: [{fault: {empty: now}}]", "takes_no_settings", "/injections/0/fault/empty"),
        ("name: x\ninjections: [{fault: truncate, phase: before}]", "phase_not_possible", "/injections/0/phase"),
        ("name: x\ninjections: [{fault: [truncate, rateLimit]}]", "phases_disagree", "/injections/0/fault"),
        (
            "name: x\ninjections: [{fault: rateLimit, phase: gate, match: {client: shop}}]",
            "not_together",
            "/injections/0/phase",
        ),
        ("name: x\ninjections: [{fault: empty, calls: 4-2}]", "not_calls", "/injections/0/calls"),
        ("name: x\ninjections: [{fault: empty, calls: 0}]", "not_calls", "/injections/0/calls"),
        ("name: x\ninjections: [{fault: empty, calls: true}]", "not_calls", "/injections/0/calls"),
        ("name: x\ninjections: [{fault: empty, countBy: reference}]", "not_json_pointer", "/injections/0/countBy"),
        ("name: x\ninjections: [{fault: empty, chance: 0.2}]", "not_share", "/injections/0/chance"),
        ("name: x\ninjections: [{fault: empty, chance: 101%}]", "not_share", "/injections/0/chance"),
        ("name: x\ninjections: [{fault: empty, chance: 0%}]", "never_happens", "/injections/0/chance"),
        ("name: x\ninjections: [{fault: empty, chance: 0.00%}]", "never_happens", "/injections/0/chance"),
        (
            "name: x\ninjections: [{fault: empty, during: {until: 0s}}]",
            "ends_before_start",
            "/injections/0/during/until",
        ),
        (
            "name: x\ninjections: [{fault: empty, during: {from: 5s, until: 5s}}]",
            "ends_before_start",
            "/injections/0/during/until",
        ),
        (
            "name: x\ninjections: [{fault: empty, name: a}, {fault: empty, name: a}]",
            "stands_twice",
            "/injections/1/name",
        ),
        (
            "name: x\ninjections: [{fault: empty, name: injection 2}, {fault: empty}]",
            "stands_twice",
            "/injections/1/name",
        ),
        ('name: x\ninjections: [{fault: empty, name: "a\\nb"}]', "control_character", "/injections/0/name"),
        ("name: x\ntimeline: [{at: +1d}]", "required", "/timeline/0/bookkeeper"),
        ("name: x\ntimeline: [{at: 1d, bookkeeper: {lockPeriod: 2026-10}}]", "not_from_start", "/timeline/0/at"),
        ("name: x\ntimeline: [{at: +1d, bookkeeper: {}}]", "too_few_items", "/timeline/0/bookkeeper"),
        (
            "name: x\ntimeline: [{at: +1d, bookkeeper: {lockPeriods: 2026-10}}]",
            "unknown_kind",
            "/timeline/0/bookkeeper/lockPeriods",
        ),
        (
            "name: x\ntimeline: [{at: +1d, bookkeeper: {lockPeriod: 2026-13}}]",
            "not_one_of",
            "/timeline/0/bookkeeper/lockPeriod",
        ),
        (
            "name: x\ntimeline: [{at: +1d, bookkeeper: {lockPeriod: /date}}]",
            "no_call_here",
            "/timeline/0/bookkeeper/lockPeriod",
        ),
        (
            "name: x\ntimeline: [{at: +1d, bookkeeper: [{lockPeriod: /date}]}]",
            "no_call_here",
            "/timeline/0/bookkeeper/0/lockPeriod",
        ),
        (
            "name: x\ntimeline: [" + "{at: +1d, bookkeeper: {lockPeriod: 2026-10}}," * 201 + "]",
            "too_many_items",
            "/timeline",
        ),
        ("name: x\nexpect: [{booked: {reference: ORD-1001}}]", "bounds_needed", "/expect/0"),
        ("name: x\nexpect: [booked]", "bounds_needed", "/expect/0"),
        ("name: x\nexpect: [{booked: {ref: x}, exactly: 1}]", "unknown_field", "/expect/0/booked/ref"),
        ("name: x\nexpect: [{booked: {atLeast: 1}}]", "bounds_misplaced", "/expect/0/booked/atLeast"),
        (
            "name: x\nexpect: [{calls: {operation: listDebtors, atMost: 3}}]",
            "bounds_misplaced",
            "/expect/0/calls/atMost",
        ),
        ("name: x\nexpect: [{booked: {}, exactly: -1}]", "number_out_of_range", "/expect/0/exactly"),
        ("name: x\nexpect: [{noDuplicateBookings: , atMost: 3}]", "bounds_not_taken", "/expect/0/atMost"),
        ("name: x\nexpect: [{noDuplicateBookings: 3}]", "takes_no_settings", "/expect/0/noDuplicateBookings"),
        (
            "name: x\nexpect: [{calls: {order: [listDebtors, createDebtor]}, atMost: 3}]",
            "bounds_not_taken",
            "/expect/0/atMost",
        ),
        ("name: x\nexpect: [{booked: , exactly: 1, atLeast: 1}]", "not_together", "/expect/0/exactly"),
        ("name: x\nexpect: [{booked: , atMost: 1, exactly: 1}]", "not_together", "/expect/0/exactly"),
        ("name: x\nexpect: [{booked: , atLeast: 3, atMost: 2}]", "bounds_contradict", "/expect/0/atMost"),
        (
            "name: x\nexpect: [noDuplicateBookings, {calls: {injection: a}, exactly: 1}]",
            "unknown_kind",
            "/expect/1/calls/injection",
        ),
        ("name: x\nexpect: [nothing]", "unknown_kind", "/expect/0"),
        ("name: x\nexpect: [{bookd: {}, exactly: 1}]", "unknown_kind", "/expect/0/bookd"),
        ("name: x\nexpect: [{exactly: 1}]", "one_kind_each", "/expect/0"),
        ("name: x\nexpect: [{}]", "one_kind_each", "/expect/0"),
        ("name: x\nexpect: [{booked: {}, debtors: {}, exactly: 1}]", "one_kind_each", "/expect/0"),
        ("name: x\nexpect: [7]", "not_object", "/expect/0"),
        ("name: x\nexpect: [{everyInjectionFired: false, exactly: 1}]", "bounds_not_taken", "/expect/0/exactly"),
        ("name: x\nexpect: [{everyInjectionFired: no}]", "not_boolean", "/expect/0/everyInjectionFired"),
        ("name: x\nexpect: [" + "noDuplicateBookings," * 101 + "]", "too_many_items", "/expect"),
        ("- name: x", "not_scenario", ""),
    ],
)
def test_one_mistake_is_one_complaint_at_its_place(text: str, code: str, pointer: str) -> None:
    assert places(text) == [(code, pointer)]


def test_all_that_is_wrong_with_deeds_is_told_at_once() -> None:
    wrong = "[{lockPeriod: 2026-13, payInvoices: a}, {lockPeriod: 2026-10}, {unlockPeriod: {}}]"
    assert places(
        f"name: x\ninjections: [{{fault: {{bookkeeper: {wrong}}}}}]\ntimeline: [{{at: +1d, bookkeeper: {wrong}}}]"
    ) == [
        (code, f"{place}/{deed}")
        for place in ("/injections/0/fault/bookkeeper", "/timeline/0/bookkeeper")
        for code, deed in (
            ("not_one_of", "0/lockPeriod"),
            ("unknown_kind", "0/payInvoices"),
            ("unknown_kind", "2/unlockPeriod"),
        )
    ]


def test_what_stands_beside_an_expectation_is_suggested_but_is_none() -> None:
    (told,) = told_of("name: x\nexpect: [{noDuplicateBookings: , optionl: true}]")

    assert told.endswith('everyInjectionFired. Did you mean "optional"?')


def test_both_sides_of_an_expectation_are_told_at_once() -> None:
    assert places("name: x\nexpect: [{booked: {ref: x}, exactly: -1, optional: no}]") == [
        ("unknown_field", "/expect/0/booked/ref"),
        ("number_out_of_range", "/expect/0/exactly"),
        ("not_boolean", "/expect/0/optional"),
    ]


def test_an_injection_that_is_expected_must_be_one_of_the_file() -> None:
    text = "name: x\ninjections: [{name: slow search, fault: empty}, {fault: empty}]\n"
    assert told_of(f"{text}expect: [{{calls: {{injection: slow serch}}, exactly: 1}}]") == [
        (
            'slow.yaml:3:30: There is no injection "slow serch". Allowed: slow search, injection 2. '
            'Did you mean "slow search"?'
        )
    ]
    assert len(loaded(f"{text}expect: [{{calls: {{injection: injection 2}}, atLeast: 2, atMost: 2}}]").expect) == 2
    assert told_of("name: x\nexpect: [{calls: {injection: a}, exactly: 1}]") == [
        'slow.yaml:2:30: There is no injection "a". Allowed: none.'
    ]


def test_two_names_alike_and_one_that_is_not_there_are_told_at_once() -> None:
    text = "name: x\ninjections: [{name: a, fault: empty}, {name: a, fault: empty}]\n"
    assert places(f"{text}expect: [{{calls: {{injection: b}}, exactly: 1}}]") == [
        ("stands_twice", "/injections/1/name"),
        ("unknown_kind", "/expect/0/calls/injection"),
    ]


def test_complaints_come_in_the_order_of_the_file() -> None:
    text = "expect: [nothing]\nbooks: {debtors: x}\nrandomseed: 7\nname: A B\n"
    assert places(text) == [
        ("unknown_kind", "/expect/0"),
        ("not_integer", "/books/debtors"),
        ("unknown_field", "/randomseed"),
        ("not_scenario_name", "/name"),
    ]


def test_a_line_stays_one_line_whatever_the_file_holds() -> None:
    assert told_of('name: "a\\n\\e[2Jb"') == [
        r"slow.yaml:1:7: The text holds the control character '\x1b', which is not allowed."
    ]
    assert told_of('name: x\n"\\e[2J": 1')[0].startswith(r'slow.yaml:2:1: There is no field "\x1b[2J" here.')
    assert told_of('name: "a\\nb"')[0].startswith(r'slow.yaml:1:7: "a\nb" is no name for a scenario')


def test_a_bare_fault_that_is_unknown_is_told_where_it_stands() -> None:
    assert told_of("name: x\ninjections:\n- fault: trunkate\n")[0].startswith(
        'slow.yaml:3:10: There is no fault "trunkate"'
    )


def test_a_fault_without_its_settings_is_told_how_to_write_them() -> None:
    assert told_of("name: x\ninjections:\n- fault: delay\n") == [
        "slow.yaml:3:10: delay cannot stand by its bare name: say how, as in delay: 5s."
    ]
