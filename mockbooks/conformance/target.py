"""The API that is judged: what is in it, what was made in it, and by what each resource is tried out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeVar, cast

from mockbooks.conformance.json_places import at, is_empty
from mockbooks.conformance.records import Made, Subject
from mockbooks.conformance.reply import Reply
from mockbooks.conformance.session import Session, UnaskableError
from mockbooks.conformance.substituting import in_body
from mockbooks.conformance.vendor.model import FIELDS, SEARCHES, Call, Noun, Pick, Resource, Vendor
from mockbooks.conformance.wire.exchange import Exchange
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

NAME: Final = "mockbooks check"
Kept = TypeVar("Kept")


@dataclass(slots=True, kw_only=True)
class Target:
    """The API asked. `run` tells this run from others, and stands in all that is made; `left` is what stayed behind."""

    session: Session
    run: str
    allow_writes: bool
    now: Callable[[], datetime]
    seconds: Callable[[], float]
    made: list[Made] = field(default_factory=list)
    left: list[Text] = field(default_factory=list)
    gone: set[tuple[Noun, str]] = field(default_factory=set)
    token_exchange: Exchange | None = None
    _kept: dict[tuple[str, ...], object] = field(default_factory=dict)

    @property
    def vendor(self) -> Vendor:
        """What the vendor file says."""
        return self.session.vendor

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
        reply = self.session.ask(call, lambda name: self._value(name, values), is_doomed=is_doomed)
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

    def reading(self, noun: Noun, identifier: str, *, is_doomed: bool = False) -> Reply | None:
        """Read one record by its id, once."""
        call = self.resource(noun).read
        if call is None:
            return None
        return self.once(
            ("read", noun, identifier), lambda: self.ask(noun, call, {"id": identifier}, is_doomed=is_doomed)
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
        """Make a record, and remember it for the clean-up, also where it is not sure that it was made."""
        reply = self.ask(noun, call, values, is_doomed=is_doomed)
        if reply.exchange is not None and (reply.status == 0 or reply.is_told_as_success or reply.status >= 500):  # noqa: PLR2004
            found = _id_in(reply, self.resource(noun))
            if found or not (reply.hides_error or reply.says_failure):
                self.made.append(Made(noun=noun, id=found, sent=self._sent(call, values)))
        return reply

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
        return whole if whole.id == made.id else told

    def _recalled(self, made: Made) -> Made | None:
        """Find what was made by an answer without an id, and remember it by its id."""
        identifiers = self.recall(made)
        if not identifiers:
            return None
        found = replace(made, id=identifiers[0])
        self.made[self.made.index(made)] = found
        return found

    def recall(self, made: Made) -> list[str] | None:
        """Search by what was sent, and give the ids of what has exactly that; None where nothing can be concluded."""
        resource = self.resource(made.noun)
        for by in SEARCHES.get(made.noun, ()):
            if by in made.sent and by in resource.searches and by in resource.fields:
                reply = self.ask(made.noun, resource.searches[by], {by: made.sent[by]})
                if reply.succeeded and reply.items is not None:
                    same = [item for item in reply.items if at(item, resource.fields[by]) == made.sent[by]]
                    found = [
                        Subject(noun=made.noun, item=item, fields=resource.fields, is_ours=True).id for item in same
                    ]
                    return [each for each in found if each is not None]
        return None

    def _sent(self, call: Call, values: Mapping[str, object]) -> Mapping[str, object]:
        """Give what tells a record that was sent from all others."""
        return {name: self._value(name, values) for name in _TELLING if f"${{{name}}}" in str(call.body)}

    def _listed_subject(self, noun: Noun) -> Subject | None:
        reply = self.listing(noun)
        fields = self.resource(noun).fields
        if reply is None or reply.fault or not reply.succeeded or not reply.items:
            return None
        subjects = [Subject(noun=noun, item=item, fields=fields, is_ours=False) for item in reply.items[:200]]
        # The one that tells most is best to try by; of equals the first.
        return max(subjects, key=lambda subject: sum(not is_empty(subject.value(name)) for name in FIELDS[noun]))

    def once(self, key: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        """Do something the first time that it is asked for, and give what came of it each time."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("Kept", self._kept[key])

    def value(self, name: str) -> object:
        """Give a value of the run or of the vendor file; raises UnaskableError."""
        return self._value(name, {})

    def _value(self, name: str, own: Mapping[str, object]) -> object:
        if name in own:
            return own[name]
        if name in self.vendor.values:
            value = self.vendor.values[name]
            return self._picked(name, value) if isinstance(value, Pick) else in_body(value, self._given_value)
        return self._given_value(name)

    def _given_value(self, name: str) -> object:
        """Give a value of the run itself."""
        if name in _OF_RECORDS:
            return self._record_id(name)
        given = self._given()
        if name not in given:
            raise UnaskableError(
                Text(
                    f"the vendor file gives no value for ${{{name}}}",
                    f"het leveranciersbestand geeft geen waarde voor ${{{name}}}",
                )
            )
        return given[name]

    def _given(self) -> Mapping[str, object]:
        own = f"mockbooks-check-{self.run}"
        return {
            "run": self.run,
            "name": f"{NAME} {self.run}",
            "email": f"{own}@example.com",
            "number": f"mb-{self.run}",
            "reference": own,
            "sku": f"mb-{self.run}",
            "description": f"{NAME} {self.run}",
            "date": self.now().date().isoformat(),
        }

    def _record_id(self, name: str) -> str:
        """Give the id of a record that was made: nothing is written upon one that was there."""
        noun = _OF_RECORDS[name]
        subject = self.subject(noun)
        if subject is None or not subject.is_ours or subject.id is None:
            one = NOUNS[noun].one
            raise UnaskableError(
                Text(
                    f"no {one.en} could be made to use in it",
                    f"er kon geen {one.nl} worden gemaakt om erin te gebruiken",
                )
            )
        return subject.id

    def _picked(self, name: str, pick: Pick) -> object:
        reply = self.listing(pick.noun)
        items = (reply.items if reply and reply.succeeded else None) or []
        for item in items:
            if all(at(item, pointer) == value for pointer, value in pick.where.items()):
                found = at(item, pick.take)
                if not is_empty(found):
                    return found
        many = NOUNS[pick.noun].many
        raise UnaskableError(
            Text(
                f"no value for ${{{name}}} was found among the {many.en}",
                f"bij de {many.nl} is geen waarde voor ${{{name}}} gevonden",
            )
        )


def _id_in(reply: Reply, resource: Resource) -> str | None:
    found = at(reply.item, resource.fields.get("id", "/id"))
    return None if is_empty(found) or isinstance(found, Mapping | list | bool) else str(found)


# What holds the name of the run.
_TELLING: Final = ("email", "number", "reference", "sku")
_OF_RECORDS: Final = {
    "debtorId": Noun.DEBTORS,
    "productId": Noun.PRODUCTS,
    "transactionId": Noun.TRANSACTIONS,
}
