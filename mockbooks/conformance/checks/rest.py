"""C1: the API is REST: JSON over plain verbs, read with GET, and answered where it is asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.json_places import NOTHING
from mockbooks.conformance.live.obstacle import NO_SUCCESS
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.root_cause import root_cause, sentence
from mockbooks.conformance.live.saying import seen, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Call
from mockbooks.texts import Text, cut

_MOST_SHOWN: Final = 5
# The second is what it was called before it had a name (RFC 8259).
_JSON: Final = frozenset({"application/json", "text/json"})


def _ask(target: Target) -> Iterator[Finding]:
    # What a refusal says is asked by C7.
    answered = [reply for reply in target.replies if 200 <= reply.status < 400]  # noqa: PLR2004
    cause = root_cause(target.replies)
    odd = [reply for reply in answered if _what_is_odd(reply)]
    if not answered:
        yield untold("C1", NO_SUCCESS if cause is None else replace(NO_SUCCESS, what=cause))
    elif odd:
        finding = _odd(target, answered, odd)
        yield finding if cause is None else replace(finding, summary=sentence(cause))
    elif calls := _read_by_other_verbs(target):
        yield _by_other_verbs(calls, Outcome.NOT_MET)
    elif calls := _searched_by_other_verbs(target):
        yield _by_other_verbs(calls, Outcome.PARTLY)
    else:
        yield _met(target, answered)


def _what_is_odd(reply: Reply) -> Text | None:
    answer = reply.answer
    if answer is None or answer.is_cut:
        return None
    if 300 <= answer.status < 400:  # noqa: PLR2004 - RFC 9110, section 15.4
        to = cut(answer.header("Location") or "?")
        return Text(f"it redirects to {to}", f"het verwijst door naar {to}")
    if not answer.body.strip():
        return None
    media_type = answer.media_type or "?"
    if reply.data is NOTHING:
        return Text(f"it is no JSON but {media_type}", f"het is geen JSON maar {media_type}")
    if media_type not in _JSON and not media_type.endswith("+json"):
        return Text(f"it is JSON that is called {media_type}", f"het is JSON die {media_type} heet")
    return None


def _odd(target: Target, answered: Sequence[Reply], odd: Sequence[Reply]) -> Finding:
    good = len(answered) - len(odd)
    calls = ", ".join(dict.fromkeys(reply.outcome for reply in odd))
    return Finding(
        condition="C1",
        outcome=Outcome.PARTLY if good else Outcome.NOT_MET,
        summary=Text(
            f"Not JSON as its media type says: {len(odd)} of {len(answered)} answers ({calls}).",
            f"Geen JSON volgens het mediatype: {len(odd)} van {len(answered)} antwoorden ({calls}).",
        ),
        evidence=[seen(target, reply, what) for reply in odd[:_MOST_SHOWN] if (what := _what_is_odd(reply))],
        advice=Text(
            "Answer every call at its own URL with JSON, and with the header Content-Type: application/json.",
            "Beantwoord elke aanroep op de eigen URL met JSON, en met de header Content-Type: application/json.",
        ),
    )


def _read_by_other_verbs(target: Target) -> list[str]:
    resources = [resource for resource in target.vendor.resources.values() if resource is not None]
    return _by_other_than_get(call for resource in resources for call in (resource.list, resource.read))


def _searched_by_other_verbs(target: Target) -> list[str]:
    resources = [resource for resource in target.vendor.resources.values() if resource is not None]
    return _by_other_than_get(call for resource in resources for call in resource.searches.values())


def _by_other_than_get(calls: Iterable[Call | None]) -> list[str]:
    return [f"{call.method} {call.target}" for call in calls if call is not None and call.method != "GET"]


def _by_other_verbs(calls: Sequence[str], outcome: Outcome) -> Finding:
    return Finding(
        condition="C1",
        outcome=outcome,
        summary=Text(
            f"Reading goes by other verbs than GET: {', '.join(calls)}.",
            f"Lezen gaat met andere methoden dan GET: {', '.join(calls)}.",
        ),
        advice=Text("Let resources be read and searched with GET.", "Laat gegevens opvragen en zoeken met GET."),
    )


def _met(target: Target, answered: Sequence[Reply]) -> Finding:
    verbs = sorted({reply.call.partition(" ")[0] for reply in answered})
    return Finding(
        condition="C1",
        outcome=Outcome.MET,
        summary=Text(
            f"All {len(answered)} answers are JSON over plain verbs ({', '.join(verbs)}).",
            f"Alle {len(answered)} antwoorden zijn JSON via gewone methoden ({', '.join(verbs)}).",
        ),
        evidence=[seen(target, answered[0], Text("JSON", "JSON"))],
    )


CHECK: Final = Check(
    name="rest",
    conditions=("C1",),
    question=Text("Is it JSON over plain verbs?", "Is het JSON via gewone methoden?"),
    ask=_ask,
)
