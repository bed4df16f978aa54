"""YAML that is data and nothing else: what comes out of it, and what is refused before it costs anything."""

from typing import Any

import pytest

from mockbooks.catalogue.telling import tell
from mockbooks.errors import RefusedError
from mockbooks.scenarios.yaml_text import MOST_BYTES, read_yaml

BILLION_LAUGHS = """
a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
"""


def data(text: str | bytes) -> Any:  # noqa: ANN401 - plain data
    return read_yaml(text if isinstance(text, bytes) else text.encode()).data


def refused(text: str | bytes) -> tuple[str, int, int]:
    """Give why a text is refused, and where."""
    with pytest.raises(RefusedError) as raised:
        data(text)
    (complaint,) = raised.value.complaints
    assert complaint.code == "malformed_yaml"
    values: Any = complaint.values
    return getattr(values["reason"], "en", values["reason"]), values["line"], values["column"]


def position(text: str, pointer: str) -> tuple[int, int]:
    spot = read_yaml(text.encode()).spot
    assert spot is not None
    return spot.value_at(pointer)


def key_position(text: str, pointer: str) -> tuple[int, int]:
    spot = read_yaml(text.encode()).spot
    assert spot is not None
    return spot.key_at(pointer)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2026-10", "2026-10"),
        ("2026-09-30", "2026-09-30"),
        ("2026-10-15T09:00:00+02:00", "2026-10-15T09:00:00+02:00"),
        ("+3d", "+3d"),
        ("20%", "20%"),
        ("2-4", "2-4"),
        ("007", "007"),
        ("+5", "+5"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("1234567890123456789012345", "1234567890123456789012345"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("42", 42),
        ("-7", -7),
        ("0.5", 0.5),
        ("121.00", 121.0),
        ("1e3", 1000.0),
        ('"42"', "42"),
        ("'true'", "true"),
        ("|\n  42", "42"),
    ],
)
def test_a_scalar_is_a_text_unless_json_has_another_word_for_it(written: str, value: object) -> None:
    read = data(f"a: {written}")["a"]
    assert (read, type(read)) == (value, type(value))


def test_mappings_lists_and_aliases_become_plain_data() -> None:
    assert data("a: {b: [1, {c: x}]}\nd: &d [y]\ne: *d") == {"a": {"b": [1, {"c": "x"}]}, "d": ["y"], "e": ["y"]}


def test_an_anchor_may_be_given_anew() -> None:
    assert data("- &a 1\n- *a\n- &a 2\n- *a") == [1, 1, 2, 2]


def test_nothing_but_comments_is_null() -> None:
    assert data("# nothing\n") is None


def test_a_byte_order_mark_is_passed_over() -> None:
    assert data(b"\xef\xbb\xbfname: x") == {"name": "x"}


def test_a_key_in_quotes_may_look_like_anything() -> None:
    assert data("'429': a\n'<<': b\n'null': c") == {"429": "a", "<<": "b", "null": "c"}


def test_json_is_read_with_its_escapes_for_other_planes_of_unicode() -> None:
    assert data('{"name": "\\ud83e\\udd50", "path": "a\\/b"}') == {"name": "🥐", "path": "a/b"}


def test_json_has_positions_where_yaml_reads_it_too() -> None:
    assert position('{\n\t"name": "x"\n}', "/name") == (2, 10)


def test_positions_of_values_and_keys_are_known_by_their_pointer() -> None:
    text = "injections:\n  - fault: {dealy: 5s}\n"
    assert position(text, "/injections/0/fault") == (2, 12)
    assert position(text, "/injections/0/fault/dealy") == (2, 20)
    assert key_position(text, "/injections/0/fault/dealy") == (2, 13)
    assert key_position(text, "/injections/0") == (2, 5)


def test_what_is_not_there_stands_where_the_nearest_thing_around_it_does() -> None:
    text = "books:\n  seed: 1\n"
    assert position(text, "/books/lines/0/amount") == (2, 3)
    assert position(text, "/nothing") == (1, 1)


def test_columns_count_characters_and_keys_may_hold_a_slash() -> None:
    assert position('{"é/~": {"ü": x}}', "/é~1~0/ü") == (1, 15)


def test_an_alias_stands_where_it_is_written() -> None:
    assert position("a: &a {x: 1}\nb: *a", "/b") == (2, 4)
    assert position("a: &a {x: 1}\nb: *a", "/b/x") == (1, 11)


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a: b: c", "mapping values are not allowed in this context", 1, 5),
        ("a: [1,", "did not find expected node content", 2, 1),
        ("a: 1\nb: 2\na: 3", 'the key "a" stands twice in one mapping', 3, 1),
        ('{"a": 1, "a": 2}', 'the key "a" stands twice in one mapping', 1, 10),
        ("a: 1\n---\nb: 2", "a file holds one document", 2, 1),
        (
            "a: !!python/object/apply:os.system [ls]",
            'tags such as "python/object/apply:os.system" are not allowed',
            1,
            4,
        ),
        ("!!binary aGk=", 'tags such as "binary" are not allowed', 1, 1),
        ("a: !own {b: 1}", 'tags such as "!own" are not allowed', 1, 4),
        ("a: !!set [x]", 'tags such as "set" are not allowed', 1, 4),
        ("a: {<<: {b: 1}}", 'merging mappings with "<<" is not allowed', 1, 5),
        ("429: a", "the key 429 is no text: write it in quotes", 1, 1),
        ("null: a", "the key null is no text: write it in quotes", 1, 1),
        ("~: a", "the key ~ is no text: write it in quotes", 1, 1),
        ("? [a]\n: b", "a key must be a text", 1, 3),
        ("? {a: 1}\n: b", "a key must be a text", 1, 3),
        ("- &a x\n- {*a : b}", "a key must be a text", 2, 4),
        ("&a b: c", "a key cannot have an anchor", 1, 1),
        ("- &a [x, *a]", 'what "&a" names would contain itself', 1, 10),
        ("- &a [x]\n- &a [*a]", 'what "&a" names would contain itself', 2, 7),
        ("- *a", 'there is no "&a" before this place', 1, 3),
        ("a:\n  b: \x00", "the character U+0000 is not allowed", 2, 6),
        ("a: \x1b[31m", "the character U+001B is not allowed", 1, 4),
        (b"a:\n  \xff\xfe", "it is not UTF-8", 2, 3),
        (b"\xff\xfea\x00", "it is not UTF-8", 1, 1),
        (b"a: \xed\xa0\x80", "it is not UTF-8", 1, 4),
        ("\ta: 1", "found a tab character where only spaces may stand", 1, 1),
        ("%FOO bar\n---\na: 1", "found unknown directive name", 1, 5),
    ],
)
def test_what_is_not_allowed_is_refused_with_line_and_column(
    text: str | bytes, reason: str, line: int, column: int
) -> None:
    assert refused(text) == (reason, line, column)


def test_depth_is_bounded() -> None:
    assert data("[" * 32 + "]" * 32) is not None
    assert refused("[" * 33 + "]" * 33) == ("at most 32 mappings and lists may stand in each other", 1, 33)


def test_depth_through_an_alias_is_bounded() -> None:
    nested = "[" * 30 + "]" * 30
    assert data(f"- &a {nested}\n- [*a]") is not None
    assert refused(f"- &a {nested}\n- [[*a]]") == ("at most 32 mappings and lists may stand in each other", 2, 5)


def test_ever_deeper_nesting_is_refused_at_once() -> None:
    assert refused("[" * MOST_BYTES)[1:] != (0, 0)
    assert refused("- " * (MOST_BYTES // 2))[0] == "at most 32 mappings and lists may stand in each other"
    assert refused("? " * (MOST_BYTES // 2))[0] == "a key must be a text"


def test_aliases_are_bounded_in_number() -> None:
    assert len(data("- &a x\n" + "- *a\n" * 100)) == 101
    assert refused("- &a x\n" + "- *a\n" * 101) == ("at most 100 aliases (*name) are allowed", 102, 3)


def test_aliases_count_as_what_they_stand_for() -> None:
    reason, line, _ = refused(BILLION_LAUGHS)
    assert reason == "with its aliases written out the file holds more than 10000 values"
    assert line == 5


def test_the_number_of_values_is_bounded() -> None:
    assert len(data("- x\n" * 9_999)) == 9_999
    reason, line, column = refused("- x\n" * 10_000)
    assert reason == "with its aliases written out the file holds more than 10000 values"
    assert (line, column) == (10_000, 3)


def test_the_size_is_bounded() -> None:
    assert data(b"# " + b"x" * (MOST_BYTES - 2)) is None
    with pytest.raises(RefusedError) as raised:
        read_yaml(b"x" * 10_000_000)
    assert raised.value.complaints[0].code == "scenario_too_large"
    assert raised.value.complaints[0].values == {"length": 10_000_000, "maximum": 131_072}


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("[" * 31 + "]" * 31, None),
        ("[" * 32 + "]" * 32, "at most 32 mappings and lists may stand in each other"),
        ('{"b": 1, "c": 2, "b": 3}', 'the key "b" stands twice in one mapping'),
        ("[" + "1," * 9_996 + "1]", None),
        ("[" + "1," * 9_997 + "1]", "with its aliases written out the file holds more than 10000 values"),
    ],
)
def test_json_that_yaml_cannot_read_has_the_same_bounds(inner: str, reason: str | None) -> None:
    text = '{"name": "\\ud83e\\udd50", "a": ' + inner + "}"
    assert (refused(text)[0] if reason else data(text)["name"]) == (reason or "🥐")


def test_what_is_neither_is_told_as_yaml() -> None:
    assert refused('{"a": "\\ud83e\\udd50"')[0] == "found invalid Unicode character escape code"
    assert refused('{"a": "\\ud83e\\udd50", "b": ' + "[" * 60_000 + "]" * 60_000 + "}")[1:] == (1, 10)


def test_the_complaint_is_told_in_both_languages() -> None:
    with pytest.raises(RefusedError) as raised:
        data("a: 1\na: 2")
    (complaint,) = raised.value.complaints
    assert tell(complaint, "en") == (
        'The YAML or JSON cannot be read at line 2, column 1: the key "a" stands twice in one mapping.'
    )
    assert tell(complaint, "nl") == (
        'De YAML of JSON is niet te lezen op regel 2, kolom 1: de sleutel "a" staat twee keer in één mapping.'
    )
