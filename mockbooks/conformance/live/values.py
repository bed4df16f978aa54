"""What `${name}` stands for in a run: given by it, written in the vendor file, picked from a list, or made."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.picking import picked
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
    return picked(target, name, value) if isinstance(value, Pick) else in_body(value, partial(_given, target))


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
        what = Text(f"{en} ${{{name}}}", f"{nl} ${{{name}}}")
        remedy = Text(f"Give values.{name} in the vendor file.", f"Geef values.{name} in het leveranciersbestand.")
        raise UnaskableError(Obstacle(what=what, remedy=remedy))
    return given[name]


def _id_of_record(target: "Target", noun: Noun) -> object:
    """Give the id of a record that was made, as it is told: nothing is written upon one that was there."""
    subject = target.subject(noun)
    if subject is None or not subject.is_ours or subject.id is None:
        one = NOUNS[noun].one
        en, nl = f"no {one.en} could be made to use in it", f"er kon geen {one.nl} worden gemaakt om erin te gebruiken"
        remedy = Text(
            f"Give a body that is accepted under resources.{noun}.create in the vendor file.",
            f"Geef in het leveranciersbestand onder resources.{noun}.create een body die wordt geaccepteerd.",
        )
        raise UnaskableError(Obstacle(what=Text(en, nl), remedy=remedy))
    return subject.told_id
