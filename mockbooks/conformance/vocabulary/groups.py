"""Words that speak against several resources alike."""

from typing import Final

RECORDS: Final = "audit log event webhook report attachment history export import setting notification"
PURCHASING: Final = "supplier vendor creditor crediteur leverancier purchase inkoop bill payable expense kosten"
PEOPLE: Final = "user employee member medewerker gebruiker staff"
LOGIN: Final = "password wachtwoord role permission lastlogin isadmin username avatar rol rechten timezone"
LINES: Final = (
    "line lineitem linesitem regel entryline journalline salesinvoiceline invoiceline boekingsregel "
    " mutatieregel detail invoiceitem invoicerow voucherrow row entry posting item invoiceline factuurregel"
    " verkoopboekingsregel memoriaalboekingsregel salesentryline generaljournalentryline detailsattribute"
)
LABELS: Final = "label kind caption bezeichnung libelle intitule benennung benamning kuerzel shortname displayname"
