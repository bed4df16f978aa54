"""C5: every answer says whether the request succeeded, and says it truly."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.json_places import at
from mockbooks.conformance.live.obstacle import NO_SUCCESS, Obstacle
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.wire.trouble import UNFINISHED
from mockbooks.texts import Text

_MOST_SHOWN: Final = 5
_NO_FAILURE: Final = Obstacle(
    what=Text("no request that fails was seen", "er is geen request gezien dat mislukt"),
    remedy=Text(
        "Name under read of a resource, or under mistake with --allow-writes, a call that can be made to fail.",
        "Noem bij read van een resource, of bij mistake met --allow-writes, een aanroep die kan mislukken.",
    ),
)


def _ask(target: Target) -> Iterator[Finding]:
    answered = [reply for reply in target.replies if reply.status]
    if not answered:
        yield untold("C5", NO_SUCCESS)
        return
    contradictory = [reply for reply in answered if _contradicts_itself(reply)]
    yield _contradicting(target, contradictory) if contradictory else _judged_by_failures(target, answered)
    unfinished = [reply for reply in target.replies if _is_unfinished(reply)]
    if unfinished:
        yield _unfinished(target, unfinished)


def _contradicts_itself(reply: Reply) -> bool:
    if reply.fault is not None and reply.status < 500:  # noqa: PLR2004 - refused before any action was reached
        return False
    says_success = reply.answers.success is not None and at(reply.data, reply.answers.success) is True
    is_redirect = 300 <= reply.status < 400  # noqa: PLR2004 - RFC 9110, section 15.4
    return reply.hides_error or is_redirect or (reply.status >= 400 and says_success) or _is_success_of_nothing(reply)  # noqa: PLR2004


def _is_success_of_nothing(reply: Reply) -> bool:
    return reply.is_doomed and reply.is_told_as_success and not reply.says_failure


def _contradicting(target: Target, replies: Sequence[Reply]) -> Finding:
    calls = ", ".join(dict.fromkeys(reply.outcome for reply in replies))
    return Finding(
        condition="C5",
        outcome=Outcome.NOT_MET,
        summary=Text(
            f"Not every answer says truly whether the request succeeded: {calls}.",
            f"Niet elk antwoord zegt naar waarheid of het request geslaagd is: {calls}.",
        ),
        evidence=[seen(target, reply, _why(reply)) for reply in replies[:_MOST_SHOWN]],
        advice=Text(
            f"Answer a failure with status 400, and with 200 only what succeeded: {calls}.",
            f"Beantwoord wat mislukt met status 400, en alleen wat slaagt met 200: {calls}.",
        ),
    )


def _why(reply: Reply) -> Text:
    if reply.hides_error:
        return Text(
            "the body tells of a failure, the status of a success", "de body meldt een fout, de status een succes"
        )
    if _is_success_of_nothing(reply):
        return Text("what cannot succeed is told as a success", "wat niet kan slagen, wordt als succes gemeld")
    if reply.status < 400:  # noqa: PLR2004 - RFC 9110, section 15.4
        return Text("it redirects, and says neither", "het verwijst door, en zegt geen van beide")
    return Text("status and body do not agree", "status en body spreken elkaar tegen")


def _judged_by_failures(target: Target, answered: Sequence[Reply]) -> Finding:
    failures = [reply for reply in answered if reply.says_failure or 400 <= reply.status < 500]  # noqa: PLR2004
    if not failures:
        return untold("C5", _NO_FAILURE)
    return Finding(
        condition="C5",
        outcome=Outcome.MET,
        summary=Text(
            f"All {len(answered)} answers say whether the request succeeded.",
            f"Alle {len(answered)} antwoorden zeggen of het request geslaagd is.",
        ),
        evidence=[seen(target, failures[0], Text("a failure, and told as one", "een fout, en als fout gemeld"))],
    )


def _is_unfinished(reply: Reply) -> bool:
    exchange = reply.exchange
    is_cut = reply.answer is not None and reply.answer.is_cut
    return is_cut or bool(exchange and exchange.trouble and exchange.trouble.kind in UNFINISHED)


def _unfinished(target: Target, replies: Sequence[Reply]) -> Finding:
    calls = ", ".join(dict.fromkeys(reply.call for reply in replies))
    too_long = Text("the answer is longer than 4 MiB", "het antwoord is langer dan 4 MiB")
    return Finding(
        condition="C5",
        outcome=Outcome.PARTLY,
        summary=Text(
            f"Not every call got a complete answer, so that nobody knows whether it succeeded: {calls}.",
            f"Niet elke aanroep kreeg een compleet antwoord, zodat niemand weet of die slaagde: {calls}.",
        ),
        evidence=[
            seen(target, reply, reply.fault.what if reply.fault else too_long) for reply in replies[:_MOST_SHOWN]
        ],
        doubt=Text("The network between may be at fault.", "Het kan aan het netwerk ertussen liggen."),
        advice=Text(f"Answer completely, and in time: {calls}.", f"Antwoord compleet en op tijd: {calls}."),
    )


CHECK: Final = Check(
    name="success",
    conditions=("C5",),
    question=Text(
        "Does every answer say whether the request succeeded?", "Zegt elk antwoord of het request geslaagd is?"
    ),
    ask=_ask,
)
