"""Bombs of JSON and of YAML: refused in few words, however much they would unfold to, and without a trace."""

import httpx
import pytest

from tests.e2e.reliability.conftest import Attack
from tests.e2e.reliability.messages import sent

MEGABYTE = 1_000_000
GOOD = b'"address":{"line1":"Dorpsstraat 1","postalCode":"1234 AB","city":"Utrecht","countryCode":"NL"}'
# A refusal tells what is wrong; it is no second copy of what came.
LONGEST_REFUSAL = 20_000

JSON = {
    "10 MB of [": (b"[" * (10 * MEGABYTE), "too_deep"),
    "a million objects in one another": (b'{"a":' * MEGABYTE, "too_deep"),
    "33 levels": (b'{"a":' * 33 + b"1" + b"}" * 33, "too_deep"),
    "a number of a million digits": (b'{"name":' + b"9" * MEGABYTE + b"}", "malformed_json"),
    "a fraction of a million digits": (b'{"name":0.' + b"9" * MEGABYTE + b"}", "validation_failed"),
    "1e999999": (b'{"name":1e999999}', "malformed_json"),
    "-1e999999": (b'{"name":-1e999999}', "malformed_json"),
    "1e-999999": (b'{"name":1e-999999}', "validation_failed"),
    "NaN": (b'{"name":NaN}', "malformed_json"),
    "Infinity": (b'{"name":Infinity}', "malformed_json"),
    "the first half of a pair": (b'{"name":"\\ud800",' + GOOD + b"}", "malformed_json"),
    "the second half of a pair": (b'{"name":"\\udc00",' + GOOD + b"}", "malformed_json"),
    "half a pair in UTF-8": (b'{"name":"\xed\xa0\x80",' + GOOD + b"}", "invalid_encoding"),
    "a slash in two bytes": (b'{"name":"\xc0\xaf",' + GOOD + b"}", "invalid_encoding"),
    "UTF-16": ('{"name":"De Korenaar"}'.encode("utf-16"), "invalid_encoding"),
    "an escaped NUL": (b'{"name":"De\\u0000Korenaar",' + GOOD + b"}", "validation_failed"),
    "a text of 9 MB": (b'{"name":"' + b"a" * (9 * MEGABYTE) + b'"}', "validation_failed"),
    "a million and a half escapes": (b'{"name":"' + b"\\u0041" * 1_500_000 + b'"}', "validation_failed"),
    "a key twice": (b'{"name":"a","name":"b",' + GOOD + b"}", "malformed_json"),
    "a key a million times": (b"{" + b",".join([b'"a":1'] * MEGABYTE) + b"}", "malformed_json"),
    "a million keys": (
        b"{" + b",".join(b'"%d":1' % number for number in range(900_000)) + b"}",
        "validation_failed",
    ),
    "a million values": (b"[" + b",".join([b"0"] * MEGABYTE) + b"]", "validation_failed"),
    "a million lines": (b'{"lines":[' + b",".join([b"{}"] * MEGABYTE) + b"]}", "validation_failed"),
    "keys that mean something elsewhere": (b'{"__proto__":{"name":"a"},"constructor":1}', "validation_failed"),
    "10 MB of nothing": (b" " * (10 * MEGABYTE), "malformed_json"),
}

# Nine names in a list, nine of those lists in the next, and so on: 9^14 names.
LAUGHS = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter + 1, letter + 1, b",".join([b"*%c" % letter] * 9)) for letter in range(97, 110)
)
MERGED = b"a: &a {" + b",".join(b"k%d: v" % number for number in range(200)) + b"}\n"
FOLD = b"name: x\ninjections: [{match: {headers: {a: {matches: '%s'}}}, fault: {fail: 503}}]\n"

YAML = {
    "a billion laughs": (b"name: x\n" + LAUGHS, "malformed_yaml"),
    "3 000 merges": (b"name: x\n" + MERGED + b"b: {<<: *a}\n" * 3_000, "malformed_yaml"),
    "an anchor in itself": (b"name: x\na: &a [*a]\n", "malformed_yaml"),
    "30 000 aliases": (b"*a " * 30_000, "malformed_yaml"),
    "30 000 anchors": (b"&a " * 30_000, "malformed_yaml"),
    "50 000 lists in one another": (b"name: " + b"[" * 50_000, "malformed_yaml"),
    "20 000 lists on one line": (b"- " * 20_000, "malformed_yaml"),
    "300 levels": (b"\n".join(b" " * level + b"a:" for level in range(300)), "malformed_yaml"),
    "a line of 120 kB": (b"name: x\ndescription: " + b"a" * 120_000, "validation_failed"),
    "60 000 empty lines": (b"name: |" + b"\n " * 60_000, "unknown_scenario"),
    "9 MB": (b"name: " + b"a" * (9 * MEGABYTE), "scenario_too_large"),
    "a tag of Python": (b"name: !!python/object/apply:os.system ['true']\n", "malformed_yaml"),
    "a tag for bytes": (b"name: !!binary aGVsbG8=\n", "malformed_yaml"),
    "a tag of one's own": (b"%TAG ! tag:example.com,2000:\n---\nname: !foo x\n", "malformed_yaml"),
    "a file to include": (b"name: !include /etc/hostname\n", "malformed_yaml"),
    "5 000 documents": (b"---\nname: x\n" * 5_000, "malformed_yaml"),
    "a list as a key": (b"? [a, b]\n: c\n", "malformed_yaml"),
    "NUL": (b"name: a\x00b\n", "malformed_yaml"),
    "bytes that are no UTF-8": (b"name: \xff\xfe\xfa\n", "malformed_yaml"),
    "UTF-16": ("name: x\n".encode("utf-16"), "malformed_yaml"),
    "100 000 quotes": (b'"' * 100_000, "malformed_yaml"),
    "50 000 colons": (b"a:" * 50_000, "malformed_yaml"),
    "a name that is a path": (b"name: ../../etc/passwd\n", "unknown_scenario"),
    "an expression of a billion states": (FOLD % b"((a{100}){100}){100}", "validation_failed"),
    "an expression that looks back": (FOLD % b"(a)\\1", "validation_failed"),
}


@pytest.mark.parametrize(("body", "code"), JSON.values(), ids=JSON.keys())
def test_a_bomb_of_json_is_refused_in_few_words(attack: Attack, body: bytes, code: str) -> None:
    reply = attack(sent(body, path=b"/api/v1/debtors"))

    assert reply.statuses == ["400"]
    assert reply.codes == [code]
    assert len(reply.text) < LONGEST_REFUSAL


@pytest.mark.parametrize(("body", "code"), YAML.values(), ids=YAML.keys())
def test_a_bomb_of_yaml_is_refused_in_few_words(attack: Attack, body: bytes, code: str) -> None:
    reply = attack(sent(body, method=b"PUT", path=b"/_mockbooks/scenario", media_type=b"application/yaml"))

    assert reply.statuses == ["400"]
    assert reply.codes == [code]
    assert len(reply.text) < LONGEST_REFUSAL


@pytest.mark.parametrize(
    ("method", "path"),
    [
        (b"PUT", b"/_mockbooks/books"),
        (b"PUT", b"/_mockbooks/clock"),
        (b"POST", b"/_mockbooks/snapshots"),
        (b"POST", b"/oauth/register"),
    ],
)
def test_a_deep_body_is_refused_wherever_one_is_read(attack: Attack, method: bytes, path: bytes) -> None:
    assert attack(sent(b"[" * MEGABYTE, method=method, path=path)).statuses == ["400"]


def test_a_bomb_leaves_the_scenario_that_is_in_force(attack: Attack, bystander: httpx.Client) -> None:
    bystander.put("/_mockbooks/scenario", json={"name": "mild", "description": "It does nothing."})
    bomb = sent(LAUGHS, method=b"PUT", path=b"/_mockbooks/scenario", media_type=b"application/yaml")

    assert attack(bomb).codes == ["malformed_yaml"]
    assert bystander.get("/_mockbooks/scenario").json()["data"]["name"] == "mild"
    assert bystander.delete("/_mockbooks/scenario").status_code == 200


def test_a_key_of_9_mb_is_told_in_few_words(attack: Attack) -> None:
    assert len(attack(sent(b'{"' + b"a" * (9 * MEGABYTE) + b'":1}', path=b"/api/v1/debtors")).text) < LONGEST_REFUSAL
