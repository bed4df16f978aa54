"""Loading a dump: the same books again, or a refusal that says where the data is wrong and what is allowed."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from mockbooks import seed
from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, RefusedError
from mockbooks.ledger import dump, load, trial_balance
from mockbooks.resources import SPECS, debtors
from mockbooks.service.context import Context
from mockbooks.store import Books
from tests.unit.ledger.shop import SALE, Shop, busy_shop

Json = dict[str, Any]
Change = Callable[[Json], object]


def _dumped(shop: Shop) -> Json:
    return dict(orjson.loads(orjson.dumps(dump(shop.books))))


def _loaded(data: object) -> Books:
    books = Books(SPECS)
    books.restore(load(data, SPECS))
    return books


def _complaints(data: object) -> tuple[Complaint, ...]:
    with pytest.raises(RefusedError) as refusal:
        load(data, SPECS)
    return refusal.value.complaints


def _refusals(data: object) -> list[tuple[str | None, str]]:
    return [(complaint.pointer, complaint.code) for complaint in _complaints(data)]


def _records(data: Json, collection: str) -> list[Json]:
    return list(data["collections"][collection]["records"])


def _with(change: Change) -> Json:
    data = _dumped(busy_shop())
    change(data)
    return data


# ---- What is right


def test_what_is_loaded_is_what_was_dumped() -> None:
    shop = busy_shop()
    shop.add_product()
    shop.reverse("trx_000003")
    shop.sell()
    shop.credit("trx_000005")

    assert dump(_loaded(_dumped(shop))) == dump(shop.books)


def test_the_seed_of_a_server_comes_through() -> None:
    shop = Shop()
    planted = Context(books=Books(SPECS), now=shop.context.now, today=shop.context.today)
    seed.plant(planted, seed.Seed(filed_quarters=("2026-Q1",), lock_date=None, require=("journalId",)))

    assert dump(_loaded(dump(planted.books))) == dump(planted.books)


def test_loaded_books_go_on_where_the_others_were() -> None:
    shop, other = busy_shop(), busy_shop()
    other.books.restore(load(_dumped(shop), SPECS))
    shop.sell()
    other.sell()

    assert dump(other.books) == dump(shop.books)
    assert _dumped(other)["counters"]["entry:jrn_000005"] == 2


def test_the_ids_of_removed_records_are_not_given_again() -> None:
    shop = Shop()
    shop.remove_debtor("deb_000002")

    assert _loaded(_dumped(shop)).next_id(debtors.SPEC) == "deb_000003"


def test_a_gap_in_the_ids_stays_a_gap() -> None:
    shop = Shop()
    shop.remove_debtor("deb_000001")
    loaded = _loaded(_dumped(shop))

    assert [each.id for each in loaded.collection(debtors.SPEC).entities()] == ["deb_000002"]


def test_loaded_records_are_found_by_what_they_hold() -> None:
    first = _loaded(_dumped(Shop())).collection(debtors.SPEC).first("email", "inkoop@korenaar.example")

    assert first is not None


def test_amounts_above_what_one_line_may_hold_are_loaded() -> None:
    data = _with(lambda data: _records(data, "transactions")[2].update(total="1999999999.98"))

    assert _records(dump(_loaded(data)), "transactions")[2]["total"] == "1999999999.98"


def test_the_trial_balance_is_that_of_the_dumped_books() -> None:
    shop = busy_shop()

    assert trial_balance(_loaded(_dumped(shop))) == trial_balance(shop.books)


def test_loading_changes_nothing_by_itself() -> None:
    shop = busy_shop()
    before = dump(shop.books)
    _complaints(_with(lambda data: data.pop("counters")))

    assert dump(shop.books) == before


# ---- The frame


@pytest.mark.parametrize(
    ("change", "refusals"),
    [
        (lambda data: data.pop("counters"), [("/counters", "required")]),
        (lambda data: data.update(extra=1), [("/extra", "unknown_field")]),
        (lambda data: data.update(format="ledger"), [("/format", "not_one_of")]),
        (lambda data: data.update(version=2), [("/version", "number_out_of_range")]),
        (lambda data: data.update(collections=[]), [("/collections", "not_object")]),
        (lambda data: data["collections"].pop("debtors"), [("/collections/debtors", "required")]),
        (lambda data: data["collections"].update(crates={}), [("/collections/crates", "unknown_field")]),
        (
            lambda data: data["collections"].update(debtors={"idsGiven": "2", "records": {}}),
            [("/collections/debtors/idsGiven", "not_integer"), ("/collections/debtors/records", "not_list")],
        ),
        (
            lambda data: data["collections"]["debtors"].update(idsGiven=1_000_001),
            [("/collections/debtors/idsGiven", "number_out_of_range")],
        ),
        (lambda data: data.update(counters=[1]), [("/counters", "not_object")]),
        (
            lambda data: data.update(counters={"debtor-code": "2", "seeded-order": 0, "x" * 101: 1}),
            [
                ("/counters/debtor-code", "not_integer"),
                ("/counters/seeded-order", "number_out_of_range"),
                ("/counters/" + "x" * 59 + "…", "too_long"),
            ],
        ),
    ],
)
def test_the_frame_must_be_right(change: Change, refusals: list[tuple[str, str]]) -> None:
    assert _refusals(_with(change)) == refusals


def test_a_collection_holds_a_million_records_at_most() -> None:
    rows = {"idsGiven": 1_000_000, "records": [None] * 1_000_001}
    (complaint,) = _complaints(_with(lambda data: data["collections"].update(debtors=rows)))

    assert complaint.pointer == "/collections/debtors/records"
    assert tell(complaint, "en") == "At most 1000000 items are allowed; 1000001 came."


@pytest.mark.parametrize("data", [None, [], "books", 1])
def test_anything_but_an_object_is_refused_as_a_whole(data: object) -> None:
    assert _refusals(data) == [("", "not_object")]


# ---- The records


@pytest.mark.parametrize(
    ("collection", "fields", "refusals"),
    [
        ("transactions", {"totalInclVat": 121}, [("/totalInclVat", "not_decimal")]),
        ("transactions", {"totalInclVat": "121.005"}, [("/totalInclVat", "too_many_decimals")]),
        ("transactions", {"date": "23-11-2026"}, [("/date", "not_date")]),
        ("transactions", {"type": "purchase"}, [("/type", "not_one_of")]),
        ("transactions", {"status": "lost"}, [("/status", "not_one_of")]),
        ("transactions", {"lines": None}, [("/lines", "null_not_allowed")]),
        ("transactions", {"postings": [1]}, [("/postings/0", "not_object")]),
        ("transactions", {"settledAmount": None}, [("/settledAmount", "null_not_allowed")]),
        ("transactions", {"debtorId": "deb_000009"}, [("/debtorId", "not_found")]),
        ("transactions", {"controlAccountId": "1300"}, [("/controlAccountId", "not_found")]),
        ("transactions", {"reversesTransactionId": "trx_000009"}, [("/reversesTransactionId", "not_found")]),
        ("transactions", {"createdAt": "2026-11-23"}, [("/createdAt", "not_moment")]),
        ("debtors", {"address": "Dorpsstraat 1"}, [("/address", "not_object")]),
        ("debtors", {"email": "bakker"}, [("/email", "invalid_email")]),
        ("debtors", {"id": "deb_1"}, [("/id", "id_out_of_order")]),
        ("debtors", {"id": "deb_000000"}, [("/id", "id_out_of_order")]),
        (
            "debtors",
            {"id": "deb_000003"},
            [
                ("/id", "id_out_of_order"),
            ],
        ),
        ("journals", {"numberPattern": "{year}"}, [("/numberPattern", "invalid_number_pattern")]),
        ("journals", {"latestFiscalYear": "2026"}, [("/latestFiscalYear", "not_integer")]),
        ("administration", {"filedVatQuarters": ["2026-Q5"]}, [("/filedVatQuarters", "not_one_of")]),
        ("administration", {"requiredFields": ["debtorId"]}, [("/requiredFields", "not_one_of")]),
        ("administration", {"openFiscalYears": [2026, "2027"]}, [("/openFiscalYears/1", "not_integer")]),
        ("invoice-profiles", {"nickname": "x"}, [("/nickname", "unknown_field")]),
        ("ledger-accounts", {"defaultVatRateId": "NL_HOOG"}, [("/defaultVatRateId", "not_found")]),
    ],
)
def test_a_record_must_be_right(collection: str, fields: Json, refusals: list[tuple[str, str]]) -> None:
    data = _with(lambda data: _records(data, collection)[0].update(fields))
    start = f"/collections/{collection}/records/0"

    assert [((pointer or "").removeprefix(start), code) for pointer, code in _refusals(data)][
        : len(refusals)
    ] == refusals


def test_a_field_that_is_kept_inside_must_be_there_too() -> None:
    data = _with(lambda data: _records(data, "transactions")[0].pop("creditedAmount"))

    assert _refusals(data) == [("/collections/transactions/records/0/creditedAmount", "required")]


def test_a_posting_is_a_debit_or_a_credit() -> None:
    data = _with(lambda data: _records(data, "transactions")[0]["postings"][1].update(debit="100.00"))

    assert _refusals(data) == [("/collections/transactions/records/0/postings/1", "not_together")]


def test_no_posting_is_negative() -> None:
    data = _with(lambda data: _records(data, "transactions")[0]["postings"][1].update(credit="-100.00"))

    assert _refusals(data) == [("/collections/transactions/records/0/postings/1/credit", "number_out_of_range")]


def test_an_id_that_stands_twice_is_out_of_order() -> None:
    data = _with(lambda data: _records(data, "debtors")[1].update(id="deb_000001"))
    (complaint,) = _complaints(data)

    assert complaint.pointer == "/collections/debtors/records/1/id"
    assert tell(complaint, "en") == (
        'The id here lies between deb_000002 and deb_000002, written in just that way; what came is "deb_000001".'
    )
    assert tell(complaint, "nl") == (
        'Het id ligt hier tussen deb_000002 en deb_000002, precies zo geschreven; ontvangen: "deb_000001".'
    )


def test_what_is_wrong_in_several_records_is_told_at_once() -> None:
    def change(data: Json) -> None:
        _records(data, "debtors")[0].update(active="yes")
        _records(data, "transactions")[2]["lines"][0].update(debit="x")

    assert _refusals(_with(change)) == [
        ("/collections/debtors/records/0/active", "not_boolean"),
        ("/collections/transactions/records/2/lines/0/debit", "not_decimal"),
    ]


def test_no_more_than_a_hundred_mistakes_are_told() -> None:
    rows = {"idsGiven": 1000, "records": [{}] * 1000}

    assert len(_complaints(_with(lambda data: data["collections"].update(debtors=rows)))) == 100


# ---- The rules of the books


@pytest.mark.parametrize(
    ("collection", "place", "fields", "refusal"),
    [
        ("transactions", 1, {"number": "2026-0001", "journalId": "jrn_000005", "entryNumber": 2}, "number_in_use"),
        ("debtors", 1, {"code": "10001"}, "code_in_use"),
        ("ledger-accounts", 1, {"code": "0200"}, "not_unique"),
        ("payment-terms", 1, {"code": "00"}, "not_unique"),
        ("journals", 2, {"ledgerAccountId": None}, "required"),
        ("vat-rates", 0, {"ledgerAccountId": None}, "required"),
    ],
)
def test_the_rules_of_the_books_hold(collection: str, place: int, fields: Json, refusal: str) -> None:
    data = _with(lambda data: _records(data, collection)[place].update(fields))

    assert refusal in [code for _, code in _refusals(data)]


def test_a_transaction_must_balance() -> None:
    data = _with(lambda data: _records(data, "transactions")[0]["postings"][0].update(debit="120.99"))
    (complaint,) = _complaints(data)

    assert complaint.pointer == "/collections/transactions/records/0/postings"
    assert tell(complaint, "en") == "Debit 120.99 and credit 121.00 differ by 0.01."


def test_only_what_is_owed_is_settled() -> None:
    line = {"settlesTransactionId": "trx_000003"}
    data = _with(lambda data: _records(data, "transactions")[1]["lines"][0].update(line))

    assert _refusals(data) == [
        ("/collections/transactions/records/1/lines/0/settlesTransactionId", "transaction_type_mismatch")
    ]


def test_only_a_sale_is_credited() -> None:
    shop = busy_shop()
    shop.credit(SALE)
    data = _dumped(shop)
    _records(data, "transactions")[3].update(creditsTransactionId="trx_000002")

    assert _refusals(data) == [
        ("/collections/transactions/records/3/creditsTransactionId", "transaction_type_mismatch")
    ]


def test_an_entry_number_is_never_given_twice() -> None:
    shop = busy_shop()
    shop.sell()
    data = _dumped(shop)
    data["counters"].update({"entry:jrn_000005": 1})
    (complaint,) = _complaints(data)

    assert (complaint.pointer, complaint.code) == ("/counters/entry:jrn_000005", "number_out_of_range")
    assert tell(complaint, "en") == "This must be at least 2 and at most 2147483647; what came is 1."


def test_a_counter_of_entry_numbers_must_not_be_forgotten() -> None:
    data = _with(lambda data: data["counters"].pop("entry:jrn_000005"))

    assert _refusals(data) == [("/counters/entry:jrn_000005", "required")]


def test_books_without_what_the_server_falls_back_on_are_refused() -> None:
    def change(data: Json) -> None:
        data["collections"]["administration"] = {"idsGiven": 0, "records": []}
        _records(data, "invoice-profiles")[0].update(isDefault=False)
        _records(data, "journals")[4].update(isDefault=False)

    data = _with(change)

    assert _refusals(data) == [
        ("/collections/administration/records", "books_incomplete"),
        ("/collections/invoice-profiles/records", "books_incomplete"),
        ("/collections/journals/records", "books_incomplete"),
    ]
    assert [tell(complaint, "nl") for complaint in _complaints(data)] == [
        "In deze boeken ontbreekt de administratie adm_000001, en zonder dat kan er niet worden geboekt.",
        "In deze boeken ontbreekt een standaardfactuurprofiel, en zonder dat kan er niet worden geboekt.",
        "In deze boeken ontbreekt een standaarddagboek voor type sales, en zonder dat kan er niet worden geboekt.",
    ]
