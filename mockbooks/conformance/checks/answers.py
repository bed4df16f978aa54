"""C6a to C6f: the answers hold what an integration needs, and say what was sent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.fetching_one import why_no_subject
from mockbooks.conformance.live.json_places import at, is_empty
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import not_needed, seen, unknown, untold, unwritten
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NOUNS, listed
from mockbooks.frozen import dataclass
from mockbooks.texts import Text, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demand:
    """What an answer must hold; `optional` is what it holds if there is any; `on_adding` and `on_reading` say when."""

    condition: str
    noun: Noun
    fields: tuple[str, ...]
    optional: tuple[str, ...] = ()
    on_adding: bool = False
    on_reading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What an answer told: its records, and whether they are those that this run has made."""

    demand: _Demand
    reply: Reply
    items: Sequence[object]
    doing: Text
    is_ours: bool


_DEMANDS: Final = (
    _Demand(condition="C6a", noun=Noun.TRANSACTIONS, fields=("id",), on_adding=True),
    _Demand(condition="C6b", noun=Noun.DEBTORS, fields=("id", "name", "address"), on_adding=True, on_reading=True),
    _Demand(
        condition="C6c", noun=Noun.PRODUCTS, fields=("id", "description", "price"), on_adding=True, on_reading=True
    ),
    _Demand(condition="C6d", noun=Noun.VAT_RATES, fields=("percentage",), optional=("code",), on_reading=True),
    _Demand(condition="C6e", noun=Noun.LEDGER_ACCOUNTS, fields=("code", "id", "description"), on_reading=True),
    _Demand(condition="C6f", noun=Noun.PAYMENT_TERMS, fields=("description", "days"), on_reading=True),
    _Demand(condition="C6f", noun=Noun.INVOICE_PROFILES, fields=("id", "name"), on_reading=True),
)
_NOT_ADDED: Final = Text(
    "What is answered to adding was not tried; the condition asks it of adding or reading.",
    "Wat er op toevoegen volgt, is niet geprobeerd; de voorwaarde vraagt het van toevoegen of uitlezen.",
)
_ADDING: Final = Text("adding", "toevoegen van")
_READING: Final = Text("reading", "uitlezen van")
# What is compared with what was sent, where both stand in the same place.
_SENT: Final = ("name", "description", "price")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)


def _ask(target: Target) -> Iterator[Finding]:
    for demand in _DEMANDS:
        if target.has_no_use_for(demand.noun):
            yield not_needed(demand.condition, demand.noun)
            continue
        added = _added(target, demand) if demand.on_adding else None
        read = _read(target, demand) if demand.on_reading else None
        yield from _either(target, demand, added, read)


def _either(target: Target, demand: _Demand, added: Finding | None, read: Finding | None) -> Iterator[Finding]:
    """Give what was found of both, but for adding where it was not asked: reading that tells all will do."""
    is_asked = target.allow_writes and target.resource(demand.noun).create is not None
    if added is not None and read is not None and read.outcome is Outcome.MET and not is_asked:
        yield replace(read, doubt=_NOT_ADDED)
        return
    yield from (finding for finding in (added, read) if finding is not None)


def _added(target: Target, demand: _Demand) -> Finding:
    if target.resource(demand.noun).create is None:
        return unknown(demand.condition, demand.noun, Text("adds", "toevoegt"))
    reply = target.creation(demand.noun)
    if reply is None:
        return unwritten(demand.condition)
    if reply.fault is not None:
        return untold(demand.condition, reply.fault, seen(target, reply, reply.fault.what))
    if not reply.succeeded:
        return _unadded(target, demand, reply)
    return _judged(target, _Told(demand=demand, reply=reply, items=[reply.item], doing=_ADDING, is_ours=True))


def _unadded(target: Target, demand: _Demand, reply: Reply) -> Finding:
    """Say that a body that should do was refused: more likely by the file than by the API."""
    one = NOUNS[demand.noun].one
    why = f"{reply.outcome}: {cut(reply.description)}" if reply.description else reply.outcome
    failed = Text(f"no {one.en} could be added ({why})", f"er kon geen {one.nl} worden toegevoegd ({why})")
    remedy = Text(
        f"Give a body that is accepted under resources.{demand.noun}.create in the vendor file.",
        f"Geef in het leveranciersbestand onder resources.{demand.noun}.create een body die wordt geaccepteerd.",
    )
    return untold(demand.condition, Obstacle(what=failed, remedy=remedy), seen(target, reply, failed))


def _read(target: Target, demand: _Demand) -> Finding:
    """Judge the read of one record, or the list where it is a list that is read."""
    noun = demand.noun
    is_one = demand.on_adding
    subject = target.subject(noun) if is_one else None
    reply = target.reading(noun, subject.told_id) if subject and subject.id else None
    if reply is None and (not is_one or target.resource(noun).read is None):
        reply = target.listing(noun)
        is_one = False
    if reply is None and subject is None and target.resource(noun).list is None and target.resource(noun).read is None:
        return unknown(demand.condition, noun, Text("reads", "leest"))
    if reply is None:
        return untold(demand.condition, why_no_subject(target, noun))
    items = [reply.item] if is_one else list(reply.items or ())
    if reply.fault is not None or not reply.succeeded or not items:
        why = reply.fault or _unread(noun, reply)
        return untold(demand.condition, why, seen(target, reply, why.what))
    is_ours = subject is not None and subject.is_ours
    return _judged(target, _Told(demand=demand, reply=reply, items=items, doing=_READING, is_ours=is_ours))


def _unread(noun: Noun, reply: Reply) -> Obstacle:
    many = NOUNS[noun].many
    return Obstacle(
        what=Text(
            f"no {many.en} could be read ({reply.outcome})",
            f"er konden geen {many.nl} worden gelezen ({reply.outcome})",
        ),
        remedy=Text(
            f"Let {reply.call} give what is there, or name a better call under resources.{noun} in the vendor file.",
            f"Laat {reply.call} geven wat er is, of noem een betere aanroep bij resources.{noun} in het"
            " leveranciersbestand.",
        ),
    )


def _judged(target: Target, told: _Told) -> Finding:
    demand = told.demand
    places = target.resource(demand.noun).fields
    unplaced = [name for name in demand.fields if name not in places]
    lacking = [name for name in demand.fields if name in places and _is_lacking(told.items, places[name])]
    if lacking:
        return _lacking(target, told, lacking)
    if unplaced:
        return _unplaced(told, unplaced)
    changed = _changed(target, told)
    return _otherwise(target, told, changed) if changed else _met(target, told)


def _is_lacking(items: Sequence[object], pointer: str) -> bool:
    """Tell whether no record has it: in a list some may lack what others have."""
    return all(is_empty(at(item, pointer)) for item in items)


def _changed(target: Target, told: _Told) -> list[str]:
    """List what is told otherwise than it was sent, by the same place in body and answer."""
    creation = target.creation(told.demand.noun)
    if creation is None or not told.is_ours:
        return []
    places = target.resource(told.demand.noun).fields
    sent = {name: at(creation.sent, places[name]) for name in _SENT if name in told.demand.fields}
    return [name for name, value in sent.items() if not _is_same(value, at(told.items[0], places[name]))]


def _is_same(sent: object, told: object) -> bool:
    """Compare what was sent with what is told; 12.5 and "12.50" are the same price."""
    if not isinstance(sent, str | int | float) or str(sent).strip() == str(told).strip():
        return True
    return _NUMBER.fullmatch(str(sent)) is not None and _number(sent) == _number(told)


def _number(value: object) -> Decimal | None:
    text = str(value)
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _met(target: Target, told: _Told) -> Finding:
    demand = told.demand
    many, names = NOUNS[demand.noun].many, listed(demand.fields)
    places = target.resource(demand.noun).fields
    found = ", ".join(f"{name} = {places[name]}" for name in (*demand.fields, *demand.optional) if name in places)
    return Finding(
        condition=demand.condition,
        outcome=Outcome.MET,
        summary=Text(
            f"On {told.doing.en} {many.en} the answer holds {names.en}.",
            f"Bij het {told.doing.nl} {many.nl} staan in het antwoord: {names.nl}.",
        ),
        evidence=[seen(target, told.reply, Text(found, found))],
    )


def _lacking(target: Target, told: _Told, lacking: Sequence[str]) -> Finding:
    demand = told.demand
    many, names = NOUNS[demand.noun].many, listed(lacking)
    places = target.resource(demand.noun).fields
    looked = ", ".join(f'"{places[name]}"' for name in lacking)
    return Finding(
        condition=demand.condition,
        outcome=Outcome.NOT_MET if len(lacking) == len(demand.fields) else Outcome.PARTLY,
        summary=Text(
            f"On {told.doing.en} {many.en} the answer does not hold {names.en}.",
            f"Bij het {told.doing.nl} {many.nl} ontbreekt in het antwoord: {names.nl}.",
        ),
        evidence=[seen(target, told.reply, Text(f"nothing at {looked}", f"niets op {looked}"))],
        doubt=Text(
            "The vendor file may name the wrong place.", "Het leveranciersbestand kan de verkeerde plaats noemen."
        ),
        advice=Text(
            f"Add {names.en} to the answer of {told.reply.call}.",
            f"Zet in het antwoord op {told.reply.call} ook: {names.nl}.",
        ),
    )


def _unplaced(told: _Told, unplaced: Sequence[str]) -> Finding:
    names = listed(unplaced)
    return Finding(
        condition=told.demand.condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"Cannot tell: the vendor file does not say where {names.en} stands.",
            f"Niet te zeggen: het leveranciersbestand zegt niet waar {names.nl} staat.",
        ),
        advice=Text(
            f"Name the place under resources.{told.demand.noun}.fields.",
            f"Noem de plaats onder resources.{told.demand.noun}.fields.",
        ),
    )


def _otherwise(target: Target, told: _Told, changed: Sequence[str]) -> Finding:
    many, names = NOUNS[told.demand.noun].many, listed(changed)
    return Finding(
        condition=told.demand.condition,
        outcome=Outcome.PARTLY,
        summary=Text(
            f"On {told.doing.en} {many.en} the answer tells {names.en} otherwise than it was sent.",
            f"Bij het {told.doing.nl} {many.nl} staat in het antwoord iets anders dan gestuurd is: {names.nl}.",
        ),
        evidence=[seen(target, told.reply, Text(f"{names.en} differs", f"{names.nl} wijkt af"))],
        advice=Text(
            "Keep a record as it was sent, and tell it as it was kept.",
            "Bewaar een gegeven zoals het is gestuurd, en geef het zoals het is bewaard.",
        ),
    )


CHECK: Final = Check(
    name="answers",
    conditions=tuple(dict.fromkeys(demand.condition for demand in _DEMANDS)),
    question=Text("Do the answers hold what is needed?", "Staat in de antwoorden wat nodig is?"),
    ask=_ask,
)
