"""The language of scenarios beside its kinds: the keys of the file, matching, counting and beginning."""

from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.scenarios.schemas import SCENARIO
from mockbooks.scenarios.writing import written_block
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.json_schema import JsonSchema, object_schema
from mockbooks.texts import Text
from mockbooks.web.reference.values import Value, keys_of, values_of

FILE: Final = object_schema(SCENARIO)
INJECTION: Final[JsonSchema] = FILE["properties"]["injections"]["items"]
TIMELINE: Final[JsonSchema] = FILE["properties"]["timeline"]
CALLS: Final = (
    ("first", Text("the first", "de eerste")),
    ("3", Text("the third, and no other", "de derde, en geen andere")),
    ("2-4", Text("the second, third and fourth", "de tweede, derde en vierde")),
    ("first 2", Text("the first and the second", "de eerste en de tweede")),
    ("every 10", Text("the tenth, twentieth and so on", "de tiende, twintigste enzovoort")),
    ("after 5", Text("all from the sixth on", "alle vanaf de zesde")),
)
MATCHING: Final = written_block(
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
COUNTING: Final = written_block(
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
_START: Final = ("books", "clock", "limits", "oauth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the keys that say how an administration begins; `example` is a piece of a scenario."""

    key: Value
    values: tuple[Value, ...]
    example: str


def start(schema: StrictSchema) -> list[Part]:
    """Give the keys of the file that say how an administration begins."""
    return [
        Part(
            key=key,
            values=values_of(schema.load_fields[key.name]),
            example=written_block({key.name: _whole_example(FILE["properties"][key.name])}),
        )
        for key in keys_of(FILE)
        if key.name in _START
    ]


def example_of(schema: JsonSchema, name: str) -> str:
    """Write the example that a key publishes."""
    return written_block({name: schema["examples"][0]})


def _whole_example(schema: JsonSchema) -> object:
    """Give an object every key with its own example, where it is nothing but an object."""
    inner = schema.get("properties")
    return schema["examples"][0] if inner is None else {name: each["examples"][0] for name, each in inner.items()}
