"""How a call stands in a vendor file: `GET /debtors?email=${email}`, or a mapping where it has a body or headers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mockbooks.conformance.vendor.fields import AnyJson, Complain, JsonSchema, MapOf, Member, Record, TextField, kind_of
from mockbooks.conformance.vendor.model import Call

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_LINE: Final = TextField(
    what='a method and a path, such as "GET /debtors?email=${email}"', pattern=rf"(?:{'|'.join(METHODS)}) /\S*"
)
HEADERS: Final = MapOf(
    key=TextField(what="the name of a header", pattern=r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
    value=TextField(what="the value of a header: printable ASCII", pattern=r"[\x20-\x7e]*", shortest=0),
)


def _call(line: str, body: object = None, headers: Mapping[str, str] | None = None) -> Call:
    method, _, target = line.partition(" ")
    return Call(method=method, target=target, body=body, headers=headers or {})


def _parts(call: Call) -> dict[str, Any]:
    parts = {"line": f"{call.method} {call.target}", "body": call.body, "headers": dict(call.headers)}
    return {name: value for name, value in parts.items() if value not in (None, {}) or (name == "body" and value == {})}


_LONG: Final = Record(
    description="A call with a body or headers.",
    make=_call,
    take=_parts,
    members=(
        Member(
            name="call",
            attribute="line",
            field=_LINE,
            description="Method and path, relative to the base URL.",
            is_required=True,
        ),
        Member(
            name="body",
            attribute="body",
            field=AnyJson(),
            description="The JSON body; ${name} in its texts stands for a value.",
        ),
        Member(name="headers", attribute="headers", field=HEADERS, description="Headers of this call alone."),
    ),
)


@dataclass(frozen=True, slots=True)
class CallField:
    """A call in its short or its long form."""

    def read(self, value: object, at: str, complain: Complain) -> Call | None:
        """Read either form."""
        if isinstance(value, Mapping):
            read: Call | None = _LONG.read(value, at, complain)
            return read
        if not isinstance(value, str):
            complain(at, f"this must be {_LINE.what}, or a mapping with call and body, and {kind_of(value)} came")
            return None
        return _call(_LINE.read(value, at, complain))

    def schema(self) -> JsonSchema:
        """Refer to the definition of both."""
        return {"$ref": "#/$defs/call"}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a Call
        """Write the short form where that says it all."""
        written = _LONG.write(value)
        return written["call"] if isinstance(written, dict) and set(written) == {"call"} else written


def definition() -> JsonSchema:
    """Describe a call, for the definitions of the schema."""
    return {"anyOf": [{**_LINE.schema(), "description": "Method and path, relative to the base URL."}, _LONG.schema()]}


def names_in(text: str) -> list[str]:
    """List what stands in `${}` in a text."""
    return re.findall(r"\$\{([^}]*)\}", text)
