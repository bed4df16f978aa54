"""What the resources, searches and fields of the conditions are called in sentences."""

from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.vendor.model import Noun
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True)
class Word:
    """One and many of a resource; `the` is one with its article, `an` one of them: "an invoice profile"."""

    one: Text
    many: Text
    the: Text

    @property
    def an(self) -> Text:
        """One of them, whichever."""
        return Text(a(self.one.en), f"een {self.one.nl}")


def _word(one: str, many: str, een: str, meer: str, de: str = "de") -> Word:
    return Word(Text(one, een), Text(many, meer), Text(f"the {one}", f"{de} {een}"))


NOUNS: Final = {
    Noun.DEBTORS: _word("debtor", "debtors", "debiteur", "debiteuren"),
    Noun.TRANSACTIONS: _word("transaction", "transactions", "transactie", "transacties"),
    Noun.PRODUCTS: _word("product", "products", "product", "producten", "het"),
    Noun.VAT_RATES: _word("VAT rate", "VAT rates", "btw-tarief", "btw-tarieven", "het"),
    Noun.LEDGER_ACCOUNTS: _word("ledger account", "ledger accounts", "grootboekrekening", "grootboekrekeningen"),
    Noun.JOURNALS: _word("journal", "journals", "dagboek", "dagboeken", "het"),
    Noun.PAYMENT_TERMS: _word("payment term", "payment terms", "betaalconditie", "betaalcondities"),
    Noun.INVOICE_PROFILES: _word("invoice profile", "invoice profiles", "factuurprofiel", "factuurprofielen", "het"),
}

NAMES: Final = {
    "id": Text("id", "id"),
    "email": Text("e-mail address", "e-mailadres"),
    "number": Text("number", "nummer"),
    "date": Text("date", "datum"),
    "reference": Text("reference", "kenmerk"),
    "sku": Text("product code (SKU)", "productcode (SKU)"),
    "name": Text("name", "naam"),
    "address": Text("address", "adres"),
    "description": Text("description", "omschrijving"),
    "price": Text("price", "prijs"),
    "percentage": Text("percentage", "percentage"),
    "code": Text("code", "code"),
    "days": Text("number of days", "aantal dagen"),
}
"""What a search or a field is called."""


def listed(names: Sequence[str]) -> Text:
    """Name several fields in a row."""
    return row([NAMES[name] for name in names])


def row(words: Sequence[Text]) -> Text:
    """Tell several things in a row, the last behind "and"."""
    return Text(_row([word.en for word in words], "and"), _row([word.nl for word in words], "en"))


def a(word: str) -> str:
    """Put the article before an English word."""
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _row(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
