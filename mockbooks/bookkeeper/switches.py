"""Settings that the accountant takes out of use and into use again: VAT rates, ledger accounts and journals."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import nothing
from mockbooks.resources import journals, ledger_accounts, vat_rates
from mockbooks.service.context import Context
from mockbooks.service.fields import PlainText
from mockbooks.service.resource import Resource
from mockbooks.store import Equals

_LONGEST_ID: Final = 40


def _switch(resource: Resource[Any], active: bool, context: Context, name: str) -> None:  # noqa: FBT001 - a state
    """Set whether every record of this code is in use: a VAT rate has one for each percentage that it stood for."""
    collection = context.books.collection(resource.spec)
    with context.books.work(context.actor):
        by_id = collection.get(name)
        records = list(collection.entities([Equals("code", by_id.code if by_id else name)]))
        if not records:
            nothing(resource.name.en, name)
        for record in records:
            if record.active != active:
                collection.replace(replace(record, active=active, updated_at=context.now))


def _deactivate(resource: Resource[Any], *, code: str, refusal: str) -> Deed[str]:
    return Deed(
        name=f"deactivate{resource.singular}",
        summary=f"Takes {resource.one} out of use, so that a call that names it is refused (`{refusal}`).",
        field=_field(resource, code),
        do=partial(_switch, resource, False),  # noqa: FBT003 - a state
    )


def _activate(resource: Resource[Any], *, code: str) -> Deed[str]:
    return Deed(
        name=f"activate{resource.singular}",
        summary=f"Takes {resource.one} into use, whether or not it was before.",
        field=_field(resource, code),
        do=partial(_switch, resource, True),  # noqa: FBT003 - a state
    )


def _field(resource: Resource[Any], code: str) -> PlainText:
    return PlainText(
        f"Which {resource.name.en}: its code, which stands for all that have it, or its id; or a JSON Pointer to one of"
        " these in the body of the call. A code of digits needs quotes.",
        maximum=_LONGEST_ID,
        required=True,
        example=code,
    )


DEACTIVATE_VAT_RATE: Final = _deactivate(vat_rates.RESOURCE, code="NL_HOOG", refusal="vat_rate_inactive")
ACTIVATE_VAT_RATE: Final = _activate(vat_rates.RESOURCE, code="NL_HOOG")
DEACTIVATE_LEDGER_ACCOUNT: Final = _deactivate(ledger_accounts.RESOURCE, code="8000", refusal="ledger_account_inactive")
ACTIVATE_LEDGER_ACCOUNT: Final = _activate(ledger_accounts.RESOURCE, code="8000")
DEACTIVATE_JOURNAL: Final = _deactivate(journals.RESOURCE, code="70", refusal="journal_inactive")
ACTIVATE_JOURNAL: Final = _activate(journals.RESOURCE, code="70")
