"""How texts name a resource, in English, Dutch, German and French: a name may be odd where its summary is plain."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vendor.model import Noun


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


SAID: Final[Mapping[Noun, re.Pattern[str]]] = {
    Noun.DEBTORS: _phrases("debtors?", "customers?", "debiteur(?:en)?", "klanten?", "buyers?", "kunden?", "afnemers?"),
    Noun.TRANSACTIONS: _phrases(
        "(?:sales )?invoices?", "facturen", "rechnungen", "journal entr(?:y|ies)",
        "boekingen", "verkoopfactu(?:ur|ren)", "financial transactions?",
        "financiële (?:transacties|mutaties)", "buchungen", "gebuchte belege", "ausgangsrechnungen", "écritures",
    ),
    Noun.PRODUCTS: _phrases(
        "products", "articles", "artikelen", "producten",
        "waren und leistungen", "goods and services",
    ),
    Noun.VAT_RATES: _phrases(
        "(?:vat|tax|btw|gst)[ -](?:rates?|codes?|types?|tarie(?:f|ven)|percentages?|soorten)", "rates of (?:vat|tax)",
        "btw-?tarie(?:f|ven)", "(?:mehrwert|umsatz)?steuersätze?", "sätze der (?:umsatz|mehrwert)steuer",
        "taux de (?:tva|taxe)", "percentages (?:of vat|btw)", "the vat that",
    ),
    Noun.LEDGER_ACCOUNTS: _phrases(
        "chart of accounts", "accounts? (?:of|in) the (?:general )?ledger", "(?:general )?ledger accounts?",
        "nominal (?:codes?|accounts?)", "g/?l accounts?",
        "grootboek(?:rekening(?:en)?)?", "algemene rekening(?:en)?", "rekening(?:en)?(?:stelsel|schema)",
        "konten(?:rahmen|plan)", "sachkont(?:o|en)", "plan comptable", "comptes? (?:comptables?|généra(?:l|ux))",
        "kontoplan",
    ),
    Noun.JOURNALS: _phrases(
        "day ?books?", "dagboek(?:en)?", "journalen", "journaal", "journaux", "belegkreise?", "buchungskreise?",
        "(?:sales|purchase|bank|cash) journals?", "accounting journals?", "journal (?:types?|codes?)", "journale",
        "books? of (?:prime|original|first) entry",
    ),
    Noun.PAYMENT_TERMS: _phrases(
        "payment (?:terms?|conditions?)", "terms of payment", "credit (?:terms?|periods?)",
        "betaal(?:conditie|termijn|voorwaarde)[ns]?", "betalings(?:conditie|termijn|voorwaarde)[ns]?",
        "betaaltermijnen", "betalingstermijnen", "zahlungs(?:bedingung(?:en)?|ziele?)",
        "conditions? de (?:paiement|règlement)",
        "within (?:what|which|how many|how much) [\\w ]{1,30}(?:pays?|paid)", "binnen (?:welke|hoeveel) [\\w"
        " ]{1,30}betaald",
    ),
    Noun.INVOICE_PROFILES: _phrases(
        "invoice (?:profile|template|layout|design|theme|style)s?", "(?:templates?|layouts?) (?:of|for) (?:sales"
        " )?invoices?",
        "factuur(?:profiel|sjabloon|layout|opmaak|stijl)(?:en)?", "factuur(?:sjablonen|profielen|layouts)",
        "sjab(?:loon|lonen) voor (?:de )?factu(?:ur|ren)", "branding themes?", "briefpapiere?", "letterheads?",
        "how (?:an|the) invoices? (?:can |will |should )?looks?", "hoe (?:een|de) factuur eruit ?ziet",
        "rechnungs(?:vorlagen?|layouts?)", "modèles? de factures?",
    ),
}  # fmt: skip
"""The phrases by which a text names a resource."""

OTHER_WORD: Final = re.compile(
    r"\b(of|for|per|by|with|to|from|in|on|at|within|into|van|voor|bij|op|met|uit|aan|naar|für|zu|von|mit|que|pour|that"
    r"|which|die|dat)\b",
    re.IGNORECASE,
)
"""What tells that the text speaks of something else, of which the resource is only a circumstance."""

LISTING: Final = re.compile(
    r"\b(?:list|lijst|overview|overzicht|set|all|liste|kinds?|soorten?)\s+(?:of|van|der|des|von)\b", re.IGNORECASE
)
"""What opens a text without speaking of something else."""

_CLAUSE: Final = re.compile(r"[,;:()–—]|\. ")
_COMPOUND: Final = re.compile(
    r"^[ -](balance|report|histor|statist|group|categor|mapping|export|import|change|log|count|reminder|saldi|saldo)",
    re.IGNORECASE,
)


def names(text: str, noun: Noun) -> str:
    """Give the words with which a text says that it is about a resource; nothing where it is about something else."""
    for match in SAID[noun].finditer(text):
        before = LISTING.sub(" ", _CLAUSE.split(text[: match.start()])[-1])
        if not OTHER_WORD.search(before) and not _COMPOUND.match(text[match.end() :]):
            return match[0]
    return ""
