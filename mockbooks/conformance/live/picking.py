"""A value that is picked from a list, such as the id of the journal of sales; and why there is none."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from mockbooks.conformance.live.json_places import at, is_empty
from mockbooks.conformance.live.obstacle import NO_LIST, Obstacle
from mockbooks.conformance.live.session import UnaskableError
from mockbooks.conformance.vendor.model import Noun, Pick
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

if TYPE_CHECKING:
    from mockbooks.conformance.live.target import Target

_USUAL_ID: Final = "/id"


def picked(target: "Target", name: str, pick: Pick) -> object:
    """Give the value from the first item in which all of `where` holds; raises UnaskableError."""
    items = _items(target, name, pick)
    fitting = [item for item in items if all(at(item, place) == value for place, value in pick.where.items())]
    if not fitting:
        raise UnaskableError(_unfitting(name, pick, len(items)))
    take = _take(target, pick)
    found = next((value for item in fitting if not is_empty(value := at(item, take))), None)
    if found is None:
        raise UnaskableError(_untaken(name, pick, take, len(fitting)))
    return found


def _take(target: "Target", pick: Pick) -> str:
    """Say what is taken: unless the file says otherwise the id, where it stands in that resource."""
    return pick.take if pick.take is not None else target.resource(pick.noun).fields.get("id", _USUAL_ID)


def _items(target: "Target", name: str, pick: Pick) -> Sequence[object]:
    reply = target.listing(pick.noun)
    if reply is None:
        raise UnaskableError(_unlisted(name, pick.noun))
    if reply.fault is not None:
        raise UnaskableError(reply.fault)
    if not reply.succeeded:
        raise UnaskableError(_unread(name, pick.noun, reply.outcome))
    if reply.items is None:
        raise UnaskableError(NO_LIST)
    return reply.items


def _none_for(name: str, en: str, nl: str) -> Text:
    return Text(f"no value for ${{{name}}}: {en}", f"geen waarde voor ${{{name}}}: {nl}")


def _unlisted(name: str, noun: Noun) -> Obstacle:
    many = NOUNS[noun].many
    return Obstacle(
        what=_none_for(
            name,
            f"the vendor file names no call that lists {many.en}",
            f"het leveranciersbestand noemt geen aanroep die {many.nl} opsomt",
        ),
        remedy=Text(
            f"Name it under resources.{noun}.list, or give values.{name} as it is.",
            f"Noem die bij resources.{noun}.list, of geef values.{name} zelf.",
        ),
    )


def _unread(name: str, noun: Noun, outcome: str) -> Obstacle:
    many = NOUNS[noun].many
    return Obstacle(
        what=_none_for(
            name, f"the {many.en} could not be read ({outcome})", f"de {many.nl} waren niet te lezen ({outcome})"
        ),
        remedy=Text(
            f"Name a call that reads them under resources.{noun}.list, or give values.{name} as it is.",
            f"Noem bij resources.{noun}.list een aanroep die ze leest, of geef values.{name} zelf.",
        ),
    )


def _unfitting(name: str, pick: Pick, count: int) -> Obstacle:
    many = NOUNS[pick.noun].many
    if not count:
        what = _none_for(name, f"there are no {many.en}", f"er zijn geen {many.nl}")
        en, nl = f"Put one into the administration, or give values.{name} as it is.", "Zet er een in de administratie"
        return Obstacle(what=what, remedy=Text(en, f"{nl}, of geef values.{name} zelf."))
    asked = ", ".join(f"{place} = {json.dumps(value, ensure_ascii=False)}" for place, value in pick.where.items())
    return Obstacle(
        what=_none_for(name, f"of {count} {many.en} none has {asked}", f"van {count} {many.nl} heeft er geen {asked}"),
        remedy=Text(
            f"Correct values.{name}.where in the vendor file.",
            f"Verbeter values.{name}.where in het leveranciersbestand.",
        ),
    )


def _untaken(name: str, pick: Pick, take: str, count: int) -> Obstacle:
    many = NOUNS[pick.noun].many
    return Obstacle(
        what=_none_for(
            name,
            f"matching {many.en}: {count}; at {take} nothing stands in any of them",
            f"passende {many.nl}: {count}; op {take} staat in geen ervan iets",
        ),
        remedy=Text(
            f"Say under values.{name}.take, or resources.{pick.noun}.fields.id, where the value stands in an item.",
            f"Zeg bij values.{name}.take, of bij resources.{pick.noun}.fields.id, waar de waarde in een item staat.",
        ),
    )
