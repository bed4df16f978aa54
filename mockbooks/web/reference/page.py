"""The page `/docs/scenarios`, made of the tables of the language and of the files of the library."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from markupsafe import Markup, escape

from mockbooks.catalogue.entry import Language, Text
from mockbooks.scenarios import library
from mockbooks.scenarios.fields_expect import BOUNDS
from mockbooks.scenarios.fields_match import CONDITION, MatchBody
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.schemas import SCENARIO, InjectionBody
from mockbooks.scenarios.writing import written_block
from mockbooks.stage.json_schema import JsonSchema, object_schema
from mockbooks.web.colouring import coloured_yaml
from mockbooks.web.pages import rendered
from mockbooks.web.reference import kinds
from mockbooks.web.reference.commented import commented
from mockbooks.web.reference.values import Value, keys_of, values_of

_MOST_BASE_URLS: Final = 8
_SHOWN_IN_FULL: Final = "lost-reply"
_START: Final = ("books", "clock", "limits", "oauth")
_CODE: Final = re.compile(r"`([^`]+)`")
_CALLS: Final = (
    ("first", Text("the first", "de eerste")),
    ("3", Text("the third, and no other", "de derde, en geen andere")),
    ("2-4", Text("the second, third and fourth", "de tweede, derde en vierde")),
    ("first 2", Text("the first and the second", "de eerste en de tweede")),
    ("every 10", Text("the tenth, twentieth and so on", "de tiende, twintigste enzovoort")),
    ("after 5", Text("all from the sixth on", "alle vanaf de zesde")),
)
_ROAD: Final = (
    ("", Text("request log", "verzoekenlog")),
    ("gate", Text("like a proxy in front", "als een proxy ervoor")),
    ("", Text("bearer token", "bearer-token")),
    ("", Text("limits", "limieten")),
    ("", Text("Idempotency-Key", "Idempotency-Key")),
    ("before", Text("nothing is booked yet", "nog niets geboekt")),
    ("", Text("the action on the books", "de handeling in de boeken")),
    ("", Text("the true answer is kept", "het ware antwoord wordt bewaard")),
    ("after", Text("booked, not yet answered", "geboekt, nog niet beantwoord")),
    ("", Text("wire", "lijn")),
)
_MATCHING: Final = written_block(
    {
        "injections": [
            {
                "name": "sales of orders go wrong",
                "match": {
                    "operation": "createTransaction",
                    "headers": {"Idempotency-Key": {"absent": False}},
                    "body": {"/type": "sales", "/reference": {"matches": "^ORD-"}},
                },
                "fault": "empty",
            },
            {
                "name": "the second page is slow",
                "match": {"method": "GET", "path": "/api/v1/*", "query": {"page": 2}},
                "fault": {"delay": "5s"},
            },
        ]
    }
)
_COUNTING: Final = written_block(
    {
        "injections": [
            {
                "match": {"operation": "createTransaction"},
                "calls": "first",
                "countBy": "/reference",
                "fault": {"dropConnection": "reset"},
                "phase": "after",
            },
            {
                "match": {"operation": "listDebtors"},
                "chance": "20%",
                "during": {"from": "0s", "until": "30s"},
                "fault": {"delay": "5s"},
            },
        ]
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A scenario of the library: its name, what it is about, and its file."""

    name: str
    description: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the keys that say how an administration begins."""

    key: Value
    values: tuple[Value, ...]
    example: Markup


@lru_cache(maxsize=_MOST_BASE_URLS)
def scenarios_page(language: Language, base_url: str, *, has_control: bool) -> bytes:
    """Make the page for a reader who finds the server at `base_url`, with or without its control API."""
    schema = object_schema(SCENARIO)
    return rendered(
        "scenarios.html",
        language,
        base_url=base_url,
        has_control=has_control,
        told=_told,
        yaml=coloured_yaml,
        in_full=coloured_yaml(commented(_file_of(_SHOWN_IN_FULL), schema)),
        keys=keys_of(schema),
        road=_ROAD,
        phase=InjectionBody().fields["phase"].metadata["description"],
        matching=keys_of(object_schema(MatchBody())),
        conditions=keys_of(object_schema(CONDITION)),
        matching_example=coloured_yaml(_MATCHING),
        calls=_CALLS,
        which=[
            value for value in keys_of(_injection(schema)) if value.name in {"calls", "countBy", "chance", "during"}
        ],
        counting_example=coloured_yaml(_COUNTING),
        faults=kinds.faults(),
        expectations=kinds.expectations(),
        bounds=keys_of(object_schema(BOUNDS)),
        deeds=kinds.deeds(),
        timeline=keys_of(schema["properties"]["timeline"]["items"]),
        start=_start(schema),
        timeline_example=coloured_yaml(_example_of(schema["properties"]["timeline"], "timeline")),
        shipped=_library(),
    )


def _start(schema: JsonSchema) -> list[Part]:
    fields = SCENARIO.load_fields
    return [
        Part(
            key=key,
            values=values_of(fields[key.name]),
            example=coloured_yaml(written_block({key.name: _whole_example(schema["properties"][key.name])})),
        )
        for key in keys_of(schema)
        if key.name in _START
    ]


def _whole_example(schema: JsonSchema) -> object:
    """Give an object every key with its own example, where it is nothing but an object."""
    inner = schema.get("properties")
    return schema["examples"][0] if inner is None else {name: each["examples"][0] for name, each in inner.items()}


def _example_of(schema: JsonSchema, name: str) -> str:
    return written_block({name: schema["examples"][0]})


@cache
def _library() -> tuple[Shipped, ...]:
    return tuple(_shipped(name) for name in library.names(library.folders()))


def _shipped(name: str) -> Shipped:
    text = _file_of(name)
    described = load(text.encode(), source=name).description
    return Shipped(name=name, description=" ".join(described.split()), text=coloured_yaml(text))


def _file_of(name: str) -> str:
    return library.read(name, library.folders()).text.decode()


def _injection(schema: JsonSchema) -> JsonSchema:
    injection: JsonSchema = schema["properties"]["injections"]["items"]
    return injection


def _told(text: str) -> Markup:
    """Mark what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped in this line
