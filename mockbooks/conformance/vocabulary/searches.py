"""The names of search parameters, and of those that search in anything."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.vendor.model import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """By what names a search is known.

    `exact` are parameters that find what equals, `ranges` those that begin or end a range, `said` words that tell in a
    description that a filter for everything takes it. A name or description in which `of_another` is found speaks of
    something else of the same name. `codes` is what tells of a path by id that it takes this as well.
    """

    exact: frozenset[str]
    said: tuple[str, ...]
    ranges: frozenset[str] = frozenset()
    of_another: re.Pattern[str] | None = None
    codes: re.Pattern[str] | None = None


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


SEARCH_WORDS: Final[Mapping[tuple[Noun, str], SearchWords]] = {
    (Noun.DEBTORS, "email"): SearchWords(
        exact=_words(
            "email emailaddress mail mailaddress emailadres mailadres primaryemail"
            " primaryemailaddr customeremail contactemail searchemail byemail emailequal emaileq emailaddr"
            " invoiceemail debtoremail debiteuremail factuuremail relatieemail klantemail emailcontain"
        ),
        said=("email", "e-mail", "emailaddress", "mailadres"),
    ),
    (Noun.TRANSACTIONS, "number"): SearchWords(
        exact=_words(
            "number nummer invoicenumber factuurnummer documentnumber transactionnumber entrynumber boekstuknummer"
            " boekingsnummer boekstuk mutatienummer journalnumber vouchernumber docnumber invoiceno documentno"
            " transactienummer rechnungsnummer belegnummer invoicenr factuurnr invoicecode invoicename"
            " journalentrynumber refnumber sequencenumber bookingnumber documentid invoicereference"
        ),
        said=("number", "nummer", "invoicenumber", "docnumber"),
        of_another=re.compile("phone|telefoon|customer number|klantnummer|account number|rekeningnummer|iban|page"),
    ),
    (Noun.TRANSACTIONS, "date"): SearchWords(
        exact=_words(
            "date datum invoicedate factuurdatum transactiondate transactiedatum entrydate boekdatum mutatiedatum"
            " boekingsdatum journaldate voucherdate txndate documentdate postingdate bookingdate issuedate period"
            " periode rechnungsdatum dateperiod onorafter date"
        ),
        ranges=_words(
            "datefrom fromdate startdate begindate datestart datebegin dateafter afterdate sincedate datumvan"
            " vandatum begindatum startdatum vanaf vanafdatum from since start dateto todate enddate dateend"
            " until datumtot totdatum einddatum tot totenmet invoicedatefrom invoicedateto transactiondatefrom"
            " transactiondateto mindate maxdate datemin datemax dategte datelte dategt datelt datege datele"
            " periodfrom periodto datebefore dategreater datesince dateuntil fromdocumentdate todocumentdate"
            " startperiod endperiod boekdatumvan boekdatumtot factuurdatumvan factuurdatumtot issuedatefrom"
            " factuurdatumvanaf boekdatumvanaf boekingsdatumvan datumvanaf datumtotenmet entrydatefrom entrydateto"
            " issuedateto dateissuedfrom startinvoicedate endinvoicedate voucherdatefrom voucherdateto"
        ),
        said=("date", "datum", "period", "periode"),
        of_another=re.compile(
            "modif|updat|creat|chang|gewijzigd|wijziging|aangemaakt|mutated|sync|expir|entered|ingevoerd|invoer"
            "|due|verval|deliver|lever"
        ),
    ),
    (Noun.TRANSACTIONS, "reference"): SearchWords(
        exact=_words(
            "reference referentie kenmerk yourref yourreference uwreferentie ourreference paymentreference"
            " betalingskenmerk betalingsreferentie externalreference externereferentie externalid customerreference"
            " externalinvoicereference externalinvoicenumber klantreferentie orderreference orderid ordernumber"
            " bestelnummer orderreferentie ref refid sourceid sourcereference externid extref referencenumber"
            " factuurkenmerk betaalkenmerk klantkenmerk externalref externreferentie invoicereference uwkenmerk"
            " onskenmerk clientreference purchaseordernumber ponumber"
        ),
        said=("reference", "referentie", "kenmerk", "external id"),
    ),
    (Noun.PRODUCTS, "sku"): SearchWords(
        exact=_words(
            "sku code productcode productnumber articlecode articlenumber artikelcode artikelnummer itemcode"
            " itemnumber partnumber productnummer number nummer ean barcode gtin productsku articleno itemno"
            " inventorycode inventorynumber inventoryid externalcode"
        ),
        said=("sku", "code", "number", "nummer"),
        of_another=re.compile("coupon|discount|korting|voucher|promo|currency|valuta|country|land|vat|btw|tax|serial"),
        codes=re.compile(r"\bsku\b|\bcode\b|artikelnummer|artikelcode|item number|product number", re.IGNORECASE),
    ),
}

SEARCH_VERBS: Final = _words("find search by zoek lookup get")
"""What a part of a path begins with behind which stands by what is searched."""

STRUCTURED: Final = _words("filter where q query search searchby condition criteria expression odata criterium")
"""Parameters that take an expression or a text, whose description must tell in what they search."""

EXPRESSIONS: Final = _words("filter where condition criteria expression criterium")
"""Those of them that take an expression on fields."""

GENERIC: Final = STRUCTURED | _words(
    "term searchterm zoek zoekterm zoeken keyword querystring qs searchtext searchquery fulltext searchstring"
    " text filterby tekst zoektekst searchvalue searchkey suche lookup"
)
"""All parameters that search in anything."""
