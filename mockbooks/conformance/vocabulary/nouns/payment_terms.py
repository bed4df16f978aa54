"""Payment terms. `Terms` alone may be those of a service, or words of a glossary."""

from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS, LOGIN
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

PAYMENT_TERMS: Final = Signs(
    names=rated(
        sure="paymentterm paymentcondition betaalconditie betalingsconditie betaaltermijn termsofpayment termofpayment"
        " creditterm zahlungsbedingung betalingstermijn betalingsvoorwaarde betaalvoorwaarde invoiceterm"
        " conditionspaiement arterm",
        possible="term salesterm",
    ),
    against=table("service condition legal method use search glossary agreement academic taxonomy"),
    fields={
        **weighing(0.25, "day dagen dueday numberofday paymentday duedate netday daysuntildue discountday"),
        **weighing(0.1, "code discount korting description omschrijving name naam discountpercentage"),
    },
    strange=weighing(0.5, f"{LOGIN} line invoicenumber email definition content taxonomy slug"),
    marks=table(
        f"{LABELS} "
        "day dagen dueday numberofday paymentday duedate code discount description omschrijving name naam term netday"
    ),
)
