"""The queries of one search: for a record that is there, for what nobody has, and for parts of what the record has."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.json_places import NOTHING, at, is_empty
from mockbooks.conformance.live.obstacle import NO_LIST
from mockbooks.conformance.live.patience import AT_ONCE_SECONDS, Patience
from mockbooks.conformance.live.records import Subject
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, untold
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.target import Target
from mockbooks.texts import Text

_BAD_REQUEST: Final = 400
# A date, or the date of a moment.
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class Trial:
    """The queries of one search: for the subject, for what nobody has, and for parts of what the subject has."""

    def __init__(self, target: Target, search: Search, subject: Subject, value: object) -> None:
        """Try a search out by a subject, that is to be found by a value."""
        self.target = target
        self.search = search
        self.subject = subject
        self.value = value
        self.evidence: tuple[Evidence, ...] = ()

    def finding(self) -> Finding:
        """Make the queries, and give the one finding that comes of them."""
        exact = self._ask(self.value)
        fault = exact.fault or (NO_LIST if exact.succeeded and exact.items is None else None)
        if fault is not None:
            seen_ = self._seen(exact, fault.what)
            return untold(self.search.condition, fault, *seen_, is_preferred=self.search.is_preferred)
        if not exact.succeeded:
            why = _failure(exact)
            return self.search.refused(why, self._seen(exact, why))
        self.evidence = self._seen(exact)
        # What finds everybody may find the one that was asked for on a later page.
        if (ignored := self._ignorance()) is not None:
            return ignored
        if self._has_subject(exact):
            return self._looseness(exact) or self.search.met(self.evidence, is_ours=self.subject.is_ours)
        later = self._found_later() if self.subject.is_ours else None
        if later is None:
            return self._missed()
        self.evidence = self._seen(later)
        return self._looseness(later) or self._found_in_the_end()

    def _found_later(self) -> Reply | None:
        """Wait, and search again, a few times."""
        call = self.target.resource(self.search.noun).searches[self.search.by]
        while self._patience.wait(self.target.session.sleep):
            reply = self.target.ask(self.search.noun, call, {self.search.by: self.value})
            if self._has_subject(reply):
                return reply
        return None

    @property
    def _patience(self) -> Patience:
        return self.target.once(("patience", self.search.noun), Patience)

    def _found_in_the_end(self) -> Finding:
        seconds = self._patience.waited_seconds
        if seconds <= AT_ONCE_SECONDS:
            return self.search.met(self.evidence, is_ours=True)
        return self.search.late(seconds, self.evidence)

    def _missed(self) -> Finding:
        """Say that it was not found; that what was there before is found shows that the search works, on old data."""
        older = self._older()
        if older is None:
            return self.search.missed(self.evidence, is_ours=self.subject.is_ours)
        what = Text("it found what was there before", "het vond wat er al was")
        return self.search.stale(self._patience.waited_seconds, self._seen(older, what))

    def _older(self) -> Reply | None:
        """Search for a record that was there before the one that was made."""
        listing = self.target.listing(self.search.noun) if self.subject.is_ours else None
        fields = self.subject.fields
        items = (listing.items if listing is not None else None) or ()
        there = [Subject(noun=self.search.noun, item=item, fields=fields, is_ours=False) for item in items[:200]]
        known = next((each for each in there if each.id and not is_empty(each.value(self.search.by))), None)
        if known is None:
            return None
        reply = self._ask(comparable(known.value(self.search.by), self.search.by))
        return reply if any(self._id_of(item) == known.id for item in reply.items or ()) else None

    def _ignorance(self) -> Finding | None:
        """Find out whether it finds whatever there is."""
        nobody = self._nobody()
        if (reply := self._finds_strangers(nobody)) is None:
            return None
        what = Text(f'"{nobody}" found what has another value', f'"{nobody}" vond wat een andere waarde heeft')
        return self.search.ignored(len(reply.items or ()), self._seen(reply, what))

    def _looseness(self, exact: Reply) -> Finding | None:
        """Find out whether it finds more than it was asked for."""
        for part in self._parts():
            if (reply := self._finds_strangers(part)) is not None:
                what = Text(f'"{part}" found what has another value', f'"{part}" vond wat een andere waarde heeft')
                return self.search.matches_parts(self._seen(reply, what))
        if strangers := self._strangers(exact, self.value):
            return self.search.matches_more(len(strangers), self.evidence)
        reply = self._ask(self._nobody())
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
        return comparable(value, self.search.by).casefold()

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


def comparable(found: object, by: str) -> str:
    """Give a value as text to compare by: of a moment only its date."""
    text = str(found).strip()
    is_moment = by == "date" and _DATE.match(text)
    return text[:10] if is_moment else text


def _failure(reply: Reply) -> Text:
    if reply.is_told_as_success:
        return Text("its answer is no JSON, or tells of a failure", "het antwoord is geen JSON, of meldt een fout")
    return Text(f"it was answered with status {reply.status}", f"het gaf status {reply.status}")
