"""Whether one record can be read by its id."""

from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.records import Subject
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, unknown, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text


def read_by_id(target: Target, condition: str, noun: Noun) -> Finding:
    """Read the record by which a resource is tried out by its id."""
    if target.resource(noun).read is None:
        return unknown(condition, noun, Text("reads, by id,", "op id leest"))
    subject = target.subject(noun)
    if subject is None or subject.id is None:
        return untold(condition, why_no_subject(target, noun))
    reply = target.reading(noun, subject.told_id)
    if reply is None or reply.fault is not None:
        return untold(condition, why_no_subject(target, noun) if reply is None or reply.fault is None else reply.fault)
    found = Subject(noun=noun, item=reply.item, fields=subject.fields, is_ours=subject.is_ours)
    if reply.succeeded and found.id == subject.id:
        return _met(target, condition, noun, reply)
    return _not_met(target, condition, noun, reply)


def why_no_subject(target: Target, noun: Noun) -> Obstacle:
    """Say why there is no record to try a resource out by."""
    for reply in (target.creation(noun), target.listing(noun)):
        if reply is not None and reply.fault is not None:
            return reply.fault
    one = NOUNS[noun].one
    return Obstacle(
        what=Text(f"there is no {one.en} to try it with", f"er is geen {one.nl} om het mee te proberen"),
        remedy=Text(
            f"Put a {one.en} into the administration, or use --allow-writes with a body under {noun}.create.",
            f"Zet een {one.nl} in de administratie, of gebruik --allow-writes met een body bij {noun}.create.",
        ),
    )


def _met(target: Target, condition: str, noun: Noun, reply: Reply) -> Finding:
    one = NOUNS[noun].one
    return Finding(
        condition=condition,
        outcome=Outcome.MET,
        summary=Text(f"A {one.en} can be read by its id.", f"Een {one.nl} is op te vragen op id."),
        evidence=[seen(target, reply, Text("it is the one with that id", "het is die met dat id"))],
    )


def _not_met(target: Target, condition: str, noun: Noun, reply: Reply) -> Finding:
    one = NOUNS[noun].one
    return Finding(
        condition=condition,
        outcome=Outcome.NOT_MET,
        summary=Text(
            f"A {one.en} that is there cannot be read by its id.",
            f"Het opvragen van een {one.nl} op id geeft niet wat er is.",
        ),
        evidence=[
            seen(
                target,
                reply,
                Text("the id asked for is not in the answer", "de gevraagde id staat niet in het antwoord"),
            )
        ],
        advice=Text(
            f"Answer a read of a {one.en} by id with status 200 and the whole {one.en}, its id included.",
            f"Beantwoord het opvragen van een {one.nl} op id met status 200 en het geheel, met de id erbij.",
        ),
    )
