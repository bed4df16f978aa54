"""The file beside the books, as they are read back from the server: not trusting our own memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from examples.accounting import Accounting, signed_total
from examples.orders import OrderFile, period_of


@dataclass(frozen=True, kw_only=True)
class Reconciliation:
    """The file beside the books, as they are read back from the server."""

    file: OrderFile
    file_total: Decimal
    refused_total: Decimal
    booked_total: Decimal
    booked_count: int
    debtor_count: int
    vat: Mapping[tuple[str, Decimal], tuple[Decimal, Decimal]]
    wrong_references: tuple[str, ...]

    @property
    def difference(self) -> Decimal:
        """What the file holds and neither the books nor the list of refused orders account for."""
        return self.file_total - self.refused_total - self.booked_total

    @property
    def is_exact(self) -> bool:
        """Whether all agrees: the sum, each order by itself, and base and VAT together."""
        return self.difference == 0 and not self.wrong_references and self.vat_total == self.booked_total

    @property
    def vat_total(self) -> Decimal:
        """Base and VAT of all rates together."""
        return sum((base + vat for base, vat in self.vat.values()), Decimal(0))


def reconcile(accounting: Accounting, file: OrderFile, refused: Iterable[str]) -> Reconciliation:
    """Read everything back, not trusting our own memory, and lay it beside the file."""
    ours = {order.reference: order.signed_total for order in file.orders}
    vat: defaultdict[tuple[str, Decimal], tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    booked: defaultdict[str, list[Decimal]] = defaultdict(list)
    debtors = set()
    for transaction in accounting.transactions(*period_of(file.orders)):
        if transaction["reference"] not in ours:
            continue
        booked[transaction["reference"]].append(signed_total(transaction))
        debtors.add(transaction["debtorId"])
        sign = 1 if transaction["type"] == "sales" else -1
        for total in transaction["vatTotals"]:
            rate = total["code"], Decimal(total["percentage"])
            base, amount = vat[rate]
            vat[rate] = base + sign * Decimal(total["base"]), amount + sign * Decimal(total["vat"])
    left_out = set(refused)
    return Reconciliation(
        file=file,
        file_total=sum(ours.values(), Decimal(0)),
        refused_total=sum((ours[reference] for reference in left_out), Decimal(0)),
        booked_total=sum((amount for amounts in booked.values() for amount in amounts), Decimal(0)),
        booked_count=sum(len(amounts) for amounts in booked.values()),
        debtor_count=len(debtors),
        vat=dict(sorted(vat.items())),
        wrong_references=tuple(
            reference
            for reference, total in ours.items()
            if booked.get(reference, []) != ([] if reference in left_out else [total])
        ),
    )
