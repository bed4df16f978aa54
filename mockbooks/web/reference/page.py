"""The page `/docs/scenarios`, made of the tables of the language and of the files of the library."""

from functools import cache
from typing import Final

from markupsafe import Markup

from mockbooks.frozen import dataclass
from mockbooks.scenarios import library
from mockbooks.scenarios.fields_expect import BOUNDS
from mockbooks.scenarios.fields_match import CONDITION, MatchBody
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.schemas import SCENARIO, InjectionBody
from mockbooks.stage.json_schema import object_schema
from mockbooks.texts import Language, Text
from mockbooks.web.colouring import coloured_yaml, with_code
from mockbooks.web.pages import rendered
from mockbooks.web.printed_address import PRINTED_ADDRESS, at_address
from mockbooks.web.reference import kinds
from mockbooks.web.reference import language as language_of
from mockbooks.web.reference.commented import commented
from mockbooks.web.reference.values import keys_of

_SHOWN_IN_FULL: Final = "lost-reply"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A scenario of the library: its name, what it is about, and its file."""

    name: str
    description: str
    text: Markup


def scenarios_page(language: Language, base_url: str, *, has_control: bool) -> bytes:
    """Make the page for a reader who finds the server at `base_url`, with or without its control API."""
    return at_address(_page(language, has_control=has_control), base_url)


@cache
def _page(language: Language, *, has_control: bool) -> bytes:
    return rendered(
        "scenarios.html",
        language,
        base_url=PRINTED_ADDRESS,
        has_control=has_control,
        told=with_code,
        yaml=coloured_yaml,
        in_full=coloured_yaml(commented(_file_of(_SHOWN_IN_FULL), language_of.FILE)),
        keys=keys_of(language_of.FILE),
        road=_ROAD,
        phase=InjectionBody().fields["phase"].metadata["description"],
        matching=keys_of(object_schema(MatchBody())),
        conditions=keys_of(object_schema(CONDITION)),
        matching_example=coloured_yaml(language_of.MATCHING),
        calls=language_of.CALLS,
        which=[
            value for value in keys_of(language_of.INJECTION) if value.name in {"calls", "countBy", "chance", "during"}
        ],
        counting_example=coloured_yaml(language_of.COUNTING),
        faults=kinds.faults(),
        expectations=kinds.expectations(),
        bounds=keys_of(object_schema(BOUNDS)),
        deeds=kinds.deeds(),
        timeline=keys_of(language_of.TIMELINE["items"]),
        start=language_of.start(SCENARIO),
        timeline_example=coloured_yaml(language_of.example_of(language_of.TIMELINE, "timeline")),
        shipped=_library(),
    )


@cache
def _library() -> tuple[Shipped, ...]:
    return tuple(_shipped(name) for name in library.names(library.folders()))


def _shipped(name: str) -> Shipped:
    text = _file_of(name)
    described = load(text.encode(), source=name).description
    return Shipped(name=name, description=" ".join(described.split()), text=coloured_yaml(text))


def _file_of(name: str) -> str:
    return library.read(name, library.folders()).text.decode()
