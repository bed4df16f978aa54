"""Ledger accounts. `Account` is one with Xero and QuickBooks, a customer with Exact, a user elsewhere."""

import re
from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS, LOGIN, PEOPLE, RECORDS
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

LEDGER_ACCOUNTS: Final = Signs(
    names=rated(
        sure="ledgeraccount grootboekrekening grootboek glaccount generalledgeraccount chartofaccount rekeningschema"
        " accountingaccount nominalaccount nominalcode financialaccount chartofaccountsaccount generalledger"
        " sachkonto grootboekrek bookkeepingaccount",
        likely="ledger account konto postingcategory accountingtype nominal compte plancomptable grootboekkaart"
        " accountcode accountchart",
        possible="category rekening accountingcategory salesaccount revenueaccount costaccount",
    ),
    against=table(
        f"{RECORDS} {PEOPLE} bank bankrekening contact customer debtor debiteur crm payable receivable entry"
        " transaction mutatie balance saldo group class statement line payment billing connected external hierarchy"
        " session subscription link email card social product item treasury issuing loyalty"
    ),
    fields={
        **weighing(
            0.15, "code number nummer nominalcode accountcode accountnumber acctnum grootboekcode rekeningnummer"
        ),
        **weighing(
            0.2,
            "accounttype balanceside class classification balancetype accountclass rgscode rekeningsoort"
            " grootboekfunctie balanssoort sru debitcredit isbalance isprofitandloss fullyqualifiedname"
            " taxtype vatrateid balance"
            " accountsubtype parentaccount grootboekrubriek category kind normalbalance vatcode defaultvatcode"
            " reportingcode nominalgroup ledgeraccounttype accountcategory",
        ),
        **weighing(0.05, "name naam description omschrijving type status"),
    },
    strange={
        **weighing(0.5, f"{LOGIN} email emailaddress iban street postcode city line sku phone address domain"),
        **weighing(
            0.5,
            "ownershiptype availablebalance billtoid billtocontact soldtoid soldtocontact crmid mrr autopay"
            " paymentgateway institution interestrate"
            " creditbalance accountholdername sortcode routingnumber",
        ),
        **weighing(0.25, "bic swift bankname accountholder firstname lastname companyname vatnumber plan country"),
    },
    ambiguous=table("account category ledger rekening konto compte financialaccount"),
    proof=table(
        "accounttype balanceside class classification balancetype balancesidetype accountclass rgscode rekeningsoort"
        " grootboekfunctie balanssoort sru debitcredit isbalance isprofitandloss fullyqualifiedname taxtype vatrateid"
        " parentaccount grootboekrubriek normalbalance vatcode defaultvatcode reportingcode nominalgroup"
        " ledgeraccounttype nominalcode nominal acctnum grootboekcode side klasse kontoart"
        " btwcode vatratecode defaulttaxcode isdebit reportinggroup accountgroup isblocked taxrateid taxcode"
    ),
    marks=table(
        f"{LABELS} "
        "code number nummer nominalcode accountcode accountnumber acctnum accounttype classification type"
        " rgscode rekeningnummer grootboekcode name description omschrijving naam account"
    ),
    unlike=re.compile(
        r"\bbank|\bkas(rekening)?\b|\biban\b|customer accounts?|user accounts?|\blog ?in|web ?shop|catalog(ue)?s?\b"
        r"|(product|article|artikel)s?[- ]?categor",
        re.IGNORECASE,
    ),
)
