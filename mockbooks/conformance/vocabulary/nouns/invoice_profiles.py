"""Invoice profiles: how an invoice looks and travels. A template may be of an e-mail as well."""

import re
from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS, LOGIN
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

INVOICE_PROFILES: Final = Signs(
    names=rated(
        sure="invoiceprofile factuurprofiel brandingtheme documentstyle invoicetemplate invoicelayout factuursjabloon"
        " invoicestyle factuurlayout documenttheme invoicetheme salesinvoicetemplate factuurstijl huisstijl"
        " billingprofile invoicerenderingtemplate invoicedesign verkoopsjabloon",
        likely="printlayout documentblock documenttemplate pdftemplate layouttemplate invoiceworkflow printtemplate"
        " verkoopordersjabloon formtype",
        possible="template layout sjabloon workflow theme",
    ),
    against=table("email mail message recurring notification text report payment webhook campaign sms"),
    fields={
        **weighing(0.1, "name naam logo logourl layout language taal default isdefault sortorder"),
        **weighing(0.1, "papersize font emailtext deliverymethod pricesinclvat footer header paymentterm"),
    },
    strange=weighing(0.5, f"{LOGIN} email line debit amount invoicenumber duedate"),
    marks=table(f"{LABELS} name naam title description omschrijving label code"),
    unlike=re.compile(r"e-?mails?\b|notification|password|message|wachtwoord|contract", re.IGNORECASE),
)
