"""Whether a search finds what it is asked for, that alone, and nothing for what is not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.json_places import NOTHING, at, is_empty
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.records import Subject
from mockbooks.conformance.reply import Reply
from mockbooks.conformance.saying import NO_LIST, seen, unknown, untold
from mockbooks.conformance.target import Target
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NAMES, NOUNS
from mockbooks.texts import Text

# A date, or the date of a moment.
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search to be judged: for which condition, in which resource, by what; `is_preferred` as in a finding."""

    condition: str
    noun: Noun
    by: str
    is_preferred: bool = False

    @property
    def named(self) -> Text:
        """What it is called in a sentence."""
        many, name = NOUNS[self.noun].many, NAMES[self.by]
        return Text(f"search for {many.en} by {name.en}", f"zoeken van {many.nl} op {name.nl}")


def judged(target: Target, search: Search) -> Finding:
    """Try a search out, and give the one finding that comes of it."""
    if search.by not in target.resource(search.noun).searches:
        return _without_call(target, search)
    subject = target.subject(search.noun)
    value = _known_value(target, search, subject)
    if subject is None or value is None:
        return untold(search.condition, _no_subject(target, search), is_preferred=search.is_preferred)
    return _Trial(target, search, subject, value).finding()


def _without_call(target: Target, search: Search) -> Finding:
    resource = target.vendor.resources.get(search.noun)
    if resource is None or (resource.list is None and not resource.searches and resource.read is None):
        name = NAMES[search.by]
        call = Text(f"searches, by {name.en},", f"zoekt op {name.nl}")
        return unknown(search.condition, search.noun, call, is_preferred=search.is_preferred)
    return Finding(
        condition=search.condition,
        outcome=Outcome.NOT_MET,
        summary=Text(
            f"There is no {search.named.en} in the vendor file.",
            f"Het {search.named.nl} staat niet in het leveranciersbestand.",
        ),
        doubt=Text("Unless the vendor file leaves it out.", "Tenzij het in het leveranciersbestand is vergeten."),
        advice=_advice(search),
        is_preferred=search.is_preferred,
    )


def _known_value(target: Target, search: Search, subject: Subject | None) -> object:
    """Give what the subject is to be found by: a date as it was sent, all else as the API tells it."""
    if subject is None:
        return None
    sent = target.value(search.by) if subject.is_ours and search.by in _sent_names(target, search.noun) else None
    found = subject.value(search.by)
    if is_empty(found) or (search.by == "date" and sent is not None):
        return sent
    return _comparable(found, search.by)


def _comparable(found: object, by: str) -> str:
    text = str(found).strip()
    is_moment = by == "date" and _DATE.match(text)
    return text[:10] if is_moment else text


def _sent_names(target: Target, noun: Noun) -> str:
    call = target.resource(noun).create
    return str(call.body) if call else ""


def _no_subject(target: Target, search: Search) -> Text:
    one = NOUNS[search.noun].one
    name = NAMES[search.by]
    creation = target.creation(search.noun)
    if creation is not None and creation.fault is not None:
        return creation.fault
    listing = target.listing(search.noun)
    if listing is not None and listing.fault is not None:
        return listing.fault
    if not target.allow_writes and target.resource(search.noun).create is not None:
        return Text(
            f"there is no {one.en} with a {name.en} to try it with; use --allow-writes",
            f"er is geen {one.nl} met {name.nl} om het mee te proberen; gebruik --allow-writes",
        )
    return Text(
        f"there is no {one.en} with a {name.en} to try it with",
        f"er is geen {one.nl} met {name.nl} om het mee te proberen",
    )


def _advice(search: Search) -> Text:
    name, many = NAMES[search.by], NOUNS[search.noun].many
    return Text(
        f"Offer a parameter on the list of {many.en} that takes a whole {name.en} and gives those that have exactly"
        " that, and an empty list with status 200 where none has.",
        f"Bied bij de lijst van {many.nl} een parameter die een hele waarde neemt ({name.nl}) en precies geeft wat die"
        " heeft, en een lege lijst met status 200 als niets die waarde heeft.",
    )


class _Trial:
    """The queries of one search: for the subject, for what nobody has, and for parts of what the subject has."""

    def __init__(self, target: Target, search: Search, subject: Subject, value: object) -> None:
        self.target = target
        self.search = search
        self.subject = subject
        self.value = value
        self.evidence: list[Evidence] = []

    def finding(self) -> Finding:
        exact = self._ask(self.value)
        if exact.fault is not None:
            return untold(self.search.condition, exact.fault, self._seen(exact), is_preferred=self.search.is_preferred)
        if not exact.succeeded or exact.items is None:
            return self._refused(exact)
        if not self._has_subject(exact):
            return self._missed(exact)
        self.evidence.append(self._seen(exact))
        return self._loose(exact) or self._met()

    def _loose(self, exact: Reply) -> Finding | None:
        """Find out whether it finds more than it was asked for."""
        nobody = self._nobody()
        if (finds := self._finds_strangers(nobody)) is not None:
            return self._ignored(finds, nobody)
        strangers = self._strangers(exact, self.value)
        for part in self._parts():
            if (finds := self._finds_strangers(part)) is not None:
                return self._matches_parts(finds, part)
        if strangers:
            return self._matches_more(exact, len(strangers))
        return self._emptiness_refused(nobody)

    def _nobody(self) -> str | None:
        """Make a value that nothing has; a date that nothing has may be no date."""
        made = f"mockbooks-check-{self.target.run}-nobody"
        return {"email": f"{made}@example.com", "date": None}.get(self.search.by, made)

    def _parts(self) -> Iterator[str]:
        text = str(self.value)
        if self.search.by != "date" and len(text) > 3:  # noqa: PLR2004 - a part of less says nothing
            yield text[1:]
            yield text[:-1]

    def _ask(self, value: object) -> Reply:
        reply = self.target.searching(self.search.noun, self.search.by, value)
        if reply is None:
            raise LookupError("a search without a call is judged before")
        return reply

    def _finds_strangers(self, value: str | None) -> Reply | None:
        if value is None:
            return None
        reply = self._ask(value)
        return reply if reply.fault is None and reply.succeeded and self._strangers(reply, value) else None

    def _strangers(self, reply: Reply, value: object) -> list[object]:
        """List what was found without having the value, as far as that is to be seen."""
        return [item for item in reply.items or () if not self._has(item, value)]

    def _has(self, item: object, value: object) -> bool:
        pointer = self.subject.fields.get(self.search.by)
        found = NOTHING if pointer is None else at(item, pointer)
        if is_empty(found):
            return value == self.value and self._id_of(item) == self.subject.id
        own = self.subject.value(self.search.by)
        asked = own if value == self.value and not is_empty(own) else value
        return self._text(found) == self._text(asked)

    def _text(self, value: object) -> str:
        return _comparable(value, self.search.by).casefold()

    def _has_subject(self, reply: Reply) -> bool:
        items = reply.items or ()
        if any(self._id_of(item) == self.subject.id for item in items):
            return True
        # A day may have more transactions than stand on one page.
        return self.search.by == "date" and bool(items) and not self._strangers(reply, self.value)

    def _id_of(self, item: object) -> str | None:
        return Subject(noun=self.search.noun, item=item, fields=self.subject.fields, is_ours=False).id

    def _seen(self, reply: Reply, what: Text | None = None) -> Evidence:
        count = len(reply.items or ())
        return seen(self.target, reply, what or Text(f"it found {count}", f"het vond er {count}"))

    def _refused(self, exact: Reply) -> Finding:
        if exact.succeeded:
            return untold(
                self.search.condition, NO_LIST, self._seen(exact, NO_LIST), is_preferred=self.search.is_preferred
            )
        why = (
            Text("its answer is no JSON, or tells of a failure", "het antwoord is geen JSON, of meldt een fout")
            if exact.is_told_as_success
            else Text(f"it was answered with status {exact.status}", f"het gaf status {exact.status}")
        )
        return self._finding(
            Outcome.NOT_MET,
            Text(
                f"The {self.search.named.en} does not work: {why.en}.",
                f"Het {self.search.named.nl} werkt niet: {why.nl}.",
            ),
            self._seen(exact, why),
        )

    def _missed(self, exact: Reply) -> Finding:
        the = NOUNS[self.search.noun].the
        name = NAMES[self.search.by]
        made = (
            Text("that was just made", "hoewel net gemaakt")
            if self.subject.is_ours
            else Text("that is in the list", "hoewel te zien in de lijst")
        )
        return self._finding(
            Outcome.NOT_MET,
            Text(
                f"The {self.search.named.en} does not find {the.en} {made.en} by its {name.en}.",
                f"Het {self.search.named.nl} vindt {the.nl} niet, {made.nl}.",
            ),
            self._seen(exact),
        )

    def _ignored(self, reply: Reply, value: str | None) -> Finding:
        count = len(reply.items or ())
        name = NAMES[self.search.by]
        return self._finding(
            Outcome.NOT_MET,
            Text(
                f"The {self.search.named.en} does not search: a {name.en} that nothing has found {count}.",
                f"Het {self.search.named.nl} zoekt niet: op een waarde die nergens voorkomt, vond het er {count}.",
            ),
            self._seen(
                reply,
                Text(
                    f'"{value}" found {count}, and none of them has it',
                    f'"{value}" vond er {count}, en geen daarvan heeft die',
                ),
            ),
        )

    def _matches_parts(self, reply: Reply, part: str) -> Finding:
        name = NAMES[self.search.by]
        return self._finding(
            Outcome.PARTLY,
            Text(
                f"The {self.search.named.en} is not exact: a part of the {name.en} finds as well.",
                f"Het {self.search.named.nl} is niet exact: ook op een deel van de waarde vindt het iets.",
            ),
            self._seen(
                reply,
                Text(f'"{part}" found what has another {name.en}', f'"{part}" vond wat een andere waarde heeft'),
            ),
        )

    def _matches_more(self, reply: Reply, count: int) -> Finding:
        name = NAMES[self.search.by]
        return self._finding(
            Outcome.PARTLY,
            Text(
                f"The {self.search.named.en} is not exact: it also found {count} with another {name.en}.",
                f"Het {self.search.named.nl} is niet exact: het vond er ook {count} met een andere waarde.",
            ),
            self._seen(reply),
        )

    def _emptiness_refused(self, nobody: str | None) -> Finding | None:
        reply = None if nobody is None else self._ask(nobody)
        if reply is None or reply.fault is not None or reply.succeeded or reply.status == 400:  # noqa: PLR2004 - see below
            # 400 may say that a value of this form cannot be.
            return None
        name = NAMES[self.search.by]
        return self._finding(
            Outcome.PARTLY,
            Text(
                f"The {self.search.named.en} works, but a {name.en} that nothing has gives status {reply.status}"
                " and no empty list.",
                f"Het {self.search.named.nl} werkt, maar een waarde die nergens voorkomt geeft status {reply.status}"
                " en geen lege lijst.",
            ),
            self._seen(reply),
        )

    def _met(self) -> Finding:
        doubt = (
            None
            if self.subject.is_ours
            else Text(
                "Tried on what was there, since nothing was written.",
                "Geprobeerd met wat er al was, want er is niets geschreven.",
            )
        )
        return Finding(
            condition=self.search.condition,
            outcome=Outcome.MET,
            summary=Text(
                f"The {self.search.named.en} finds exactly what it is asked for.",
                f"Het {self.search.named.nl} vindt precies wat gevraagd is.",
            ),
            evidence=self.evidence,
            doubt=doubt,
            is_preferred=self.search.is_preferred,
        )

    def _finding(self, outcome: Outcome, summary: Text, evidence: Evidence) -> Finding:
        return Finding(
            condition=self.search.condition,
            outcome=outcome,
            summary=summary,
            evidence=(*self.evidence, evidence),
            advice=_advice(self.search),
            is_preferred=self.search.is_preferred,
        )
