"""JSON Pointers find what RFC 6901 says they find, and nothing else."""

import pytest

from mockbooks.traffic.json_pointer import resolve

# The document of RFC 6901, section 5, with a list of objects added.
_DOCUMENT = {
    "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "m~n": 8, "~1": 9, "lines": [{"amount": "121.00"}], "none": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/foo/1", "baz"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/m~0n", 8),
        ("/~01", 9),
        ("/lines/0/amount", "121.00"),
        ("/none", None),
    ],
)
def test_a_pointer_finds_its_value(pointer: str, value: object) -> None:
    assert resolve(_DOCUMENT, pointer) == value


@pytest.mark.parametrize(
    "pointer",
    [
        "/bar",
        "/foo/2",
        "/foo/-",
        "/foo/-1",
        "/foo/00",
        "/foo/1.0",
        "/foo/\u0660",
        "/foo/" + "9" * 5000,
        "/foo/0/x",
        "/none/x",
    ],
)
def test_a_pointer_to_nothing_is_a_look_up_error(pointer: str) -> None:
    with pytest.raises(LookupError):
        resolve(_DOCUMENT, pointer)


@pytest.mark.parametrize("document", [None, "text", 12, []])
def test_a_call_without_an_object_holds_nothing(document: object) -> None:
    with pytest.raises(LookupError):
        resolve(document, "/number")
