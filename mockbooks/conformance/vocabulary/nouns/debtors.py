"""Debtors. `Account` is one with Exact, and a ledger account or a user elsewhere, so that its fields decide."""

import re
from typing import Final

from mockbooks.conformance.vocabulary.groups import LOGIN, PEOPLE, RECORDS
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

DEBTORS: Final = Signs(
    names=rated(
        sure="debtor debiteur customer klant kunde buyer afnemer arcustomer crmcustomer klantrelatie",
        likely="relatie relation kontakt geschaeftspartner contact client partner businesspartner organisatierelatie"
        " crmaccount customercontact"
        " relationship",
        possible="account organisation organization company person party payer recipient bedrijf address",
    ),
    against=table(
        f"{RECORDS} {PEOPLE} supplier vendor creditor crediteur leverancier group note type category tag balance"
        " statement class hub address bank payment segment portal sync"
    ),
    fields={
        **weighing(0.2, "email emailaddress emailadres mailadres primaryemailaddr invoiceemail mail"),
        **weighing(
            0.15, "address adres street straat postcode postalcode zip zipcode city plaats anschrift strasse plz"
        ),
        **weighing(0.1, "vatnumber btwnummer taxnumber taxid chamberofcommerce kvknummer cocnumber kvk"),
        **weighing(0.1, "paymentterm paymenttermid betaalconditie creditlimit dueday isdebtor iscustomer"),
        **weighing(0.05, "name naam companyname bedrijfsnaam phone telefoon telephone"),
    },
    strange={
        **weighing(0.5, LOGIN),
        **weighing(0.4, "debit credit sku saldo accountcode accounttype journalid amount taxtype bankaccountnumber"),
    },
    marks=table(
        "email emailaddress emailadres mailadres primaryemailaddr invoiceemail mail address adres"
        " street straat postcode postalcode zip zipcode city plaats name naam companyname bedrijfsnaam address1"
        " anschrift adresse bezeichnung kundennummer strasse plz ort nom adress namn navn"
        " displayname firstname lastname organisationname fullname organization organisation addressline1"
    ),
    unlike=re.compile(
        r"who may log in|logged in|log in|users? of|employees|medewerkers|gebruikers|suppliers only", re.IGNORECASE
    ),
)
