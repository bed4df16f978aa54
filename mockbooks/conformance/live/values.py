"""What `${name}` stands for in a run: given by it, written in the vendor file, picked from a list, or made."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from mockbooks.conformance.live.json_places import at, is_empty
from mockbooks.conformance.live.session import UnaskableError
from mockbooks.conformance.live.substituting import in_body
from mockbooks.conformance.vendor.environment import ENVIRONMENT
from mockbooks.conformance.vendor.model import Noun, Pick
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

if TYPE_CHECKING:
    from mockbooks.conformance.live.target import Target

_NAME: Final = "mockbooks check"
_RECORDS: Final = {
    "debtorId": Noun.DEBTORS,
    "productId": Noun.PRODUCTS,
    "transactionId": Noun.TRANSACTIONS,
}


def value_of(target: "Target", name: str, own: Mapping[str, object]) -> object:
    """Give the value of a name: one of `own` before that of the file before that of the run; raises UnaskableError."""
    if name in own:
        return own[name]
    if name not in target.vendor.values:
        return _given(target, name)
    value = target.vendor.values[name]
    return _picked(target, name, value) if isinstance(value, Pick) else in_body(value, partial(_given, target))


def _given(target: "Target", name: str) -> object:
    """Give a value of the run itself."""
    if name.startswith(ENVIRONMENT):
        return target.session.variables[name.removeprefix(ENVIRONMENT)]
    if name in _RECORDS:
        return _id_of_record(target, _RECORDS[name])
    run = target.run
    given = {
        "run": run,
        "name": f"{_NAME} {run}",
        "email": f"mockbooks-check-{run}@example.com",
        "reference": f"mockbooks-check-{run}",
        # Numbers and codes are short everywhere.
        "number": f"mb-{run}",
        "sku": f"mb-{run}",
        "description": f"{_NAME} {run}",
        "date": target.now().date().isoformat(),
    }
    if name not in given:
        en, nl = "the vendor file gives no value for", "het leveranciersbestand geeft geen waarde voor"
        raise UnaskableError(Text(f"{en} ${{{name}}}", f"{nl} ${{{name}}}"))
    return given[name]


def _id_of_record(target: "Target", noun: Noun) -> str:
    """Give the id of a record that was made: nothing is written upon one that was there."""
    subject = target.subject(noun)
    if subject is None or not subject.is_ours or subject.id is None:
        one = NOUNS[noun].one
        en = f"no {one.en} could be made to use in it"
        raise UnaskableError(Text(en, f"er kon geen {one.nl} worden gemaakt om erin te gebruiken"))
    return subject.id


def _picked(target: "Target", name: str, pick: Pick) -> object:
    reply = target.listing(pick.noun)
    items = (reply.items if reply and reply.succeeded else None) or []
    fitting = (item for item in items if all(at(item, place) == value for place, value in pick.where.items()))
    found = next((value for item in fitting if not is_empty(value := at(item, pick.take))), None)
    if found is None:
        many = NOUNS[pick.noun].many
        en = f"no value for ${{{name}}} was found among the {many.en}"
        raise UnaskableError(Text(en, f"bij de {many.nl} is geen waarde voor ${{{name}}} gevonden"))
    return found
