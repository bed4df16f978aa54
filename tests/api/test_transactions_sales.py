"""Sales: what they say, what follows from product, debtor and terms, and what is refused."""

from datetime import UTC, datetime

import pytest

from tests.api.conftest import ApiClient, Json, OpenApi

URL = "/transactions"


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


def test_a_sale_reads_from_head_to_foot_with_everything_filled_in(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, reference="ORD-1001", description="Bestelling 1001", paymentReference="1000000000001001")

    assert sale == {
        "id": "trx_000001",
        "type": "sales",
        "number": "2026-0001",
        "date": "2026-11-23",
        "status": "open",
        "openAmount": "121.00",
        "journalId": api.journal("70"),
        "entryNumber": 1,
        "fiscalYear": 2026,
        "period": 11,
        "reference": "ORD-1001",
        "description": "Bestelling 1001",
        "paymentReference": "1000000000001001",
        "debtorId": debtor,
        "supplyDate": "2026-11-23",
        "dueDate": "2026-12-07",
        "paymentTermId": api.id_of("/payment-terms", "14"),
        "invoiceProfileId": api.id_of("/invoice-profiles", "STD"),
        "pricesIncludeVat": False,
        "vatRounding": "total",
        "totalExclVat": "100.00",
        "totalVat": "21.00",
        "totalInclVat": "121.00",
        "reversesTransactionId": None,
        "reversedByTransactionId": None,
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
        "lines": [
            {
                "productId": None,
                "ledgerAccountId": api.account("8000"),
                "description": None,
                "quantity": "1",
                "unitPrice": "100.00",
                "amount": "100.00",
                "discountPercentage": None,
                "vatRateId": api.rate("NL_HOOG"),
            }
        ],
        "vatTotals": [
            {
                "vatRateId": api.rate("NL_HOOG"),
                "code": "NL_HOOG",
                "percentage": "21.00",
                "base": "100.00",
                "vat": "21.00",
            }
        ],
        "postings": [
            _posting(api.account("1300"), debit="121.00"),
            _posting(api.account("8000"), credit="100.00"),
            _posting(api.account("1500"), credit="21.00"),
        ],
    }


def _posting(account_id: str, *, debit: str = "0.00", credit: str = "0.00") -> Json:
    return {"ledgerAccountId": account_id, "debit": debit, "credit": credit, "description": "Bestelling 1001"}


def test_a_sale_reads_the_same_when_it_is_asked_for_again(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor)

    assert list(api.read(f"{URL}/{sale['id']}")) == list(sale)
    assert api.read(f"{URL}/{sale['id']}") == sale
    assert api.listed(URL) == [sale]


def test_a_product_fills_in_what_the_line_leaves_out(api: ApiClient, debtor: str) -> None:
    product = api.product(price="50.00")
    (line,) = api.sale(debtor, {"productId": product["id"], "quantity": "2"})["lines"]

    assert line == {
        "productId": product["id"],
        "ledgerAccountId": api.account("8000"),
        "description": "Volkorenbrood 800 gram",
        "quantity": "2",
        "unitPrice": "50.00",
        "amount": "100.00",
        "discountPercentage": None,
        "vatRateId": api.rate("NL_HOOG"),
    }


def test_a_line_keeps_what_it_says_itself_beside_a_product(api: ApiClient, debtor: str) -> None:
    said = {
        "description": "Van gisteren",
        "unitPrice": "2.5",
        "ledgerAccountId": api.account("8010"),
        "vatRateId": api.rate("NL_LAAG"),
    }
    (line,) = api.sale(debtor, {"productId": api.product()["id"], **said})["lines"]

    assert (line["description"], line["unitPrice"]) == ("Van gisteren", "2.50")
    assert (line["ledgerAccountId"], line["vatRateId"]) == (said["ledgerAccountId"], said["vatRateId"])


def test_an_amount_takes_the_place_of_a_product_price(api: ApiClient, debtor: str) -> None:
    (line,) = api.sale(debtor, {"productId": api.product()["id"], "amount": "80.00"})["lines"]

    assert (line["unitPrice"], line["amount"]) == (None, "80.00")


def test_a_price_with_vat_is_turned_into_one_without_to_four_decimals(api: ApiClient, debtor: str) -> None:
    product = api.product(price="9.99", priceIncludesVat=True)
    sale = api.sale(debtor, {"productId": product["id"], "quantity": "3"})

    assert (sale["lines"][0]["unitPrice"], sale["lines"][0]["amount"]) == ("8.2562", "24.77")
    assert (sale["totalVat"], sale["totalInclVat"]) == ("5.20", "29.97")


def test_a_round_price_stays_round_when_it_is_converted(api: ApiClient, debtor: str) -> None:
    product = api.product(price="121.00", priceIncludesVat=True)

    assert api.sale(debtor, {"productId": product["id"]})["lines"][0]["unitPrice"] == "100.00"


def test_a_price_without_vat_is_turned_into_one_with(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, {"productId": api.product(price="8.26")["id"]}, pricesIncludeVat=True)

    assert (sale["lines"][0]["unitPrice"], sale["totalInclVat"]) == ("9.9946", "9.99")


def test_a_price_is_converted_with_the_rate_of_the_line_not_of_the_product(api: ApiClient, debtor: str) -> None:
    product = api.product(price="109.00", priceIncludesVat=True)
    line = {"productId": product["id"], "ledgerAccountId": api.account("8010"), "vatRateId": api.rate("NL_LAAG")}

    assert api.sale(debtor, line)["lines"][0]["unitPrice"] == "100.00"


def test_a_discount_comes_off_the_unit_price(api: ApiClient, debtor: str) -> None:
    line = api.line(quantity="3", unitPrice="12.50", discountPercentage="10.00")

    assert api.sale(debtor, line)["totalExclVat"] == "33.75"


def test_a_whole_discount_makes_a_sale_of_nothing_that_is_paid_at_once(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, api.line(discountPercentage="100"))

    assert (sale["totalInclVat"], sale["openAmount"], sale["status"]) == ("0.00", "0.00", "paid")
    assert sale["postings"] == []


def test_a_negative_line_takes_off_what_others_put_on(api: ApiClient, debtor: str) -> None:
    sale = api.sale(
        debtor, api.line(), api.line(quantity="-1", unitPrice="25.00"), api.line(amount="-5.00", unitPrice=None)
    )

    assert (sale["totalExclVat"], sale["totalVat"], sale["totalInclVat"]) == ("70.00", "14.70", "84.70")


def test_lines_on_one_account_make_one_posting(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, api.line(unitPrice="37.50"), api.line(unitPrice="12.50"))

    assert [(leg["debit"], leg["credit"]) for leg in sale["postings"]] == [
        ("60.50", "0.00"),
        ("0.00", "50.00"),
        ("0.00", "10.50"),
    ]


def test_a_quantity_and_a_price_may_have_four_decimals(api: ApiClient, debtor: str) -> None:
    (line,) = api.sale(debtor, api.line(quantity="0.3333", unitPrice="0.0825"))["lines"]

    assert (line["quantity"], line["unitPrice"], line["amount"]) == ("0.3333", "0.0825", "0.03")


def test_unicode_comes_back_byte_for_byte(api: ApiClient, debtor: str) -> None:
    text = "Café Zoë 🌻 – e\u0301 “½” \u200d ß"
    sale = api.sale(debtor, api.line(description=text), description=text, reference=text)

    assert (sale["description"], sale["reference"], sale["lines"][0]["description"]) == (text, text, text)
    assert api.listed(URL, reference=text) == [sale]


def test_five_hundred_lines_are_booked(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, *[api.line(unitPrice="0.01")] * 500)

    assert (len(sale["lines"]), sale["totalExclVat"], sale["totalVat"]) == (500, "5.00", "1.05")


def test_five_hundred_and_one_lines_are_too_many_and_none_too_few(api: ApiClient, debtor: str) -> None:
    too_many = api.sale_body(debtor, *[api.line()] * 501)
    none = {**api.sale_body(debtor), "lines": []}

    assert api.refusals(URL, too_many) == [("/lines", "too_many_items")]
    assert api.refusals(URL, none) == [("/lines", "too_few_items")]


# ---- Terms


def test_the_due_date_follows_from_the_term_of_the_debtor(api: ApiClient) -> None:
    term = api.id_of("/payment-terms", "30")
    sale = api.sale(api.debtor(paymentTermId=term)["id"])

    assert (sale["paymentTermId"], sale["dueDate"]) == (term, "2026-12-23")


def test_a_term_to_the_end_of_the_month_moves_the_due_date_there(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, paymentTermId=api.id_of("/payment-terms", "30EM"))

    assert sale["dueDate"] == "2026-12-31"


def test_a_due_date_that_is_sent_stands(api: ApiClient, debtor: str) -> None:
    assert api.sale(debtor, dueDate="2027-03-01")["dueDate"] == "2027-03-01"
    assert api.sale(debtor, dueDate="2026-11-23")["dueDate"] == "2026-11-23"


def test_a_due_date_before_the_date_is_refused(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, dueDate="2026-11-22")

    assert api.refusals(URL, body) == [("/dueDate", "due_date_before_date")]
    assert api.detail(URL, body) == "The due date 2026-11-22 lies before the date 2026-11-23."


def test_an_invoice_profile_that_is_asked_for_brings_its_journal_and_term(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, invoiceProfileId=api.id_of("/invoice-profiles", "WEB"))

    assert (sale["journalId"], sale["number"]) == (api.journal("75"), "WEB-2026-00001")
    assert (sale["paymentTermId"], sale["dueDate"]) == (api.id_of("/payment-terms", "00"), "2026-11-23")
    assert sale["pricesIncludeVat"] is False


def test_a_journal_that_is_asked_for_goes_before_that_of_the_profile(api: ApiClient, debtor: str) -> None:
    profile = api.id_of("/invoice-profiles", "WEB")

    assert api.sale(debtor, invoiceProfileId=profile, journalId=api.journal("70"))["number"] == "2026-0001"


def test_the_profile_of_the_debtor_brings_its_term_but_not_its_journal(api: ApiClient) -> None:
    profile = api.id_of("/invoice-profiles", "WEB")
    sale = api.sale(api.debtor(invoiceProfileId=profile)["id"])

    assert (sale["invoiceProfileId"], sale["journalId"]) == (profile, api.journal("70"))
    assert sale["paymentTermId"] == api.id_of("/payment-terms", "00")


def test_the_open_item_stands_on_the_account_of_the_debtor(api: ApiClient) -> None:
    debtor = api.debtor(ledgerAccountId=api.account("1400"))

    assert api.sale(debtor["id"])["postings"][0]["ledgerAccountId"] == api.account("1400")


# ---- What is refused


def test_what_a_sale_refers_to_must_exist_and_all_of_it_is_told_at_once(api: ApiClient) -> None:
    line = {"productId": "prd_000099", "unitPrice": "1.00"}
    other = {"ledgerAccountId": "led_999999", "unitPrice": "1.00", "vatRateId": "vat_999999"}
    body = api.sale_body(
        "deb_000099", line, other, journalId="jrn_000099", paymentTermId="trm_000099", invoiceProfileId="prf_000099"
    )

    assert sorted(api.refusals(URL, body)) == [
        ("/debtorId", "not_found"),
        ("/invoiceProfileId", "not_found"),
        ("/journalId", "not_found"),
        ("/lines/0/productId", "not_found"),
        ("/lines/1/ledgerAccountId", "not_found"),
        ("/lines/1/vatRateId", "not_found"),
        ("/paymentTermId", "not_found"),
    ]


def test_what_is_not_in_use_is_refused(api: ApiClient) -> None:
    debtor, product = api.debtor(active=False), api.product(active=False)
    line = api.line(ledgerAccountId=api.account("8990"), vatRateId=api.rate("NL_OVERIG"))
    body = api.sale_body(
        debtor["id"],
        {"productId": product["id"]},
        line,
        journalId=api.journal("79"),
        paymentTermId=api.id_of("/payment-terms", "90"),
        invoiceProfileId=api.id_of("/invoice-profiles", "OUD"),
    )

    assert sorted(api.refusals(URL, body)) == [
        ("/debtorId", "debtor_inactive"),
        ("/invoiceProfileId", "invoice_profile_inactive"),
        ("/journalId", "journal_inactive"),
        ("/lines/0/productId", "product_inactive"),
        ("/lines/1/ledgerAccountId", "ledger_account_inactive"),
        ("/lines/1/vatRateId", "vat_rate_inactive"),
        ("/paymentTermId", "payment_term_inactive"),
    ]


def test_lines_that_refer_to_the_same_wrong_thing_are_each_told(api: ApiClient, debtor: str) -> None:
    good, wrong = api.line(), api.line(ledgerAccountId=api.account("1300"))

    assert api.refusals(URL, api.sale_body(debtor, good, wrong, wrong, good, {**good, "unitPrice": None})) == [
        ("/lines/1/ledgerAccountId", "ledger_account_not_allowed"),
        ("/lines/2/ledgerAccountId", "ledger_account_not_allowed"),
        ("/lines/4", "exactly_one_of"),
    ]


@pytest.mark.parametrize(
    ("code", "why"), [("1300", "control account"), ("4700", "revenue account"), ("1100", "revenue account")]
)
def test_a_line_is_booked_on_a_revenue_account(api: ApiClient, debtor: str, code: str, why: str) -> None:
    body = api.sale_body(debtor, api.line(ledgerAccountId=api.account(code)))

    assert api.refusals(URL, body) == [("/lines/0/ledgerAccountId", "ledger_account_not_allowed")]
    assert why in api.detail(URL, body)


def test_a_line_needs_an_account_a_rate_and_a_price(api: ApiClient, debtor: str) -> None:
    account_without_a_rate = api.line(ledgerAccountId=api.account("8100"), vatRateId=None)
    product_without_anything = api.product(ledgerAccountId=None, vatRateId=None)
    body = api.sale_body(
        debtor,
        {"vatRateId": api.rate("NL_HOOG")},
        account_without_a_rate,
        {"productId": product_without_anything["id"]},
    )

    assert api.refusals(URL, body) == [
        ("/lines/0/ledgerAccountId", "required"),
        ("/lines/0", "exactly_one_of"),
        ("/lines/1/vatRateId", "vat_rate_required"),
        ("/lines/2/ledgerAccountId", "required"),
    ]


def test_a_line_has_a_unit_price_or_an_amount_and_no_discount_on_an_amount(api: ApiClient, debtor: str) -> None:
    both = api.line(amount="100.00")
    discounted = api.line(unitPrice=None, amount="100.00", discountPercentage="5.00")

    assert api.refusals(URL, api.sale_body(debtor, both, discounted)) == [
        ("/lines/0", "exactly_one_of"),
        ("/lines/1", "not_together"),
    ]


def test_a_line_beyond_what_an_amount_can_hold_is_refused(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, api.line(quantity="999999999.99", unitPrice="-999999999.99"))

    assert api.refusals(URL, body) == [("/lines/0", "number_out_of_range")]


def test_a_sale_below_zero_is_a_credit_note(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, api.line(quantity="-1"))

    assert api.refusals(URL, body) == [("/lines", "negative_total")]
    assert api.detail(URL, body, language="nl") == "Het totaal is -121.00; dat kan niet onder nul zijn."


def test_totals_that_agree_are_taken(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, totalExclVat="100", totalVat="21.0", totalInclVat="121.00")

    assert sale["totalInclVat"] == "121.00"


def test_totals_that_differ_are_refused_with_both_figures(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, totalExclVat="100.01", totalVat="20.99", totalInclVat="122.00")

    assert api.refusals(URL, body) == [
        ("/totalExclVat", "total_mismatch"),
        ("/totalVat", "total_mismatch"),
        ("/totalInclVat", "total_mismatch"),
    ]
    assert (
        api.detail(URL, api.sale_body(debtor, totalVat="20.99"))
        == "totalVat is 21.00 according to the lines, but 20.99 was sent."
    )


def test_a_wrong_total_and_a_wrong_number_are_told_together(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="F-1")

    assert api.refusals(URL, api.sale_body(debtor, number="F-1", date="2024-01-31", totalVat="0.00")) == [
        ("/date", "fiscal_year_closed"),
        ("/number", "number_in_use"),
        ("/totalVat", "total_mismatch"),
    ]


@pytest.mark.parametrize("code", ["10", "20", "60", "90", "99"])
def test_a_sale_goes_in_a_sales_journal(api: ApiClient, debtor: str, code: str) -> None:
    body = api.sale_body(debtor, journalId=api.journal(code))

    assert api.refusals(URL, body) == [("/journalId", "journal_type_mismatch")]


def test_an_archived_debtor_keeps_its_sales_and_can_still_pay(api: ApiClient) -> None:
    debtor = api.debtor()
    sale = api.sale(debtor["id"])
    api.put(f"/debtors/{debtor['id']}", json={**debtor, "active": False}).raise_for_status()

    assert api.refusals(URL, api.sale_body(debtor["id"])) == [("/debtorId", "debtor_inactive")]
    assert api.pay(sale["id"], "121.00", debtorId=debtor["id"])["total"] == "121.00"


def test_a_debtor_and_a_product_with_sales_are_not_deleted(api: ApiClient, debtor: str) -> None:
    product = api.product()
    api.sale(debtor, {"productId": product["id"]})

    assert api.refusals(f"/debtors/{debtor}", None, method="DELETE") == [("id", "in_use")]
    assert api.refusals(f"/products/{product['id']}", None, method="DELETE") == [("id", "in_use")]


def test_just_after_midnight_in_the_netherlands_it_is_the_new_year(open_api: OpenApi) -> None:
    api = open_api(now=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))

    assert api.sale(api.debtor()["id"], date="2027-01-01")["number"] == "2027-0001"
