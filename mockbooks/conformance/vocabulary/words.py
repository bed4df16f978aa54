"""Splits the names of an API into words, and makes them singular, so that one table knows all ways of writing.

`SalesInvoices`, `sales-invoices`, `sales_invoices` and `salesinvoices` all come down to `salesinvoice`.
"""

import re
from functools import lru_cache
from typing import Final

_SEPARATORS: Final = re.compile(r"[^0-9A-Za-z\u00c0-\u024f]+")
_HUMPS: Final = re.compile(r"(?<=[a-z0-9\u00df-\u00ff])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACCENTS: Final = str.maketrans("áàâäãåçéèêëíìîïñóòôöõøúùûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy")

# The ending of a plural and that of its singular; the first that fits is taken. Dutch compounds end as their last part.
_PLURALS: Final = (
    ("facturen", "factuur"),
    ("tarieven", "tarief"),
    ("sjablonen", "sjabloon"),
    ("profielen", "profiel"),
    ("termijnen", "termijn"),
    ("artikelen", "artikel"),
    ("regels", "regel"),
    ("adressen", "adres"),
    ("adres", "adres"),
    ("plaats", "plaats"),
    ("prijzen", "prijs"),
    ("prijs", "prijs"),
    ("moms", "moms"),
    ("boeken", "boek"),
    ("klanten", "klant"),
    ("producten", "product"),
    ("debiteuren", "debiteur"),
    ("crediteuren", "crediteur"),
    ("diensten", "dienst"),
    ("stukken", "stuk"),
    ("nummers", "nummer"),
    ("kenmerken", "kenmerk"),
    ("rekeningschema's", "rekeningschema"),
    ("kunden", "kunde"),
    ("saetze", "satz"),
    ("satze", "satz"),
    ("rechnungen", "rechnung"),
    ("ingen", "ing"),
    ("ungen", "ung"),
    ("onten", "onto"),
    ("journaux", "journal"),
    ("series", "series"),
    ("serie", "serie"),
    ("taxes", "tax"),
    ("boxes", "box"),
    ("addresses", "address"),
    ("businesses", "business"),
    ("classes", "class"),
    ("searches", "search"),
    ("batches", "batch"),
    ("entries", "entry"),
    ("relaties", "relatie"),
    ("conditie", "conditie"),
    ("condities", "conditie"),
    ("administraties", "administratie"),
    ("mutaties", "mutatie"),
    ("transacties", "transactie"),
    ("ties", "ty"),
    ("ries", "ry"),
    ("nies", "ny"),
    ("cies", "cy"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("as", "as"),
    ("s", ""),
)
_SHORTEST_PLURAL: Final = 4
_LONGEST_NAME: Final = 200
"""What comes behind is not looked at, so that no name can cost more than it is worth."""


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """Split a name where its writing changes, into lower case words without accents."""
    parts = (part for piece in _SEPARATORS.split(name[:_LONGEST_NAME]) for part in _HUMPS.split(piece))
    return tuple(part.lower().translate(_ACCENTS) for part in parts if part)


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Make a word singular, where it is a plural."""
    if len(word) < _SHORTEST_PLURAL:
        return word
    for plural, one in _PLURALS:
        if word.endswith(plural):
            return word[: len(word) - len(plural)] + one
    return word


@lru_cache(maxsize=20_000)
def joined(name: str) -> str:
    """Give a name as the tables know it: its words, the last one singular, without anything between them."""
    return "".join(_as_one(name))


@lru_cache(maxsize=20_000)
def endings(name: str) -> tuple[str, ...]:
    """Give a name and what it ends in, the longest first: `manualJournals` is a `manualjournal` and a `journal`."""
    split = _as_one(name)
    return tuple("".join(split[start:]) for start in range(len(split)))


def _as_one(name: str) -> tuple[str, ...]:
    """Leave all words but the last as they are: `sales` stays, so that it is the same in `salesinvoices`."""
    *before, last = words(name) or ("",)
    return (*before, singular(last))
