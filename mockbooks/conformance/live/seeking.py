"""Whether a search finds what it is asked for, that alone, and nothing for what is not there."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.json_places import NOTHING, at, is_empty
from mockbooks.conformance.live.obstacle import NO_LIST, Obstacle
from mockbooks.conformance.live.records import Subject
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, unknown, untold
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.words import NAMES, NOUNS
from mockbooks.texts import Text

_BAD_REQUEST: Final = 400
_INDEXING_SECONDS: Final = 2.0
# A date, or the date of a moment.
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


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
    return search.unnamed()


def _known_value(target: Target, search: Search, subject: Subject | None) -> object:
    """Give what the subject is to be found by: a date as it was sent, all else as the API tells it."""
    if subject is None:
        return None
    sent = target.value(search.by) if subject.is_ours and _is_sent(target, search) else None
    found = subject.value(search.by)
    if is_empty(found) or (search.by == "date" and sent is not None):
        return sent
    return _comparable(found, search.by)


def _comparable(found: object, by: str) -> str:
    text = str(found).strip()
    is_moment = by == "date" and _DATE.match(text)
    return text[:10] if is_moment else text


def _is_sent(target: Target, search: Search) -> bool:
    call = target.resource(search.noun).create
    return call is not None and f"${{{search.by}}}" in str(call.body)


def _no_subject(target: Target, search: Search) -> Obstacle:
    one = NOUNS[search.noun].one
    name = NAMES[search.by]
    creation = target.creation(search.noun)
    if creation is not None and creation.fault is not None:
        return creation.fault
    listing = target.listing(search.noun)
    if listing is not None and listing.fault is not None:
        return listing.fault
    if not target.allow_writes and target.resource(search.noun).create is not None:
        remedy = Text("Use --allow-writes, so that one is made.", "Gebruik --allow-writes, zodat er een wordt gemaakt.")
    else:
        remedy = Text(
            f"Put a {one.en} with it into the administration, or say under fields of {search.noun} where it stands.",
            f"Zet een {one.nl} ermee in de administratie, of noem bij fields van {search.noun} waar het staat.",
        )
    what = Text(
        f"there is no {one.en} with {name.en} to try it with",
        f"er is geen {one.nl} met {name.nl} om het mee te proberen",
    )
    return Obstacle(what=what, remedy=remedy)


def _failure(reply: Reply) -> Text:
    if reply.is_told_as_success:
        return Text("its answer is no JSON, or tells of a failure", "het antwoord is geen JSON, of meldt een fout")
    return Text(f"it was answered with status {reply.status}", f"het gaf status {reply.status}")


class _Trial:
    """The queries of one search: for the subject, for what nobody has, and for parts of what the subject has."""

    def __init__(self, target: Target, search: Search, subject: Subject, value: object) -> None:
        self.target = target
        self.search = search
        self.subject = subject
        self.value = value
        self.evidence: tuple[Evidence, ...] = ()

    def finding(self) -> Finding:
        exact = self._ask(self.value)
        fault = exact.fault or (NO_LIST if exact.succeeded and exact.items is None else None)
        if fault is not None:
            seen_ = self._seen(exact, fault.what)
            return untold(self.search.condition, fault, *seen_, is_preferred=self.search.is_preferred)
        if not exact.succeeded:
            why = _failure(exact)
            return self.search.refused(why, self._seen(exact, why))
        if not self._has_subject(exact):
            self.evidence = self._seen(exact)
            exact = self._once_more()
            if not self._has_subject(exact):
                return self.search.missed(self._seen(exact), is_ours=self.subject.is_ours)
        self.evidence = self._seen(exact)
        return self._looseness(exact) or self.search.met(self.evidence, is_ours=self.subject.is_ours)

    def _once_more(self) -> Reply:
        """Wait, and search again: what is kept in an index is not always in it at once."""
        self.target.session.sleep(_INDEXING_SECONDS)
        call = self.target.resource(self.search.noun).searches[self.search.by]
        return self.target.ask(self.search.noun, call, {self.search.by: self.value})

    def _looseness(self, exact: Reply) -> Finding | None:
        """Find out whether it finds more than it was asked for."""
        nobody = self._nobody()
        if (reply := self._finds_strangers(nobody)) is not None:
            what = Text(f'"{nobody}" found what has another value', f'"{nobody}" vond wat een andere waarde heeft')
            return self.search.ignored(len(reply.items or ()), self._seen(reply, what))
        for part in self._parts():
            if (reply := self._finds_strangers(part)) is not None:
                what = Text(f'"{part}" found what has another value', f'"{part}" vond wat een andere waarde heeft')
                return self.search.matches_parts(self._seen(reply, what))
        if strangers := self._strangers(exact, self.value):
            return self.search.matches_more(len(strangers), self.evidence)
        reply = self._ask(nobody)
        # 400 may say that a value of this form cannot be.
        if reply.fault is None and not reply.succeeded and reply.status != _BAD_REQUEST:
            return self.search.refuses_emptiness(reply.status, self._seen(reply))
        return None

    def _nobody(self) -> str:
        """Make a value that nothing has; on that day no web shop sold anything."""
        made = f"mockbooks-check-{self.target.run}-nobody"
        return {"email": f"{made}@example.com", "date": "1970-01-01"}.get(self.search.by, made)

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

    def _finds_strangers(self, value: str) -> Reply | None:
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

    def _seen(self, reply: Reply, what: Text | None = None) -> tuple[Evidence, ...]:
        """Add a search to the evidence."""
        count = len(reply.items or ())
        found = Text(f"it found {count}", f"het vond er {count}")
        return (*self.evidence, seen(self.target, reply, what or found))
