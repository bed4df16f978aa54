"""C7: an action that fails is answered with HTTP 400, and a description of what went wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, untold, unwritten
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.texts import Text, cut

_BAD_REQUEST: Final = 400
_READABLE: Final = (Noun.DEBTORS, Noun.TRANSACTIONS, Noun.PRODUCTS)


def _ask(target: Target) -> Iterator[Finding]:
    on_mistakes = _on_mistakes(target)
    on_unknown_ids = _on_unknown_ids(target)
    yield on_unknown_ids if on_mistakes.outcome is not Outcome.CANNOT_TELL else _as_far_as_seen(on_unknown_ids)
    yield on_mistakes


def _as_far_as_seen(finding: Finding) -> Finding:
    """Reproach no more than was seen: what is said of wrong bodies may be as asked."""
    if finding.outcome is not Outcome.NOT_MET:
        return finding
    doubt = Text(
        "What is answered to a wrong body was not seen.", "Wat er op een verkeerde body volgt, is niet gezien."
    )
    return replace(finding, outcome=Outcome.PARTLY, doubt=doubt)


def _on_unknown_ids(target: Target) -> Finding:
    identifier = f"mockbooks-check-{target.run}-nothing"
    tried = [target.reading(noun, identifier, is_doomed=True) for noun in _READABLE if _can_be_read(target, noun)]
    return _judged(target, [reply for reply in tried if reply], Text("an unknown id", "een onbekende id"))


def _can_be_read(target: Target, noun: Noun) -> bool:
    """Tell whether what is there is found by its id: else an id that is not there says nothing."""
    subject = target.subject(noun)
    reply = target.reading(noun, subject.told_id) if subject is not None and subject.id is not None else None
    return reply is None or reply.fault is not None or reply.succeeded


def _on_mistakes(target: Target) -> Finding:
    calls = [(noun, call) for noun in Noun if (call := target.resource(noun).mistake) is not None]
    if not target.allow_writes:
        return unwritten("C7")
    tried = [target.create(noun, call, {}, is_doomed=True) for noun, call in calls]
    tried += _repeated_number(target)
    return _judged(target, tried, Text("a wrong body", "een verkeerde body"))


def _repeated_number(target: Target) -> list[Reply]:
    """Book the same number again, and count what comes of it where it is refused: an API may number by itself."""
    call, first = target.resource(Noun.TRANSACTIONS).create, target.creation(Noun.TRANSACTIONS)
    if call is None or first is None or not first.succeeded or "${number}" not in str(call.body):
        return []
    again = target.create(Noun.TRANSACTIONS, call, {})
    return [] if again.succeeded else [again]


def _judged(target: Target, tried: Sequence[Reply], what: Text) -> Finding:
    replies = [reply for reply in tried if reply.fault is None]
    if not replies:
        why = next((reply.fault for reply in tried if reply.fault), None)
        return untold("C7", why or _untried(what))
    good = [reply for reply in replies if reply.status == _BAD_REQUEST and reply.description]
    return _met(target, good, what) if len(good) == len(replies) else _faulty(target, replies, good, what)


def _untried(what: Text) -> Obstacle:
    return Obstacle(
        what=Text(
            f"the vendor file names no call with which {what.en} can be tried",
            f"het leveranciersbestand noemt geen aanroep waarmee {what.nl} te proberen is",
        ),
        remedy=Text(
            "Name one in the vendor file: read, or mistake with a body that must be refused.",
            "Noem die in het leveranciersbestand: read, of mistake met een body die geweigerd moet worden.",
        ),
    )


def _met(target: Target, replies: Sequence[Reply], what: Text) -> Finding:
    return Finding(
        condition="C7",
        outcome=Outcome.MET,
        summary=Text(
            f"On {what.en} it answers 400, and says what is wrong.", f"Op {what.nl} volgt 400, met wat er mis is."
        ),
        evidence=[_shown(target, reply) for reply in replies],
    )


def _faulty(target: Target, replies: Sequence[Reply], good: Sequence[Reply], what: Text) -> Finding:
    others = [reply for reply in replies if reply not in good]
    statuses = ", ".join(sorted({str(reply.status) for reply in others if reply.status != _BAD_REQUEST}))
    silent = [reply for reply in others if reply.status == _BAD_REQUEST]
    outcome = Outcome.PARTLY if good or silent else Outcome.NOT_MET
    why = (
        Text(f"it answers {statuses} instead of 400", f"volgt {statuses} in plaats van 400")
        if statuses
        else Text("it answers 400 without saying what is wrong", "volgt 400 zonder te zeggen wat er mis is")
    )
    return Finding(
        condition="C7",
        outcome=outcome,
        summary=Text(f"On {what.en} {why.en} ({_named(others)}).", f"Op {what.nl} {why.nl} ({_named(others)})."),
        evidence=[_shown(target, reply) for reply in others],
        advice=Text(
            f"Answer with status 400 and a description that names what is wrong: {_named(others)}.",
            f"Antwoord met status 400 en een omschrijving die zegt wat er mis is: {_named(others)}.",
        ),
    )


def _named(replies: Sequence[Reply]) -> str:
    return ", ".join(dict.fromkeys(reply.call for reply in replies))


def _shown(target: Target, reply: Reply) -> Evidence:
    told = reply.description
    if told is None:
        return seen(target, reply, Text("no description", "geen omschrijving"))
    return seen(target, reply, Text(f'it says "{cut(told)}"', f'het antwoord zegt "{cut(told)}"'))


CHECK: Final = Check(
    name="refusals",
    conditions=("C7",),
    question=Text("Is what fails answered with 400 and a reason?", "Geeft wat mislukt 400 met een reden?"),
    ask=_ask,
)
