"""The page of documentation about vendor files, made from the JSON Schema that is made from their table."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from mockbooks.conformance.vendor.json_schema import schema
from mockbooks.conformance.vendor.loading import GIVEN_NAMES
from mockbooks.conformance.vendor.model import FIELDS, SEARCHES, Noun
from mockbooks.web.reference.written.pieces import block, code, joined, table

JsonSchema = Mapping[str, Any]

_INTRODUCTION: Final = """
A vendor file says what an API calls the things that the [nine conditions](../explanation/why-nine-conditions.md) speak
of: which call does what, and where in an answer things stand. `mockbooks check` [goes by
it](../how-to/check-an-api.md), and `mockbooks audit --draft` [writes
one](../how-to/audit-a-document.md#go-on-to-the-api) from an OpenAPI document. It is YAML or JSON. A key that is not
known is refused, with the one that was probably meant; `mockbooks vendor check` tells every mistake with its line. What
is left out is not known, and is told as "cannot tell".
"""
_CALLS: Final = """
A call is a method and a path below the base URL, such as `GET /debtors?email=${email}`; one that has a body or headers
is a mapping:
"""
_NAMES: Final = """
In the paths, bodies and headers of calls `${name}` stands for a value: of `values`, or of the run, which gives these
names:
"""
_METHODS: Final = """
What reads (`list`, `read`, `searches`, and the calls of `limits` and `support`) goes by GET or POST, and a POST without
`onlyReads` goes only with `--allow-writes`. A `remove` names the `${id}` of the one that it removes, in its path or
body. A `create` names something of the run, so that what was made is known again and can be removed: `${name}`,
`${email}`, `${number}`, `${reference}`, `${sku}`, `${description}` or `${run}`.
"""
_TYPES: Final = """
A text in a body that is nothing but `${name}` becomes the value itself, a number for instance. What stands in a path is
encoded.

`${env.SNELSTART_KEY}` stands for a variable of the environment: written so, a key stands in no file. It is shown in
no report, and neither are the values of `headers` and what stands behind the `?` of the URLs of `oauth` and `openapi`.
"""
_VALUES: Final = """
`values` are what your bodies need: a text, a number, true or false, or a mapping that picks the value from a list that
is read first, such as the id of the VAT rate with a certain code. Quote a date: not every editor takes it for a text.
"""
_POINTERS: Final = """
Where something stands is told by a JSON Pointer (RFC 6901): `/data/0/id`, or nothing between the quotes for the whole.
"""


def vendor_file_reference() -> str:
    """Write the page: every key, the names that stand for values, and a whole file."""
    whole = schema()
    keys = whole["properties"]
    resource = keys["resources"]["properties"]["debtors"]["anyOf"][0]
    pick = keys["values"]["additionalProperties"]["anyOf"][1]
    return joined(
        "# Vendor file",
        _INTRODUCTION,
        _keys(whole),
        _chapter("Answers", keys["answers"], _POINTERS),
        _chapter("OAuth", keys["oauth"]),
        _chapter("Token", keys["token"]),
        "## Resources",
        "Each is a key of `resources`. These are the searches beside that by id, and the fields that may be told:",
        table(("resource", "`searches`", "`fields`"), _nouns()),
        "Of each resource:",
        _keys(resource),
        _chapter("Limits", keys["limits"]),
        _chapter("Support", keys["support"]),
        _chapter("Calls", whole["$defs"]["reading"]["anyOf"][1], _CALLS),
        _METHODS,
        "## Names for values",
        _NAMES,
        ", ".join(code(f"${{{name}}}") for name in GIVEN_NAMES) + ".",
        _TYPES,
        _chapter("Values", pick, _VALUES),
        "## A whole file",
        "This is that of mockbooks itself, as `mockbooks vendor example` prints it.",
        block(files("mockbooks.conformance.vendor").joinpath("reference.yaml").read_text("utf-8")),
    )


def _chapter(heading: str, described: JsonSchema, introduction: str = "") -> str:
    return joined(f"## {heading}", introduction or str(described["description"]), _keys(described))


def _keys(described: JsonSchema) -> str:
    """List the keys of a mapping: what each means, and which must be there."""
    required = described.get("required", ())
    rows = (
        (code(key), f"{each['description']}{_allowed(each)}{' Required.' if key in required else ''}")
        for key, each in described["properties"].items()
    )
    return table(("key", "meaning"), rows)


def _allowed(described: JsonSchema) -> str:
    words = described.get("enum", ())
    return f" One of {', '.join(map(code, words))}." if words else ""


def _nouns() -> Iterator[tuple[str, str, str]]:
    for noun in Noun:
        yield code(noun), ", ".join(map(code, SEARCHES.get(noun, ()))), ", ".join(map(code, FIELDS[noun]))
