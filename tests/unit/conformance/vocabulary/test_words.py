"""One table knows all ways of writing a name."""

import pytest

from mockbooks.conformance.vocabulary.words import endings, joined, words


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("SalesInvoices", "salesinvoice"),
        ("sales-invoices", "salesinvoice"),
        ("sales_invoices", "salesinvoice"),
        ("salesinvoices", "salesinvoice"),
        ("GLAccounts", "glaccount"),
        ("VATCodes", "vatcode"),
        ("btw-tarieven", "btwtarief"),
        ("Grootboekrekeningen", "grootboekrekening"),
        ("dagboeken", "dagboek"),
        ("relaties", "relatie"),
        ("verkoopfacturen", "verkoopfactuur"),
        ("TermsOfPayments", "termsofpayment"),
        ("e-mailadres", "emailadres"),
        ("journal_entries", "journalentry"),
        ("addresses", "address"),
        ("status", "status"),
        ("écritures", "ecriture"),
        ("filter[email]", "filteremail"),
        ("", ""),
    ],
)
def test_a_name_comes_down_to_its_words_in_the_singular(name: str, known_as: str) -> None:
    assert joined(name) == known_as


def test_humps_capitals_and_signs_part_words() -> None:
    assert words("XMLInvoiceNumber_2-eRegel") == ("xml", "invoice", "number", "2", "e", "regel")


def test_a_name_ends_in_all_that_it_may_be() -> None:
    assert endings("ManualJournals") == ("manualjournal", "journal")


def test_no_name_costs_more_than_it_is_worth() -> None:
    assert len(words("a-" * 1_000_000)) == 100
