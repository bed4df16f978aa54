"""Financial transactions: whatever a web shop books, from sales invoices to journal entries."""

import re
from typing import Final

from mockbooks.conformance.vocabulary.groups import LINES, PURCHASING, RECORDS
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

_MARKS: Final = table(
    f"{LINES} date datum invoicedate factuurdatum transactiondate entrydate boekdatum txndate journaldate debit"
    " credit totalamount total amount bedrag totaal amountdue journalid documentdate issuedate postingdate"
    " voucherdate totalamountexcltax totalincl totalexcl mutatiedatum grossamount netamount transactie"
    " transactiedatum transactioncurrency invoicelinescount docdate documentnumber"
)

TRANSACTIONS: Final = Signs(
    names={
        **rated(
            sure="transaction transactie financialtransaction financieletransactie mutatie mutation boeking booking"
            " verkoopboeking salesentry salesinvoice verkoopfactuur memoriaalboeking salestransaction"
            " verkooptransactie journaalpost verkoopmutatie journalentry",
            likely="invoice factuur voucher generaljournalentry generaljournaldocument manualjournal journaltransaction"
            " customerinvoice arinvoice externalsalesinvoice rechnung buchung beleg facture ecriture kbinvoice"
            " generaljournal memoriaal salesbooking financialmutation accountingentry financialentry"
            " generalledgerentry ledgerentry financialbooking customertransaction glentry",
            possible="document entry bill receipt order banktransaction payment posting journal ledgertransaction"
            " accounttransaction salesorder creditnote banktransactie statement cashentry bankentry",
        ),
        "salesinvoice": 0.95,
        "salesentry": 0.95,
    },
    against=table(
        f"{RECORDS} {PURCHASING} recurring repeating template draft line reminder schedule link linked bank"
        " subscription style profile type category layout setting note pdf email send number term status"
        " profiel sjabloon series inventory stock voorraad payment betaling allocation quote concept refund"
        " batch periodic email bankafschrift kas cash card terminal upload hour time"
    ),
    fields={
        **weighing(0.15, LINES),
        **weighing(0.1, "date datum invoicedate factuurdatum transactiondate entrydate boekdatum txndate journaldate"),
        **weighing(0.1, "debit credit totalamount total amount bedrag totaal amountdue totalincl totalexcl"),
        **weighing(0.1, "debtorid customerid contactid customer debtor contact relatie klant relationid customerref"),
        **weighing(
            0.1, "number invoicenumber factuurnummer reference kenmerk duedate boekstuknummer journalid journal"
        ),
    },
    strange=weighing(
        0.5,
        "appointmentsegment teammemberid startat checkin checkout guest password"
        " ipaddress useragent sku useremail actor eventtype percentage cardnumber",
    ),
    marks=_MARKS,
    ambiguous=table("booking mutation transaction transactie document order entry receipt"),
    proof=_MARKS,
    unlike=re.compile(
        r"pictures?|photos?|images?|foto's|afbeelding|scans?\b|attachments?|bijlage|appointments?|afspraken"
        r"|reservations?|\bpdf\b",
        re.IGNORECASE,
    ),
)
