"""`booked`: how many transactions were booked since the scenario began, found as listTransactions finds them."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from mockbooks.resources import debtors, transactions
from mockbooks.service.fields import Amount
from mockbooks.service.schema import Part
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.record_count import Counted, RecordCount, Values, ids_of, match_schema
from mockbooks.stage.scene import World

_EXAMPLE: Final = {"reference": "ORD-1001"}


def _also(world: World, values: Values) -> Callable[[Any], bool]:
    """Take out what was reversed, unless it is asked for, and what has another total or debtor."""
    total, debtor = values["total_incl_vat"], values["debtor"]
    debtor_ids = None if debtor is None else ids_of(debtors.RESOURCE, world, debtor)

    def takes(transaction: Any) -> bool:  # noqa: ANN401 - of any kind
        if transaction.status == "reversed" and values["status"] is None:
            return False
        if total is not None and getattr(transaction, "total_incl_vat", None) != total:
            return False
        return debtor_ids is None or getattr(transaction, "debtor_id", None) in debtor_ids

    return takes


_COUNTED: Final = Counted(
    resource=transactions.RESOURCE,
    touched_by=frozenset({"createTransaction"}),
    also=_also,
    since_start=True,
)

EXPECTATION: Final[Expectation[Values]] = Expectation(
    name="booked",
    summary=(
        "So many transactions were booked since the scenario began, and still stand: the seeded ones do not count, and "
        "reversed ones only when asked for with `status`."
    ),
    settings=Part(
        match_schema(
            transactions.RESOURCE,
            total_incl_vat=Amount("Of this total with VAT in euros.", example="121.00"),
            debtor=Part(
                match_schema(debtors.RESOURCE),
                "Of a debtor that is so, found as listDebtors finds it.",
                example={"email": "inkoop@korenaar.example"},
            ),
        ),
        "What they are: the filters of listTransactions, a total or a debtor.",
        example=_EXAMPLE,
    ),
    watch=partial(RecordCount, _COUNTED),
    counts=True,
)
