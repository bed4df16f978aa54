"""Whatever a scenario file holds: it loads, or it complains with a line; never another error."""

import re
from typing import Any

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mockbooks.scenarios.complaints import ScenarioError, told
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.model import Scenario

PLACE = re.compile(r"any\.yaml:(\d+:\d+| /.*): \S")
OFTEN = settings(deadline=None, max_examples=200)
LARGEST = 128 * 1024
WORDS = st.sampled_from(
    [
        *("name", "description", "randomSeed", "books", "seed", "debtors", "lockDate", "require", "clock", "now"),
        *("speed", "frozen", "limits", "windows", "requests", "per", "concurrent", "retryAfter", "oauth"),
        *("autoApprove", "injections", "match", "operation", "method", "path", "query", "headers", "body", "client"),
        *("matches", "in", "before", "after", "over", "under", "absent", "calls", "countBy", "chance", "during"),
        *("from", "until", "phase", "fault", "delay", "fail", "respond", "status", "dropConnection", "truncate"),
        *("bookkeeper", "lockPeriod", "editDebtor", "timeline", "at", "expect", "booked", "exactly", "atLeast"),
        *("optional", "everyInjectionFired", "noDuplicateBookings", "/reference", "/lines/0", "ORD-1001", "5s"),
        *("+3d", "20%", "first", "2-4", "2026-10", "real", "createTransaction", "issueToken", "<<", "*a", "&a "),
        *("!!set ", "0x1F", ".inf"),
    ]
)
TEXTS = st.one_of(WORDS, st.text(max_size=8))
DAYS = st.dates().map(lambda day: day.isoformat())
MOMENTS = st.builds("{}T{}{}".format, DAYS, st.times(), st.sampled_from(["", "Z", "+23:59", "-23:59", "+02:00"]))
POINTS = st.one_of(DAYS, MOMENTS)
SCALARS = st.one_of(
    TEXTS, POINTS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=5)),
    max_leaves=30,
)
PIECES = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(["\n", "\n  ", "\n- ", ": ", ", ", "{", "}", "[", "]", "'", '"', "#", "|\n ", "? ", "\t", "%"]),
    ),
    max_size=60,
).map("".join)
HOSTILE = {
    "billion laughs": "".join(
        f"{letter}: &{letter} [{', '.join(['*' + before] * 10)}]\n"
        if before
        else f"{letter}: &{letter} [{'lol, ' * 10}]\n"
        for before, letter in zip(" abcdefgh".replace(" ", "\0"), "abcdefghi", strict=True)
    ).replace("*\0", "lol"),
    "an object of Python": "name: !!python/object/apply:os.system ['ls']",
    "a module of Python": "name: !!python/module:os",
    "a tag of one's own": "%TAG ! tag:x.example,2026:\n---\nname: !thing x",
    "brackets": "[" * LARGEST,
    "braces": "{" * LARGEST,
    "dashes": "- " * (LARGEST // 2),
    "question marks": "? " * (LARGEST // 2),
    "colons": "a: " * (LARGEST // 3),
    "flow in flow": "[" * 30 + "a," * 60_000,
    "many anchors": "".join(f"- &a{number} x\n" for number in range(9_000)),
    "itself": "name: &a [*a]",
    "itself by a key": "&a name: {x: *a}",
    "a merge": "name: {<<: [{a: 1}]}",
    "NUL": "name: x\0y",
    "other controls": "name: \x1b[2J",
    "a long key": "a" * 100_000 + ": 1",
    "a long name": "name: " + "a" * 120_000,
    "many unknown keys": "name: x\n" + "".join(f"k{number}: 1\n" for number in range(9_000)),
    "many wrong injections": "name: x\ninjections:\n" + "- {fault: dealy}\n" * 99,
    "many wrong values": "name: x\nbooks: {filedQuarters: [" + "x, " * 9_000 + "]}",
    "aliases of mistakes": "name: x\ninjections:\n- &a {fault: {dealy: 5s}, nothing: 1}\n" + "- *a\n" * 99,
    "a huge number": "name: x\nrandomSeed: " + "9" * 100_000,
    "a huge exponent": "name: x\nrandomSeed: 1e" + "9" * 1_000,
    "ten megabytes": "#" * 10_000_000,
    "JSON in depth": '{"name": "\\ud83e\\udd50", "a": ' + "[" * 60_000 + "]" * 60_000 + "}",
    "JSON with many twins": '{"name": "\\ud83e\\udd50"'
    + "".join(f', "k{number}": 1' for number in range(7_000))
    + ', "k6999": 2}',
    "UTF-16": "name: x".encode("utf-16"),
    "no UTF-8": b"name: \xff",
    "half a pair": b"name: \xed\xa0\x80",
}


COSTLY = {
    "many tags": "".join(f"%TAG !a{number}! t\n" for number in range(8_000)) + "---\nname: x",
    "a hundred patterns": "name: x\ninjections:\n"
    + "- {fault: empty, match: {body: {/a: {matches: '(x+x+)+y.{900}'}}}}\n" * 99,
}


def outcome(text: bytes) -> Scenario | list[str]:
    try:
        return load(text, source="any.yaml")
    except ScenarioError as error:
        return told(error, error.source)


def holds(text: bytes) -> bool:
    """Tell whether a text is used, or whether every complaint names its line, or the pointer where JSON has none."""
    came = outcome(text)
    return isinstance(came, Scenario) or (bool(came) and all(PLACE.match(line) for line in came))


@given(st.binary(max_size=200))
@OFTEN
def test_any_bytes_load_or_complain(text: bytes) -> None:
    assert holds(text)


@given(PIECES)
@example("name: x\n? a\n")
@OFTEN
def test_anything_like_yaml_loads_or_complains(text: str) -> None:
    assert holds(text.encode("utf-8", "surrogatepass"))


@given(TREES)
@OFTEN
def test_any_data_loads_or_complains(tree: Any) -> None:  # noqa: ANN401 - JSON
    assert holds(orjson.dumps(_encodable(tree)))


@given(st.dictionaries(WORDS, TREES, max_size=6))
@OFTEN
def test_anything_like_a_scenario_loads_or_complains(tree: dict[str, Any]) -> None:
    assert holds(orjson.dumps(_encodable({"name": "x", **tree})))


@given(TREES)
@OFTEN
def test_any_injection_loads_or_complains(tree: Any) -> None:  # noqa: ANN401 - JSON
    assert holds(
        orjson.dumps(_encodable({"name": "x", "injections": [{"fault": tree}, {"fault": "empty", "match": tree}]}))
    )


@given(POINTS)
@example("0001-01-01T00:00:00Z")
@example("9999-12-31T23:59:59-23:59")
@OFTEN
def test_any_clock_loads_or_complains(point: str) -> None:
    assert holds(f"name: x\nclock: {point}".encode())
    assert holds(f"name: x\nclock: {{now: {point}}}".encode())


@given(POINTS, POINTS)
@OFTEN
def test_any_day_loads_or_complains(point: str, other: str) -> None:
    condition = f"match: {{body: {{/date: {{before: {point}, after: {other}}}}}}}"
    assert holds(f"name: x\nbooks: {{lockDate: {point}}}\ninjections: [{{fault: empty, {condition}}}]".encode())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_refused_with_few_words(text: str | bytes) -> None:
    lines = outcome(text if isinstance(text, bytes) else text.encode())
    assert isinstance(lines, list)
    assert 1 <= len(lines) <= 101
    assert sum(map(len, lines)) < 200_000


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY.keys())
def test_what_looks_costly_and_is_not_may_be_used(text: str) -> None:
    assert isinstance(outcome(text.encode()), Scenario)


def _encodable(tree: Any) -> Any:  # noqa: ANN401 - JSON
    """Take out what JSON cannot hold: half surrogate pairs and numbers of more than 64 bits."""
    if isinstance(tree, dict):
        return {_encodable(key): _encodable(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_encodable(item) for item in tree]
    if isinstance(tree, str):
        return tree.encode("utf-8", "replace").decode()
    return tree % 2**63 if isinstance(tree, int) and not isinstance(tree, bool) else tree
