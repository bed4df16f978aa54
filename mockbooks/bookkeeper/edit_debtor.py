"""`editDebtor`: somebody changes a debtor, so that a version which a client read before is stale (`stale_version`)."""

from collections.abc import Mapping
from typing import Any, Final

from mockbooks.bookkeeper.booking import save_debtor
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import debtor_field, find_debtor
from mockbooks.resources import addresses
from mockbooks.resources.addresses import AddressBody
from mockbooks.resources.debtors import DebtorCreate
from mockbooks.service.context import Context
from mockbooks.service.fields import PlainText
from mockbooks.service.schema import Part, StrictSchema

_WHOLE_DEBTOR: Final = DebtorCreate()
_LEFT_AS_IT_IS: Final = {"name": "Bakkerij De Korenaar", "address": addresses.EXAMPLE}
"""What a debtor cannot be without; it stands in for what is not changed."""


class DebtorChanges(DebtorCreate):
    """Fields of a debtor with what they shall be; what is not named stays as it is, and null empties a field."""

    name = PlainText("Name of the company or person.", maximum=100, filled=True, example="Bakkerij De Korenaar B.V.")
    address = Part(AddressBody(), "Postal address (adres), as a whole.", example=addresses.EXAMPLE)

    def load(self, data: Any, **_: Any) -> Any:  # noqa: ANN401 - JSON
        """Judge what is named as for a whole debtor, and give it as it came, to be sent as a caller would."""
        _WHOLE_DEBTOR.load({**_LEFT_AS_IT_IS, **data} if isinstance(data, Mapping) else data)
        return dict(data)


class EditDebtorBody(StrictSchema):
    """Which debtor is changed, and what of it."""

    debtor = debtor_field("The debtor that is changed")
    set = Part(
        DebtorChanges(),
        "What is changed: fields of a debtor as in the API. With none, `{}`, the debtor is only saved again, which"
        " raises its version too.",
        required=True,
        example={"phone": "+31 30 123 45 67"},
    )


def _edit_debtor(context: Context, values: dict[str, Any]) -> None:
    with context.books.work(context.actor):
        save_debtor(context, find_debtor(context, values["debtor"]), values["set"])


EDIT_DEBTOR: Final = Deed(
    name="editDebtor",
    summary="Changes a debtor by its own rules, which raises its version: a client that read it before is refused"
    " (`stale_version`) until it reads again.",
    field=Part(
        EditDebtorBody(),
        "Which debtor is changed, and what of it.",
        required=True,
        example={"debtor": "inkoop@korenaar.example", "set": {"phone": "+31 30 123 45 67"}},
    ),
    do=_edit_debtor,
)
