"""The resources in sentences."""

from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.nouns import DUTCH_NAMES, ENGLISH_NAMES
from mockbooks.texts import Text

_ONE = {
    Noun.DEBTORS: Text("a debtor", "een debiteur"),
    Noun.TRANSACTIONS: Text("a financial transaction", "een financiële transactie"),
    Noun.PRODUCTS: Text("a product", "een product"),
    Noun.VAT_RATES: Text("a VAT rate", "een btw-tarief"),
    Noun.LEDGER_ACCOUNTS: Text("a ledger account", "een grootboekrekening"),
    Noun.JOURNALS: Text("a journal", "een dagboek"),
    Noun.PAYMENT_TERMS: Text("a payment term", "een betaalconditie"),
    Noun.INVOICE_PROFILES: Text("an invoice profile", "een factuurprofiel"),
}


def named(noun: Noun) -> Text:
    """Name a resource: "VAT rates"."""
    return Text(ENGLISH_NAMES[noun], DUTCH_NAMES[noun])


def one(noun: Noun) -> Text:
    """Name one of it: "a VAT rate"."""
    return _ONE[noun]


def opened(text: str) -> str:
    """Begin a sentence; "btw-tarieven" and "VAT rates" alike."""
    return text[:1].upper() + text[1:]


def listed(names: list[str], most: int = 3) -> Text:
    """Tell several things in a row, and how many more there are."""
    shown, more = ", ".join(names[:most]), len(names) - most
    return Text(f"{shown} and {more} more", f"{shown} en nog {more}") if more > 0 else Text(shown, shown)
