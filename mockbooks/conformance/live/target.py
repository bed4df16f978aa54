"""The API that is judged: what is in it, what was made in it, and by what each resource is tried out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeVar, cast

from mockbooks.conformance.live.json_places import at, is_empty
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.records import Made, Subject
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.session import Session, UnaskableError
from mockbooks.conformance.live.substituting import in_body
from mockbooks.conformance.live.values import value_of
from mockbooks.conformance.vendor.calls import leaves, names_in
from mockbooks.conformance.vendor.model import FIELDS, SEARCHES, Call, Noun, Resource, Vendor
from mockbooks.conformance.vendor.runs import names_of_run
from mockbooks.conformance.wire.exchange import Exchange
from mockbooks.texts import Text

Kept = TypeVar("Kept")

_BEING_MADE: Final = object()
_NEEDS_ITSELF: Final = Obstacle(
    what=Text(
        "the vendor file has a call that needs what comes of it",
        "het leveranciersbestand heeft een aanroep die zichzelf nodig heeft",
    ),
    remedy=Text(
        "Take out of that call the `${name}` that is had by it.",
        "Haal uit die aanroep de `${naam}` die er zelf door wordt verkregen.",
    ),
)


@dataclass(slots=True, kw_only=True)
class Target:
    """The API asked. `run` tells this run from others, and stands in all that is made; `left` is what stayed behind.

    `marks` are the texts that were sent in which the name of the run stands.
    """

    session: Session
    run: str
    now: Callable[[], datetime]
    seconds: Callable[[], float]
    made: list[Made] = field(default_factory=list)
    left: list[Text] = field(default_factory=list)
    gone: set[tuple[Noun, str]] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    token_exchange: Exchange | None = None
    _kept: dict[tuple[str, ...], object] = field(default_factory=dict)

    @property
    def vendor(self) -> Vendor:
        """What the vendor file says."""
        return self.session.vendor

    @property
    def allow_writes(self) -> bool:
        """Whether anything may be written."""
        return self.session.allow_writes

    @property
    def replies(self) -> list[Reply]:
        """Every call of the API so far."""
        return self.session.replies

    def resource(self, noun: Noun) -> Resource:
        """Give what the vendor file says of a resource: nothing at all where it does not speak of it."""
        return self.vendor.resources.get(noun) or Resource()

    def has_no_use_for(self, noun: Noun) -> bool:
        """Whether the vendor file says that the API has no use for a resource."""
        return noun in self.vendor.resources and self.vendor.resources[noun] is None

    def ask(self, noun: Noun, call: Call, values: Mapping[str, object], *, is_doomed: bool = False) -> Reply:
        """Make a call that concerns a resource, with values beside those of the run and of the vendor file."""
        reply = self.session.ask(call, lambda name: value_of(self, name, values), is_doomed=is_doomed)
        resource = self.resource(noun)
        answers = self.vendor.answers
        return replace(
            reply,
            item_at=answers.item if resource.item is None else resource.item,
            items_at=answers.items if resource.items is None else resource.items,
        )

    def listing(self, noun: Noun) -> Reply | None:
        """Read the list of a resource, once; None where the vendor file names no call for it."""
        call = self.resource(noun).list
        return None if call is None else self.once(("list", noun), lambda: self.ask(noun, call, {}))

    def reading(self, noun: Noun, identifier: object, *, is_doomed: bool = False) -> Reply | None:
        """Read one record by its id, once."""
        call = self.resource(noun).read
        if call is None:
            return None
        return self.once(
            ("read", noun, str(identifier)), lambda: self.ask(noun, call, {"id": identifier}, is_doomed=is_doomed)
        )

    def searching(self, noun: Noun, by: str, value: object) -> Reply | None:
        """Search for records, once for each value."""
        call = self.resource(noun).searches.get(by)
        return (
            None if call is None else self.once(("by", noun, by, str(value)), lambda: self.ask(noun, call, {by: value}))
        )

    def creation(self, noun: Noun) -> Reply | None:
        """Make the record by which a resource is tried out, once; None where that may not or cannot be written."""
        call = self.resource(noun).create
        if call is None or not self.allow_writes:
            return None
        return self.once(("create", noun), lambda: self.create(noun, call, {}))

    def create(self, noun: Noun, call: Call, values: Mapping[str, object], *, is_doomed: bool = False) -> Reply:
        """Make a record, and remember it for the clean-up, also where it is not sure that it was made.

        A record that was there before is none of ours, whatever the answer says.
        """
        there_before = self._listed_ids(noun)
        # Before it is sent: an interruption may come at any moment, also between the answer and what is done with it.
        made = self._remember(noun, call, values)
        reply = self.ask(noun, call, values, is_doomed=is_doomed)
        if made is not None:
            self._settle(made, reply, there_before)
        return reply

    def _settle(self, made: Made, reply: Reply, there_before: set[str]) -> None:
        """Keep in mind what came of a creation: its id, or that nothing was made."""
        found = _id_in(reply, self.resource(made.noun))
        is_told = found is not None or not (reply.hides_error or reply.says_failure)
        is_ours = _may_have_made(reply) and is_told and str(found) not in there_before
        place = self.made.index(made)
        self.made[place : place + 1] = [replace(made, id=found)] if is_ours else []

    def is_of_run(self, made: Made) -> bool:
        """Tell whether a record is seen to bear the name of the run: by reading it, else by a search."""
        read = None if made.id is None else self.reading(made.noun, made.id)
        if read is None or not read.succeeded:
            return str(made.id) in map(str, self.recall(made) or ())
        fields = self.resource(made.noun).fields
        subject = Subject(noun=made.noun, item=read.item, fields=fields, is_ours=True)
        is_another = (subject.id or str(made.id)) != str(made.id) or (
            isinstance(read.item, list) and len(read.item) > 1
        )
        return not is_another and any(_as_mark(text) in self.marks for _, text in leaves(read.item))

    def _remember(self, noun: Noun, call: Call, values: Mapping[str, object]) -> Made | None:
        """Keep in mind what is about to be made; None where a value that it needs is not to be had."""
        try:
            marks, sent = set(self._marks(call, values)), self._sent(call, values)
        except UnaskableError:
            return None
        self.marks.update(map(_as_mark, marks))
        made = Made(noun=noun, id=None, sent=sent)
        self.made.append(made)
        return made

    def _marks(self, call: Call, values: Mapping[str, object]) -> Iterator[str]:
        """Give the texts that were sent in which the name of the run stands."""
        ours = names_of_run(self.vendor.values)
        for _, text in (*leaves(call.body), *(("", f"${{{name}}}") for name in names_in(call.target))):
            names = set(names_in(text))
            if names & ours and names <= {*ours, "date"}:
                yield str(in_body(text, lambda name: value_of(self, name, values)))

    def _listed_ids(self, noun: Noun) -> set[str]:
        reply = self.listing(noun)
        fields = self.resource(noun).fields
        items = (reply.items if reply is not None else None) or ()
        return {each for item in items if (each := Subject(noun=noun, item=item, fields=fields, is_ours=False).id)}

    def subject(self, noun: Noun) -> Subject | None:
        """Give the record by which a resource is tried out; None where there is none."""
        return self.once(("subject", noun), lambda: self._made_subject(noun) or self._listed_subject(noun))

    def _made_subject(self, noun: Noun) -> Subject | None:
        reply = self.creation(noun)
        if reply is None or not reply.succeeded:
            return None
        made = next((made for made in reversed(self.made) if made.noun is noun), None)
        if made is not None and made.id is None:
            made = self._recalled(made)
        if made is None or made.id is None:
            return None
        fields = self.resource(noun).fields
        told = Subject(noun=noun, item=reply.item, fields=fields, is_ours=True)
        read = self.reading(noun, made.id)
        if read is None or not read.succeeded:
            return told
        # What is read tells most, if it is the record that was asked for.
        whole = replace(told, item=read.item)
        return whole if whole.id == str(made.id) else told

    def _recalled(self, made: Made) -> Made | None:
        """Find what was made by an answer without an id, and remember it by its id."""
        identifiers = self.recall(made)
        if not identifiers:
            return None
        found = replace(made, id=identifiers[0])
        self.made[self.made.index(made)] = found
        return found

    def recall(self, made: Made) -> list[object] | None:
        """Search by what was sent, and give the ids of what has exactly that; None where nothing can be concluded."""
        resource = self.resource(made.noun)
        for by in SEARCHES.get(made.noun, ()):
            if by in made.sent and by in resource.searches and by in resource.fields:
                reply = self.ask(made.noun, resource.searches[by], {by: made.sent[by]})
                if reply.succeeded and reply.items is not None:
                    same = [item for item in reply.items if at(item, resource.fields[by]) == made.sent[by]]
                    found = [Subject(noun=made.noun, item=item, fields=resource.fields, is_ours=True) for item in same]
                    return [each.told_id for each in found if each.id is not None]
        return None

    def _sent(self, call: Call, values: Mapping[str, object]) -> Mapping[str, object]:
        """Give what tells a record that was sent from all others: that in which the name of the run stands."""
        named = [name for name in _TELLING if f"${{{name}}}" in str(call.body)]
        sent = {name: value_of(self, name, values) for name in named}
        return {name: value for name, value in sent.items() if self.run in str(value)}

    def _listed_subject(self, noun: Noun) -> Subject | None:
        reply = self.listing(noun)
        fields = self.resource(noun).fields
        if reply is None or reply.fault or not reply.succeeded or not reply.items:
            return None
        subjects = [Subject(noun=noun, item=item, fields=fields, is_ours=False) for item in reply.items[:200]]
        # The one that tells most is best to try by; of equals the first.
        return max(subjects, key=lambda subject: sum(not is_empty(subject.value(name)) for name in FIELDS[noun]))

    def once(self, key: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        """Do something once, and give what came of it each time; raises UnaskableError for what needs itself."""
        if key not in self._kept:
            self._kept[key] = _BEING_MADE
            try:
                self._kept[key] = make()
            finally:
                if self._kept[key] is _BEING_MADE:
                    del self._kept[key]
        if self._kept[key] is _BEING_MADE:
            raise UnaskableError(_NEEDS_ITSELF)
        return cast("Kept", self._kept[key])

    def value(self, name: str) -> object:
        """Give a value of the run or of the vendor file; raises UnaskableError."""
        return value_of(self, name, {})


def _as_mark(text: str) -> str:
    """Give a text as it is compared: an API may change its case, and take blanks off."""
    return text.strip().casefold()


def _may_have_made(reply: Reply) -> bool:
    """Tell whether something may be there now: it was answered as a success, or broke down on the way."""
    if reply.exchange is None:
        return False
    broke_down = reply.status >= 500 and not reply.is_doomed  # noqa: PLR2004 - RFC 9110, section 15.6
    return reply.status == 0 or broke_down or reply.is_told_as_success


def _id_in(reply: Reply, resource: Resource) -> object | None:
    found = at(reply.item, resource.fields.get("id", "/id"))
    return None if is_empty(found) or isinstance(found, Mapping | list | bool) else found


# What holds the name of the run.
_TELLING: Final = ("email", "number", "reference", "sku")
