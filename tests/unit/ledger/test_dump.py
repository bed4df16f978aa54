"""A dump holds everything: internal fields, counters, and ids that are gone."""

from mockbooks.ledger import dump
from mockbooks.ledger.kinds import KINDS
from mockbooks.resources import SPECS
from tests.unit.ledger.shop import Shop, busy_shop


def test_a_dump_tells_its_format_and_holds_every_collection() -> None:
    dumped = dump(Shop().books)

    assert (dumped["format"], dumped["version"]) == ("mockbooks-books", 1)
    assert list(dumped["collections"]) == [spec.name for spec in SPECS]


def test_every_collection_has_its_kind() -> None:
    assert list(KINDS) == [spec.name for spec in SPECS]


def test_a_record_is_written_with_what_the_api_keeps_inside() -> None:
    sale, receipt, memorial = dump(busy_shop().books)["collections"]["transactions"]["records"]

    assert (sale["controlAccountId"], sale["settledAmount"], sale["creditedAmount"]) == ("led_000012", "21.00", "0.00")
    assert sale["postings"][0] == {
        "ledgerAccountId": "led_000012",
        "debit": "121.00",
        "credit": "0.00",
        "description": "Bestelling 1001",
    }
    assert (receipt["date"], receipt["lines"][0]["settlesTransactionId"]) == ("2026-11-21", "trx_000001")
    assert (memorial["reference"], memorial["entryNumber"]) == (None, 1)


def test_what_transactions_must_give_is_written() -> None:
    (administration,) = dump(Shop().books)["collections"]["administration"]["records"]

    assert administration["requiredFields"] == []


def test_ids_of_removed_records_still_count() -> None:
    shop = Shop()
    shop.remove_debtor("deb_000002")
    debtors = dump(shop.books)["collections"]["debtors"]

    assert (debtors["idsGiven"], [each["id"] for each in debtors["records"]]) == (2, ["deb_000001"])


def test_counters_are_written() -> None:
    counters = dump(busy_shop().books)["counters"]

    assert counters["entry:jrn_000005"] == 1
    assert counters["number:jrn_000005:2026"] == 1
