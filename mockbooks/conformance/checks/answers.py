"""C6a to C6f: the answers hold what an integration needs, and say what was sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.fetching_one import why_no_subject
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.json_places import at, is_empty
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reply import Reply
from mockbooks.conformance.saying import not_needed, seen, unknown, untold, unwritten
from mockbooks.conformance.target import Target
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NOUNS, listed
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demand:
    """What an answer must hold; `optional` is what it holds if there is any; `on_adding` and `on_reading` say when."""

    condition: str
    noun: Noun
    fields: tuple[str, ...]
    optional: tuple[str, ...] = ()
    on_adding: bool = False
    on_reading: bool = False


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
# What a debtor or product was called when it was sent.
_SENT: Final = ("name", "description")


def _ask(target: Target) -> Iterator[Finding]:
    for demand in _DEMANDS:
        if target.has_no_use_for(demand.noun):
            yield not_needed(demand.condition, demand.noun)
            continue
        if demand.on_adding:
            yield _added(target, demand)
        if demand.on_reading:
            yield _read(target, demand)


def _added(target: Target, demand: _Demand) -> Finding:
    if target.resource(demand.noun).create is None:
        return unknown(demand.condition, demand.noun, Text("adds", "toevoegt"))
    reply = target.creation(demand.noun)
    if reply is None:
        return unwritten(demand.condition)
    if reply.fault is not None or not reply.succeeded:
        one = NOUNS[demand.noun].one
        failed = Text(
            f"no {one.en} could be added ({reply.outcome})", f"er kon geen {one.nl} worden toegevoegd ({reply.outcome})"
        )
        return untold(demand.condition, reply.fault or failed, seen(target, reply, reply.fault or failed))
    return _judged(target, demand, reply, [reply.item], Text("adding", "toevoegen van"), sent_by_us=True)


def _read(target: Target, demand: _Demand) -> Finding:
    """Judge the read of one record, or the list where it is a list that is read."""
    noun = demand.noun
    is_one = demand.on_adding
    subject = target.subject(noun) if is_one else None
    reply = target.reading(noun, subject.id) if subject and subject.id else None
    if reply is None and (not is_one or target.resource(noun).read is None):
        reply = target.listing(noun)
        is_one = False
    if reply is None and subject is None and target.resource(noun).list is None and target.resource(noun).read is None:
        return unknown(demand.condition, noun, Text("reads", "leest"))
    if reply is None:
        return untold(demand.condition, why_no_subject(target, noun))
    items = [reply.item] if is_one else list(reply.items or ())
    if reply.fault is not None or not reply.succeeded or not items:
        many = NOUNS[noun].many
        failed = Text(
            f"no {many.en} could be read ({reply.outcome})",
            f"er konden geen {many.nl} worden gelezen ({reply.outcome})",
        )
        return untold(demand.condition, reply.fault or failed, seen(target, reply, reply.fault or failed))
    is_ours = subject is not None and subject.is_ours
    return _judged(target, demand, reply, items, Text("reading", "uitlezen van"), sent_by_us=is_ours)


def _judged(
    target: Target, demand: _Demand, reply: Reply, items: Sequence[object], doing: Text, *, sent_by_us: bool
) -> Finding:
    places = target.resource(demand.noun).fields
    unplaced = [name for name in demand.fields if name not in places]
    lacking = [name for name in demand.fields if name in places and _is_lacking(items, places[name])]
    changed = [name for name in _changed(target, demand, reply, items) if sent_by_us and name not in lacking]
    many = NOUNS[demand.noun].many
    if lacking or unplaced:
        return _lacking(target, demand, reply, doing, lacking, unplaced)
    if changed:
        what = listed(changed)
        return Finding(
            condition=demand.condition,
            outcome=Outcome.PARTLY,
            summary=Text(
                f"On {doing.en} {many.en} the answer tells another {what.en} than was sent.",
                f"Bij het {doing.nl} {many.nl} staat in het antwoord een andere {what.nl} dan er is gestuurd.",
            ),
            evidence=[seen(target, reply, Text(f"{what.en} differs", f"{what.nl} wijkt af"))],
            advice=Text(
                "Tell the record as it was kept, and keep it as it was sent.",
                "Geef het gegeven zoals het is bewaard, en bewaar het zoals het is gestuurd.",
            ),
        )
    names = listed(demand.fields)
    return Finding(
        condition=demand.condition,
        outcome=Outcome.MET,
        summary=Text(
            f"On {doing.en} {many.en} the answer holds {names.en}.",
            f"Bij het {doing.nl} {many.nl} staan in het antwoord: {names.nl}.",
        ),
        evidence=[_places(target, demand, reply)],
    )


def _lacking(
    target: Target, demand: _Demand, reply: Reply, doing: Text, lacking: Sequence[str], unplaced: Sequence[str]
) -> Finding:
    many, noun = NOUNS[demand.noun].many, demand.noun
    names = listed([*lacking, *unplaced])
    places = target.resource(noun).fields
    outcome = Outcome.NOT_MET if len(lacking) == len(demand.fields) else Outcome.PARTLY
    looked = ", ".join(places[name] or '""' for name in lacking)
    doubt = Text(
        f"Looked at {looked} as the vendor file says.", f"Gezocht op {looked}, zoals het leveranciersbestand zegt."
    )
    unnamed = Text(
        f"The vendor file does not say where {listed(unplaced).en} stands." if unplaced else "",
        f"Het leveranciersbestand zegt niet waar {listed(unplaced).nl} staat." if unplaced else "",
    )
    return Finding(
        condition=demand.condition,
        outcome=outcome if lacking else Outcome.CANNOT_TELL,
        summary=Text(
            f"On {doing.en} {many.en} the answer does not hold {names.en}.",
            f"Bij het {doing.nl} {many.nl} ontbreekt in het antwoord: {names.nl}.",
        )
        if lacking
        else Text(f"Cannot tell: {unnamed.en}", f"Niet te zeggen: {unnamed.nl}"),
        evidence=[seen(target, reply, Text(f"{names.en}: nothing there", f"{names.nl}: niets"))],
        doubt=doubt if lacking else None,
        advice=Text(
            f"Add {names.en} to the answer of {reply.call}.", f"Zet {names.nl} in het antwoord op {reply.call}."
        )
        if lacking
        else Text(f"Name it under resources.{noun}.fields.", f"Noem het onder resources.{noun}.fields."),
    )


def _is_lacking(items: Sequence[object], pointer: str) -> bool:
    """Tell whether no record has it, or one has it not at all: in a list some may lack what others have."""
    return all(is_empty(at(item, pointer)) for item in items)


def _changed(target: Target, demand: _Demand, reply: Reply, items: Sequence[object]) -> list[str]:
    """List what is told otherwise than it was sent, by the same place in body and answer."""
    places = target.resource(demand.noun).fields
    creation = target.creation(demand.noun)
    sent = creation.sent if creation is not None else {}
    names = [name for name in _SENT if name in demand.fields and name in places]
    return [
        name
        for name in names
        if isinstance(at(sent, places[name]), str) and at(items[0], places[name]) != at(sent, places[name]) and reply
    ]


def _places(target: Target, demand: _Demand, reply: Reply) -> Evidence:
    places = target.resource(demand.noun).fields
    told = ", ".join(f"{name} = {places[name]}" for name in (*demand.fields, *demand.optional) if name in places)
    return seen(target, reply, Text(told, told))


CHECK: Final = Check(
    name="answers",
    conditions=tuple(dict.fromkeys(demand.condition for demand in _DEMANDS)),
    question=Text("Do the answers hold what is needed?", "Staat in de antwoorden wat nodig is?"),
    ask=_ask,
)
