"""The resources: how vendors call them, what an item of each looks like, and with what it is easily confused.

`Account` is a ledger account with Xero and QuickBooks, a customer with Exact, a user elsewhere: so a name that is not
sure needs fields that speak for it. A `journal` is a book that bookings go in, or an entry with lines (Xero), or a log.
"""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing

_RECORDS: Final = "audit log event webhook report attachment history export import setting notification"
_PURCHASING: Final = "supplier vendor creditor crediteur leverancier purchase inkoop bill payable expense kosten"
_PEOPLE: Final = "user employee member medewerker gebruiker staff"
_LOGIN: Final = "password wachtwoord role permission lastlogin isadmin username avatar rol rechten timezone"
_LINES: Final = (
    "line lineitem linesitem regel entryline journalline salesinvoiceline invoiceline boekingsregel "
    " mutatieregel detail invoiceitem invoicerow voucherrow row entry posting item invoiceline factuurregel"
    " verkoopboekingsregel memoriaalboekingsregel salesentryline generaljournalentryline detailsattribute"
)

NOUNS: Final[Mapping[Noun, Signs]] = {
    Noun.DEBTORS: Signs(
        names=rated(
            sure="debtor debiteur customer klant kunde buyer afnemer arcustomer crmcustomer klantrelatie",
            likely="relatie relation contact client partner businesspartner organisatierelatie crmaccount customercontact"
            " relationship",
            possible="account organisation organization company person party payer recipient bedrijf address",
        ),
        against=frozenset(
            f"{_RECORDS} {_PEOPLE} supplier vendor creditor crediteur leverancier group note type category tag balance"
            " statement class hub address bank payment segment portal sync".split()
        ),
        fields={
            **weighing(0.2, "email emailaddress emailadres mailadres primaryemailaddr invoiceemail mail"),
            **weighing(0.15, "address adres street straat postcode postalcode zip zipcode city plaats"),
            **weighing(0.1, "vatnumber btwnummer taxnumber taxid chamberofcommerce kvknummer cocnumber kvk"),
            **weighing(0.1, "paymentterm paymenttermid betaalconditie creditlimit dueday isdebtor iscustomer"),
            **weighing(0.05, "name naam companyname bedrijfsnaam phone telefoon telephone"),
        },
        strange={
            **weighing(0.5, _LOGIN),
            **weighing(0.4, "debit credit sku saldo accountcode accounttype journalid amount taxtype bankaccountnumber"),
        },
        marks=frozenset(
            "email emailaddress emailadres mailadres primaryemailaddr invoiceemail mail address adres"
            " street straat postcode postalcode zip zipcode city plaats name naam companyname bedrijfsnaam address1"
            " displayname firstname lastname organisationname fullname organization organisation addressline1".split()
        ),
        unlike=re.compile(r"who may log in|logged in|log in|users? of|employees|medewerkers|gebruikers|suppliers only", re.I),
    ),
    Noun.TRANSACTIONS: Signs(
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
        against=frozenset(
            f"{_RECORDS} {_PURCHASING} recurring repeating template draft line reminder schedule link linked bank"
            " subscription style profile type category layout setting note pdf email send number term status"
            " profiel sjabloon series inventory stock voorraad payment betaling allocation quote concept refund"
            " batch periodic email bankafschrift kas cash card terminal upload hour time".split()
        ),
        fields={
            **weighing(0.15, _LINES),
            **weighing(0.1, "date datum invoicedate factuurdatum transactiondate entrydate boekdatum txndate journaldate"),
            **weighing(0.1, "debit credit totalamount total amount bedrag totaal amountdue totalincl totalexcl"),
            **weighing(0.1, "debtorid customerid contactid customer debtor contact relatie klant relationid customerref"),
            **weighing(0.1, "number invoicenumber factuurnummer reference kenmerk duedate boekstuknummer journalid journal"),
        },
        strange=weighing(0.5, "password ipaddress useragent sku useremail actor eventtype percentage cardnumber"),
        marks=frozenset(
            f"{_LINES} date datum invoicedate factuurdatum transactiondate entrydate boekdatum txndate journaldate debit"
            " credit totalamount total amount bedrag totaal amountdue journalid documentdate issuedate postingdate"
            " voucherdate totalamountexcltax totalincl totalexcl mutatiedatum grossamount netamount transactie"
            " transactiedatum transactioncurrency invoicelinescount docdate documentnumber".split()
        ),
    ),
    Noun.PRODUCTS: Signs(
        names=rated(
            sure="product article artikel stockitem inventoryitem productitem artikelstam produkt logisticsitem",
            likely="item good inventory salesitem",
            possible="invoiceitem part service catalogitem catalogueitem variant productvariant material dienst",
        ),
        against=frozenset(
            f"{_RECORDS} purchase order line category group type image price stock invoice journal adjustment"
            " movement assembly unit tag warehouse transaction quantity batch serial work todo".split()
        ),
        fields={
            **weighing(0.2, "sku productcode articlenumber artikelcode artikelnummer itemcode ean code productnumber"),
            **weighing(
                0.2, "price prijs unitprice salesprice verkoopprijs standardprice saleprice priceexcl priceincl unitamount"
            ),
            **weighing(0.1, "unit eenheid stock taxrateid vatrateid vatcode btwcode taxcode quantityonhand isstockitem"),
            **weighing(0.05, "description omschrijving name naam"),
        },
        strange=weighing(0.5, f"{_LOGIN} email debit credit invoicenumber duedate iban"),
        marks=frozenset(
            "sku productcode articlenumber artikelcode artikelnummer itemcode ean code price prijs unitprice salesprice"
            " verkoopprijs standardprice saleprice priceexcl unitamount unit description omschrijving name naam"
            " productnumber productname netunitprice".split()
        ),
    ),
    Noun.VAT_RATES: Signs(
        names=rated(
            sure="vatrate taxrate btwtarief btwcode vatcode vatpercentage btwpercentage vattype taxcode saletaxcode"
            " steuersatz tauxtva btwsoort vattariff vatrule vatratetype mwstsatz",
            likely="vat tax btw taxtype vatcategory taxclass moms mva tarief taxcategory taxscheme",
            possible="rate taxgroup vatgroup tauxdetva",
        ),
        against=frozenset(
            "return declaration aangifte number nummer validation validate exemption report jurisdiction agency payroll"
            " withholding id period filing box liability authority payment transaction exchange currency hourly"
            " employee settlement shipping calculation form holiday".split()
        ),
        fields={
            **weighing(0.3, "percentage percent rate taxrate vatrate vatpercentage btwpercentage tarief ratevalue"),
            **weighing(0.3, "effectiverate effectivetaxrate displaytaxrate totaltaxrate taxpercentage"),
            **weighing(0.1, "code vatcode btwcode taxtype type soort validfrom"),
        },
        strange=weighing(0.5, f"{_LOGIN} email line invoicenumber currency fromcurrency iban hourlyrate"),
        marks=frozenset(
            "percentage percent rate taxrate vatrate vatpercentage btwpercentage tarief ratevalue effectiverate"
            " effectivetaxrate displaytaxrate totaltaxrate code vatcode btwcode taxtype taxpercentage value name"
            " description omschrijving component vat taxcode salestaxratelist".split()
        ),
    ),
    Noun.LEDGER_ACCOUNTS: Signs(
        names=rated(
            sure="ledgeraccount grootboekrekening grootboek glaccount generalledgeraccount chartofaccount rekeningschema"
            " accountingaccount nominalaccount nominalcode financialaccount chartofaccountsaccount generalledger"
            " sachkonto grootboekrek bookkeepingaccount",
            likely="ledger account konto postingcategory accountingtype nominal compte plancomptable grootboekkaart"
            " accountcode accountchart",
            possible="category rekening accountingcategory",
        ),
        against=frozenset(
            f"{_RECORDS} {_PEOPLE} bank bankrekening contact customer debtor debiteur crm payable receivable entry"
            " transaction mutatie balance saldo group class statement line payment billing connected external hierarchy"
            " session subscription link email card social product item treasury issuing".split()
        ),
        fields={
            **weighing(0.15, "code number nummer nominalcode accountcode accountnumber acctnum grootboekcode rekeningnummer"),
            **weighing(
                0.2,
                "accounttype balanceside class classification balancetype accountclass rgscode rekeningsoort grootboekfunctie"
                " balanssoort sru debitcredit isbalance isprofitandloss fullyqualifiedname taxtype vatrateid balance"
                " accountsubtype parentaccount grootboekrubriek category kind normalbalance vatcode defaultvatcode"
                " reportingcode nominalgroup ledgeraccounttype accountcategory",
            ),
            **weighing(0.05, "name naam description omschrijving type status"),
        },
        strange={
            **weighing(0.5, f"{_LOGIN} email emailaddress iban street postcode city line sku phone address domain"),
            **weighing(0.25, "bic swift bankname accountholder firstname lastname companyname vatnumber plan country"),
        },
        marks=frozenset(
            "code number nummer nominalcode accountcode accountnumber acctnum accounttype classification type"
            " rgscode rekeningnummer grootboekcode name description omschrijving naam account".split()
        ),
    ),
    Noun.JOURNALS: Signs(
        names=rated(
            sure="dagboek daybook ledgerjournal accountingjournal financialjournal journaltype dagboekcode journalcode",
            likely="journal voucherserie voucherseries boek bookjournal",
            possible="book journalgroup",
        ),
        against=frozenset(
            "entry line log audit event manual batch item transaction booking boeking post access api system general"
            " document posting activity report recurring request change webhook history bookmark guest hotel".split()
        ),
        fields={
            **weighing(0.15, "code journalcode journaltype type soort dagboeksoort dagboekcode"),
            **weighing(0.1, "description omschrijving name naam"),
            **weighing(0.1, "ledgeraccountid ledgeraccount grootboek glaccount account nextnumber currency bankaccount"),
        },
        strange={
            **weighing(0.6, "line journalline lineitem journalentryline debit credit amount transaction entry entrie"),
            **weighing(0.4, "journaldate date message level actor ipaddress useragent user method statuscode event"),
        },
        marks=frozenset(
            "code journalcode journaltype type soort dagboeksoort dagboekcode description omschrijving name naam"
            " number nummer title".split()
        ),
        unlike=re.compile(r"audit|\blog\b|who changed|changes made|activity|entries|boekingen|journaalposten", re.I),
    ),
    Noun.PAYMENT_TERMS: Signs(
        names=rated(
            sure="paymentterm paymentcondition betaalconditie betalingsconditie betaaltermijn termsofpayment termofpayment"
            " creditterm zahlungsbedingung betalingstermijn betalingsvoorwaarde betaalvoorwaarde invoiceterm"
            " conditionspaiement arterm",
            possible="term salesterm",
        ),
        against=frozenset("service condition legal method use search glossary agreement academic taxonomy".split()),
        fields={
            **weighing(0.25, "day dagen dueday numberofday paymentday duedate netday daysuntildue discountday"),
            **weighing(0.1, "code discount korting description omschrijving name naam discountpercentage"),
        },
        strange=weighing(0.5, f"{_LOGIN} line invoicenumber email definition content taxonomy slug"),
        marks=frozenset(
            "day dagen dueday numberofday paymentday duedate code discount description omschrijving name naam term"
            " netday".split()
        ),
    ),
    Noun.INVOICE_PROFILES: Signs(
        names=rated(
            sure="invoiceprofile factuurprofiel brandingtheme documentstyle invoicetemplate invoicelayout factuursjabloon"
            " invoicestyle factuurlayout documenttheme invoicetheme salesinvoicetemplate factuurstijl huisstijl"
            " billingprofile invoicerenderingtemplate invoicedesign verkoopsjabloon",
            likely="printlayout documentblock documenttemplate pdftemplate layouttemplate invoiceworkflow printtemplate"
            " verkoopordersjabloon formtype",
            possible="template layout sjabloon workflow theme",
        ),
        against=frozenset("email mail message recurring notification text report payment webhook campaign sms".split()),
        fields={
            **weighing(0.1, "name naam logo logourl layout language taal default isdefault sortorder"),
            **weighing(0.1, "papersize font emailtext deliverymethod pricesinclvat footer header paymentterm"),
        },
        strange=weighing(0.5, f"{_LOGIN} email line debit amount invoicenumber duedate"),
        marks=frozenset("name naam title description omschrijving label code".split()),
        unlike=re.compile(r"e-?mails?\b|notification|password|message|wachtwoord|contract", re.I),
    ),
}

ENGLISH_NAMES: Final[Mapping[Noun, str]] = {
    Noun.DEBTORS: "debtors",
    Noun.TRANSACTIONS: "financial transactions",
    Noun.PRODUCTS: "products",
    Noun.VAT_RATES: "VAT rates",
    Noun.LEDGER_ACCOUNTS: "ledger accounts",
    Noun.JOURNALS: "journals",
    Noun.PAYMENT_TERMS: "payment terms",
    Noun.INVOICE_PROFILES: "invoice profiles",
}
DUTCH_NAMES: Final[Mapping[Noun, str]] = {
    Noun.DEBTORS: "debiteuren",
    Noun.TRANSACTIONS: "financiële transacties",
    Noun.PRODUCTS: "producten",
    Noun.VAT_RATES: "btw-tarieven",
    Noun.LEDGER_ACCOUNTS: "grootboekrekeningen",
    Noun.JOURNALS: "dagboeken",
    Noun.PAYMENT_TERMS: "betaalcondities",
    Noun.INVOICE_PROFILES: "factuurprofielen",
}
