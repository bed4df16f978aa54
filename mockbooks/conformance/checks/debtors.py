"""C4a: debtors are found by their e-mail address: exactly that one, and none where nobody has it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.records import Subject
from mockbooks.conformance.live.saying import seen
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.seeking import judged
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.texts import Text

_SEARCH: Final = Search(condition="C4a", noun=Noun.DEBTORS, by="email")


def _ask(target: Target) -> Iterator[Finding]:
    subject = target.subject(Noun.DEBTORS)
    if subject is not None and subject.is_ours:
        _make_namesake(target)
    finding = judged(target, _SEARCH)
    if finding.outcome is Outcome.MET and subject is not None:
        finding = _with_other_case(target, finding, subject)
    yield finding


def _make_namesake(target: Target) -> None:
    """Make a debtor whose e-mail address contains that of the first: a search that is exact does not find it along."""
    call = target.resource(Noun.DEBTORS).create
    if call is not None:
        values: Mapping[str, object] = {"email": f"x.{target.value('email')}", "name": f"{target.value('name')} x"}
        target.create(Noun.DEBTORS, call, values)


def _with_other_case(target: Target, finding: Finding, subject: Subject) -> Finding:
    """Note whether capitals matter: the page does not ask it, but whoever types an address may use them."""
    capitals = str(subject.value("email")).upper()
    reply = target.searching(Noun.DEBTORS, "email", capitals)
    if reply is None or reply.fault is not None or not reply.succeeded:
        return finding
    note = (
        Text("in capitals it is found as well", "in hoofdletters wordt het ook gevonden")
        if reply.items
        else Text("in capitals it is not found", "in hoofdletters wordt het niet gevonden")
    )
    return replace(finding, evidence=(*finding.evidence, seen(target, reply, note)))


CHECK: Final = Check(
    name="debtors",
    conditions=("C4a",),
    question=Text("Is a debtor found by e-mail address?", "Wordt een debiteur gevonden op e-mailadres?"),
    ask=_ask,
)
