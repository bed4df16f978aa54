"""How a call stands in a vendor file: `GET /debtors?email=${email}`, or a mapping where it has a body or headers.

Each place says which methods may stand there: what reads is sent without leave to write, and must change nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from mockbooks.conformance.vendor.fields import (
    AnyJson,
    Complain,
    Flag,
    JsonSchema,
    MapOf,
    Member,
    Record,
    TextField,
    kind_of,
)
from mockbooks.conformance.vendor.model import Call
from mockbooks.frozen import dataclass

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_WHAT: Final = 'a method and a path, such as "GET /debtors?email=${email}"'
HEADERS: Final = MapOf(
    key=TextField(what="the name of a header", pattern=r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
    value=TextField(what="the value of a header: printable ASCII", pattern=r"[\x20-\x7e]*", shortest=0),
)
_BODY: Final = Member(
    name="body",
    attribute="body",
    field=AnyJson(),
    description="The JSON body; ${name} in its texts stands for a value.",
)
_OWN_HEADERS: Final = Member(
    name="headers", attribute="headers", field=HEADERS, description="Headers of this call alone."
)
_ONLY_READS: Final = Member(
    name="onlyReads",
    attribute="only_reads",
    field=Flag(),
    description="Whether a POST changes nothing, such as one that searches; else it goes only with --allow-writes.",
)


def _call(
    line: str, body: object = None, headers: Mapping[str, str] | None = None, *, only_reads: bool = False
) -> Call:
    method, _, target = line.partition(" ")
    return Call(method=method, target=target, body=body, headers=headers or {}, only_reads=only_reads)


def _parts(call: Call) -> dict[str, Any]:
    parts = {
        "line": f"{call.method} {call.target}",
        "body": call.body,
        "headers": dict(call.headers),
        "only_reads": call.only_reads,
    }
    return {
        name: value
        for name, value in parts.items()
        if value not in (None, {}, False) or (name == "body" and value is not None)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class CallField:
    """A call in its short or its long form, for one kind of place.

    `kind` names the place, which admits `methods`; `${needs}` must stand in the call.
    """

    kind: str
    methods: tuple[str, ...]
    does: str
    needs: str | None = None

    def read(self, value: object, at: str, complain: Complain) -> Call | None:
        """Read either form."""
        if not isinstance(value, Mapping | str):
            complain(at, f"this must be {_WHAT}, or a mapping with call and body, and {kind_of(value)} came")
            return None
        call: Call | None = (
            self._long(METHODS).read(value, at, complain)
            if isinstance(value, Mapping)
            else _call(_line(METHODS).read(value, at, complain))
        )
        if call is not None and call.method in METHODS:
            self._refuse(call, at, complain)
        return call

    def schema(self) -> JsonSchema:
        """Refer to the definition of both."""
        place: JsonSchema = {"$ref": f"#/$defs/{self.kind}"}
        if self.needs is None:
            return place
        named = {"pattern": re.escape(f"${{{self.needs}}}")}
        # Where it stands in a body, no schema can say.
        mapping = {"type": "object", "anyOf": [{"properties": {"call": named}}, {"required": ["body"]}]}
        return {"allOf": [place, {"anyOf": [{"type": "string", **named}, mapping]}]}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a Call
        """Write the short form where that says it all."""
        written = self._long(METHODS).write(value)
        return written["call"] if isinstance(written, dict) and set(written) == {"call"} else written

    def definition(self) -> JsonSchema:
        """Describe a call of this kind, for the definitions of the schema."""
        short = {**_line(self.methods).schema(), "description": "Method and path, relative to the base URL."}
        return {"anyOf": [short, self._long(self.methods).schema()]}

    def _long(self, methods: tuple[str, ...]) -> Record:
        line = Member(
            name="call",
            attribute="line",
            field=_line(methods),
            description="Method and path, relative to the base URL.",
            is_required=True,
        )
        own = (_ONLY_READS,) if self.kind == READING.kind else ()
        return Record(
            description="A call with a body or headers.",
            make=_call,
            take=_parts,
            members=(line, _BODY, _OWN_HEADERS, *own),
        )

    def admits(self, call: Call) -> bool:
        """Tell whether a call may stand here."""
        wrong: list[str] = []
        self._refuse(call, "", lambda _, told: wrong.append(told))
        return not wrong

    def _refuse(self, call: Call, at: str, complain: Complain) -> None:
        """Complain of what must not be sent from this place."""
        told = f'"{call.method} {call.target}" came'
        if call.method not in self.methods:
            complain(at, f"a call that {self.does} goes by {_either(self.methods)}, and {told}")
        if self.needs is not None and self.needs not in names_in_call(call):
            complain(at, f"a call that {self.does} must name ${{{self.needs}}} in its path or body, and {told}")


READING: Final = CallField(kind="reading", methods=("GET", "POST"), does="reads")
READING_ONE: Final = replace(READING, needs="id")
MAKING: Final = CallField(kind="making", methods=("GET", "POST", "PUT", "PATCH"), does="makes one")
REMOVING: Final = CallField(kind="removing", methods=METHODS, does="removes one", needs="id")
PLACES: Final = (READING, MAKING, REMOVING)


def definitions() -> JsonSchema:
    """Describe the calls of every kind of place."""
    return {place.kind: place.definition() for place in PLACES}


def names_in(text: str) -> list[str]:
    """List what stands in `${}` in a text."""
    return re.findall(r"\$\{([^}]*)\}", text)


def names_in_call(call: Call) -> set[str]:
    """List what stands in `${}` in the path and the body of a call."""
    return {name for text in (call.target, *(text for _, text in leaves(call.body))) for name in names_in(text)}


def leaves(data: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Find every text in JSON, with the key that it stands under."""
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, Mapping):
        for name, inner in data.items():
            yield from leaves(inner, str(name))
    elif isinstance(data, list | tuple):
        for inner in data:
            yield from leaves(inner, key)


def _line(methods: tuple[str, ...]) -> TextField:
    return TextField(what=_WHAT, pattern=rf"(?:{'|'.join(methods)}) /\S*")


def _either(methods: tuple[str, ...]) -> str:
    return f"{', '.join(methods[:-1])} or {methods[-1]}"
