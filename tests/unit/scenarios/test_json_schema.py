"""The JSON Schema of scenario files takes what the loader takes, and refuses unknown keys and wrong types too."""

from typing import Any

import jsonschema_rs
import orjson
import pytest

from mockbooks.bookkeeper import DEEDS
from mockbooks.expectations import EXPECTATIONS
from mockbooks.faults import FAULTS
from mockbooks.scenarios import library
from mockbooks.scenarios.complaints import ScenarioError
from mockbooks.scenarios.json_schema import schema
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.yaml_text import read_yaml
from mockbooks.stage.fault import NEEDS_SETTINGS

SCHEMA = schema()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
LIBRARY = library.folders()


def takes(text: str | bytes) -> bool:
    return VALIDATOR.is_valid(read_yaml(text if isinstance(text, bytes) else text.encode()).data)


def loads(text: str) -> bool:
    try:
        load(text.encode(), source="x.yaml")
    except ScenarioError:
        return False
    return True


def objects(node: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    return [*([node] if isinstance(node, dict) else []), *(found for each in inner for found in objects(each))]


def test_it_is_a_schema_itself() -> None:
    jsonschema_rs.meta.validate(SCHEMA)


def test_it_is_the_same_each_time() -> None:
    assert schema() == SCHEMA


@pytest.mark.parametrize("name", library.names(LIBRARY))
def test_every_scenario_of_the_library_is_taken(name: str) -> None:
    assert takes(library.read(name, LIBRARY).text)


@pytest.mark.parametrize(
    "text",
    [
        "name: x",
        "{name: x, clock: real}",
        "{name: x, clock: 2026-10-15T09:00:00+02:00}",
        "{name: x, clock: {now: 2026-10-15T09:00:00+02:00, speed: 60}}",
        "{name: x, limits: {windows: [], concurrent: 5, retryAfter: httpDate}}",
        "{name: x, injections: [{fault: truncate}]}",
        "{name: x, injections: [{fault: {truncate: }}]}",
        "{name: x, injections: [{fault: {truncate: {}}, calls: 3}]}",
        "{name: x, injections: [{fault: [truncate, {delay: 5s}], calls: every 10, chance: 20%}]}",
        "{name: x, injections: [{fault: {delay: {lognormal: {median: 400ms, p99: 6s}}}}]}",
        "{name: x, injections: [{fault: {bookkeeper: {payInvoice: {invoice: /reference, amount: /total}}}}]}",
        "{name: x, injections: [{fault: {bookkeeper: [{lockPeriod: 2026-10}, {lockPeriod: 2026-11}]}}]}",
        "{name: x, injections: [{fault: empty, chance: 0.01%}, {fault: empty, chance: 100%}]}",
        "{name: x, injections: [{fault: empty, match: {operation: [createDebtor, issueToken]}}]}",
        "{name: x, injections: [{fault: empty, match: {body: {/a: 1, /b: true, /c: {in: [x, 2]}, /d: {over: 1.5}}}}]}",
        "{name: x, injections: [{fault: empty, during: {until: 30s}, countBy: /reference, phase: after}]}",
        "{name: x, timeline: [{at: +3d, bookkeeper: {lockPeriod: 2026-10}}]}",
        "{name: x, timeline: [{at: +3d, bookkeeper: {editDebtor: {debtor: a@b.nl, set: {phone: null}}}}]}",
        "{name: x, expect: [noDuplicateBookings, {trialBalance: }, {everyInjectionFired: false}]}",
        "{name: x, expect: [{calls: {order: [listDebtors, createDebtor]}, optional: true}]}",
        "{name: x, expect: [{booked: {reference: ORD-1001}, atLeast: 1, atMost: 2}]}",
    ],
)
def test_what_the_loader_takes_is_taken(text: str) -> None:
    assert loads(text)
    assert takes(text)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "{name: 7}",
        "{name: Lost reply}",
        "{name: x, randomseed: 7}",
        "{name: x, randomSeed: '7'}",
        "{name: x, books: {seeds: 1}}",
        "{name: x, books: {debtors: 100001}}",
        "{name: x, books: {require: [journal]}}",
        "{name: x, clock: yesterday}",
        "{name: x, clock: {speeds: 60}}",
        "{name: x, limits: {windows: [{requests: 60}]}}",
        "{name: x, limits: {windows: [{requests: 60, per: week}]}}",
        "{name: x, oauth: {autoApprove: yes}}",
        "{name: x, injections: {}}",
        "{name: x, injections: [{calls: first}]}",
        "{name: x, injections: [{fault: dealy}]}",
        "{name: x, injections: [{fault: delay}]}",
        "{name: x, injections: [{fault: {dealy: 5s}}]}",
        "{name: x, injections: [{fault: {delay: {}}}]}",
        "{name: x, injections: [{fault: {delay: 5}}]}",
        "{name: x, injections: [{fault: {empty: now}}]}",
        "{name: x, injections: [{fault: []}]}",
        "{name: x, injections: [{fault: empty, calls: 0}]}",
        "{name: x, injections: [{fault: empty, calls: last}]}",
        "{name: x, injections: [{fault: empty, chance: 0.2}]}",
        "{name: x, injections: [{fault: empty, chance: 0%}]}",
        "{name: x, injections: [{fault: empty, chance: 00.0%}]}",
        "{name: x, injections: [{fault: empty, phase: during}]}",
        "{name: x, injections: [{fault: empty, countBy: reference}]}",
        "{name: x, injections: [{fault: empty, match: {operation: nothing}}]}",
        "{name: x, injections: [{fault: empty, match: {bodies: {}}}]}",
        "{name: x, injections: [{fault: empty, match: {body: {reference: x}}}]}",
        "{name: x, injections: [{fault: empty, match: {body: {/a: [x]}}}]}",
        "{name: x, injections: [{fault: empty, match: {body: {/a: {like: x}}}}]}",
        "{name: x, injections: [{fault: {bookkeeper: {lockPeriods: 2026-10}}}]}",
        "{name: x, timeline: [{at: 3d, bookkeeper: {lockPeriod: 2026-10}}]}",
        "{name: x, timeline: [{at: +3d, bookkeeper: {}}]}",
        "{name: x, expect: [nothing]}",
        "{name: x, expect: [booked]}",
        "{name: x, expect: [{booked: {ref: x}, exactly: 1}]}",
        "{name: x, expect: [{booked: {}, exactly: '1'}]}",
        "{name: x, expect: [{booked: {}, debtors: {}, exactly: 1}]}",
        "{name: x, expect: [{noDuplicateBookings: , atMost: 3}]}",
        "{name: x, expect: [{booked: {}, exactly: 1, atLeast: 1}]}",
        "{name: x, expect: [{calls: {}, exactly: 1, atMost: 1}]}",
        "{name: x, expect: [{exactly: 1}]}",
        "{name: x, expect: [{everyInjectionFired: false, exactly: 1}]}",
    ],
)
def test_unknown_keys_and_wrong_types_are_refused_by_both(text: str) -> None:
    assert not loads(text)
    assert not takes(text)


def test_there_is_one_definition_for_each_fault_expectation_and_deed() -> None:
    names = [
        *(f"fault.{fault.name}" for fault in FAULTS),
        *(f"expectation.{kind.name}" for kind in EXPECTATIONS),
        *(f"deed.{deed.name}" for deed in DEEDS),
    ]
    assert list(SCHEMA["$defs"]) == ["faults", "expectation", "deeds", *names]
    assert [name for name in names if not SCHEMA["$defs"][name]["description"]] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_example_of_every_fault_is_taken_by_both(fault: Any) -> None:  # noqa: ANN401 - of any kind
    example = {"name": "x", "injections": [{"fault": {fault.name: fault.settings.metadata["examples"][0]}}]}
    assert loads(orjson.dumps(example).decode())
    assert VALIDATOR.is_valid(example)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_bare_name_is_taken_by_both_or_by_neither(fault: Any) -> None:  # noqa: ANN401 - of any kind
    text = f"{{name: x, injections: [{{fault: {fault.name}}}]}}"
    assert (loads(text), takes(text)) == (fault.bare is not NEEDS_SETTINGS,) * 2


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_the_example_of_every_deed_is_taken(deed: Any) -> None:  # noqa: ANN401 - of any kind
    done = {deed.name: deed.field.metadata["examples"][0]}
    assert VALIDATOR.is_valid({"name": "x", "timeline": [{"at": "+1d", "bookkeeper": done}]})


def test_every_object_with_named_properties_is_closed() -> None:
    open_ones = [each for each in objects(SCHEMA) if "properties" in each and "additionalProperties" not in each]
    assert open_ones == []


def test_every_property_of_the_file_is_described_with_an_example() -> None:
    bare = [
        name for name, each in SCHEMA["properties"].items() if not (each.get("description") and each.get("examples"))
    ]
    assert bare == []
