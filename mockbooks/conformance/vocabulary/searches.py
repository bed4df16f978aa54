"""The names of search parameters, and of those that search in anything."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """By what names a search is known.

    `exact` are parameters that find what equals, `ranges` those that begin or end a range, `said` words that tell in a
    description that a filter for everything takes it. A name or description in which `of_another` is found speaks of
    something else of the same name. `told` is what the description of a parameter of any name says.
    `codes` is what tells of a path by id that it takes this as well.
    """

    exact: frozenset[str]
    said: tuple[str, ...]
    told: re.Pattern[str]
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
        told=re.compile(
            r"e-?mail",
            re.IGNORECASE,
        ),
    ),
    (Noun.TRANSACTIONS, "number"): SearchWords(
        exact=_words(
            "number nummer invoicenumber factuurnummer documentnumber transactionnumber entrynumber boekstuknummer"
            " boekingsnummer boekstuk mutatienummer journalnumber vouchernumber docnumber invoiceno documentno"
            " transactienummer rechnungsnummer belegnummer invoicenr factuurnr invoicecode invoicename"
            " journalentrynumber refnumber sequencenumber bookingnumber invoicereference"
        ),
        said=("number", "nummer", "invoicenumber", "docnumber"),
        told=re.compile(
            r"\b(the|this|dit|het|dieser|diese) (\w+ )?(number|nummer)\b"
            r"|\b(invoice|document|voucher|booking|entry|posting|transaction|sales|factuur|boeking|boekstuk|stuk"
            r"|mutatie|beleg"
            r"|rechnung)s?[- ]?(number|nummer)\b|(posting|invoice|booking|entry|boeking|factuur|beleg"
            r"|rechnung)\b[^.,]{0,12}"
            r"(with|met|mit) (this|dit|deze|dieser) (number|nummer)|number of (the|an) (invoice|voucher|booking|entry)"
            r"|nummer van (de|een) (factuur|boeking|mutatie)",
            re.IGNORECASE,
        ),
        of_another=re.compile(
            r"\b(phone|telefoon|customer|klant|debtor|debiteur|account|rekening|page|pagina)s?[- ]?(number|nummer)"
            r"|\biban\b"
            r"|\b(number|aantal) (of|per) (?!the |an? |de |het |een )|\b(page|pagina)\b",
            re.IGNORECASE,
        ),
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
        told=re.compile(
            r"\bdated?\b|\bdatum\b|(factuur|boek|beleg|rechnungs)datum",
            re.IGNORECASE,
        ),
        of_another=re.compile(
            r"\b(last)?(modif|updat|creat|chang|gewijzigd|wijzig|aangemaakt|mutated|sync|expir|entered|ingevoerd|invoer"
            r"|duedate|verval|poll|interval|geändert|angelegt)\w*|\bdue\b|\bdeliver(y|ed)\b|\blever(ing|datum|dag)\w*"
            r"|\b(birth|geboorte)\w*",
            re.IGNORECASE,
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
        of_another=re.compile(
            r"\b(supplier|vendor|leverancier|inkoop|purchas\w* order of|sort|project|file|bestand|bank)\w*",
            re.IGNORECASE,
        ),
        told=re.compile(
            r"\breference\b|referentie|kenmerk|\breferenz\b|verwendungszweck|external (id|number)"
            r"|(order|bestel|purchase order|auftrags) ?(number|nummer)|référence",
            re.IGNORECASE,
        ),
    ),
    (Noun.PRODUCTS, "sku"): SearchWords(
        exact=_words(
            "sku code productcode productnumber articlecode articlenumber artikelcode artikelnummer itemcode"
            " itemnumber partnumber productnummer number nummer ean barcode gtin productsku articleno itemno"
            " inventorycode inventorynumber inventoryid externalcode"
        ),
        said=("sku", "code", "number", "nummer"),
        told=re.compile(
            r"\bsku\b|artikel(code|nummer)|product(code|nummer)|(article|product|item|stock) (code|number)|\bean\b"
            r"|barcode"
            r"|stock keeping",
            re.IGNORECASE,
        ),
        of_another=re.compile(
            r"\b(coupon|discount|korting|voucher|promo|currency|valuta|country|land|vat|btw|tax|serial)(\b|s\b|code"
            r"|number)",
            re.IGNORECASE,
        ),
        codes=re.compile(r"\bsku\b|\bcode\b|artikelnummer|artikelcode|item number|product number", re.IGNORECASE),
    ),
}

SEARCH_VERBS: Final = _words("find search by zoek lookup get")
"""What a part of a path begins with behind which stands by what is searched."""

GENERIC_NAMES: Final = _words("number nummer code date datum period periode reference orderid ordernumber ref")
"""Names that are of many things, so that their descriptions decide."""

PART: Final = re.compile(
    r"\b(contain(s|ing)?|like|partial(ly)?|part of|a part|deel van|een deel|bevat(?! maximaal)|begin(s|t)? (with|met)"
    r"|starts with"
    r"|substring|enthält|fuzzy)\b",
    re.IGNORECASE,
)
"""What tells that a part of what is sought is enough."""

STRUCTURED: Final = _words("filter where q query search searchby condition criteria expression odata criterium")
"""Parameters that take an expression or a text, whose description must tell in what they search."""

EXPRESSIONS: Final = _words("filter where condition criteria expression criterium")
"""Those of them that take an expression on fields."""

GENERIC: Final = STRUCTURED | _words(
    "term searchterm zoek zoekterm zoeken keyword querystring qs searchtext searchquery fulltext searchstring"
    " text filterby tekst zoektekst searchvalue searchkey suche lookup freitext volltext suchbegriff freetext recherche"
    " match contain zoekopdracht trefwoord"
)
"""All parameters that search in anything."""

SEARCHES_TEXT: Final = re.compile(
    r"\b(full|free)[- ]?text|search(es)? (in|term|text|string)\b|\bzoekt? in\b|zoek(term|tekst)|durchsucht"
    r"|suchbegriff|filter expression|filterexpressie|\bodata\b|\b(eq|ge|le) ('|\d)",
    re.IGNORECASE,
)
"""What the description of a parameter says that searches in several fields."""

SEVERAL: Final = re.compile(
    r"\b(name|naam|notes?|notiz|omschrijving|description|title|titel|city|plaats|phone|telefoon|texts?|teksten?|any"
    r"|search\w*"
    r"|zoek\w*|fields|velden)\b",
    re.IGNORECASE,
)
"""What tells in the description of a parameter that it looks in more than one field."""

SUCH_AS: Final = re.compile(
    r"\b(such as|zoals|e\.g\.|for (example|instance)|bijv|bv\.|zum beispiel|z\.b\.|par exemple)", re.IGNORECASE
)
"""What comes behind these words is an example."""

PARAMETERS: Final = table(
    "page pagina paging offset limit size per perpage pagesize cursor after before next prev previous skip take top"
    " count"
    " rowcount row max maximum start first last number index sort sorting sortby order orderby orderdir direction desc"
    " asc"
    " expand include embed with field fields select format language lang locale api version apikey key token"
    " administration"
    " division company organisation organization tenant modified updated created changed since deleted archived active"
    " actief status type soort kind state paid open unpaid year month day period date datum from to until van tot vanaf"
    " customer contact debtor debiteur klant relatie client supplier vendor account journal dagboek product item"
    " article"
    " ids id name naam city plaats country land category amount bedrag total min max balance draft betaald ab anzahl"
    " limit"
    " accept content contract tag label assigned user owner department project warehouse branch location currency"
    " valuta"
    " async validate pretty only show inclusive summary total vat tax due expired overdue gewijzigd aangemaakt inactive"
)
"""Words of the parameters of lists that page, sort, choose fields, or search something else than is asked."""
