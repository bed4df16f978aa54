"""VAT: the figures that must come out, the rate of the supply date, and the btw-id where the tax is shifted."""

from datetime import UTC, datetime

import pytest

from tests.api.conftest import ADDRESS, ApiClient, Json, OpenApi

URL = "/transactions"


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


def _rate_line(api: ApiClient, account: str, rate: str, price: str = "100.00") -> Json:
    return api.line(ledgerAccountId=api.account(account), vatRateId=api.rate(rate), unitPrice=price)


def _abroad(api: ApiClient, country: str, vat_number: str | None) -> str:
    return str(api.debtor(address={**ADDRESS, "countryCode": country}, vatNumber=vat_number)["id"])


# ---- The figures of the contract


@pytest.mark.parametrize(("rounding", "vat"), [("line", "10.51"), ("total", "10.50")])
def test_two_lines_per_line_and_on_the_total(api: ApiClient, debtor: str, rounding: str, vat: str) -> None:
    sale = api.sale(debtor, api.line(unitPrice="37.50"), api.line(unitPrice="12.50"), vatRounding=rounding)

    assert (sale["totalExclVat"], sale["totalVat"]) == ("50.00", vat)


@pytest.mark.parametrize(("rounding", "vat"), [("line", "5.19"), ("total", "5.20")])
def test_three_lines_per_line_and_on_the_total(api: ApiClient, debtor: str, rounding: str, vat: str) -> None:
    sale = api.sale(debtor, *[api.line(unitPrice="8.26")] * 3, vatRounding=rounding)

    assert (sale["totalExclVat"], sale["totalVat"]) == ("24.78", vat)


@pytest.mark.parametrize("rounding", ["line", "total"])
def test_three_pieces_with_vat_come_to_what_the_buyer_paid(api: ApiClient, debtor: str, rounding: str) -> None:
    line = api.line(quantity="3", unitPrice="9.99")
    sale = api.sale(debtor, line, pricesIncludeVat=True, vatRounding=rounding)

    assert (sale["totalExclVat"], sale["totalVat"], sale["totalInclVat"]) == ("24.77", "5.20", "29.97")


def test_the_vat_is_rounded_on_the_total_unless_told_otherwise(api: ApiClient, debtor: str) -> None:
    assert api.sale(debtor, api.line(unitPrice="37.50"), api.line(unitPrice="12.50"))["totalVat"] == "10.50"


def test_the_total_of_the_other_way_of_rounding_is_refused(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, api.line(unitPrice="37.50"), api.line(unitPrice="12.50"), totalVat="10.51")

    assert api.refusals(URL, body) == [("/totalVat", "total_mismatch")]
    assert api.detail(URL, body, language="nl") == "totalVat is volgens de regels 10.50, maar 10.51 is meegestuurd."


def test_a_half_cent_is_rounded_up(api: ApiClient, debtor: str) -> None:
    assert api.sale(debtor, api.line(quantity="2.5", unitPrice="8.05"))["totalExclVat"] == "20.13"
    assert api.sale(debtor, api.line(unitPrice="0.50"))["totalVat"] == "0.11"


def test_each_rate_has_its_own_total_in_order_of_first_use(api: ApiClient, debtor: str) -> None:
    low, high = _rate_line(api, "8010", "NL_LAAG"), api.line()
    sale = api.sale(debtor, low, high, low)

    assert [(each["code"], each["percentage"], each["base"], each["vat"]) for each in sale["vatTotals"]] == [
        ("NL_LAAG", "9.00", "200.00", "18.00"),
        ("NL_HOOG", "21.00", "100.00", "21.00"),
    ]
    assert [(leg["ledgerAccountId"], leg["credit"]) for leg in sale["postings"][1:]] == [
        (api.account("8010"), "200.00"),
        (api.account("8000"), "100.00"),
        (api.account("1501"), "18.00"),
        (api.account("1500"), "21.00"),
    ]


def test_no_vat_at_all_is_not_the_same_as_zero(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, _rate_line(api, "8020", "GEEN"), _rate_line(api, "8020", "NL_NUL"))

    assert [(each["code"], each["percentage"], each["vat"]) for each in sale["vatTotals"]] == [
        ("GEEN", None, "0.00"),
        ("NL_NUL", "0.00", "0.00"),
    ]
    assert len(sale["postings"]) == 2


# ---- The rate of the supply date


@pytest.fixture
def in_2012(open_api: OpenApi) -> ApiClient:
    return open_api(now=datetime(2012, 10, 15, 9, tzinfo=UTC))


def test_the_rate_of_an_account_is_that_of_the_supply_date(in_2012: ApiClient) -> None:
    debtor = in_2012.debtor()["id"]
    line = in_2012.line(vatRateId=None)
    before = in_2012.sale(debtor, line, date="2012-10-15", supplyDate="2012-09-30")
    after = in_2012.sale(debtor, line, date="2012-10-15", supplyDate="2012-10-01")

    assert (before["totalVat"], before["vatTotals"][0]["percentage"]) == ("19.00", "19.00")
    assert (after["totalVat"], after["vatTotals"][0]["percentage"]) == ("21.00", "21.00")


def test_without_a_supply_date_the_booking_date_decides(in_2012: ApiClient) -> None:
    product = in_2012.product()
    sale = in_2012.sale(in_2012.debtor()["id"], {"productId": product["id"]}, date="2012-09-30")

    assert (sale["supplyDate"], sale["totalVat"]) == ("2012-09-30", "19.00")


def test_a_late_supply_still_has_its_old_rate_today(api: ApiClient, debtor: str) -> None:
    note = api.credit(debtor, api.line(vatRateId=None), supplyDate="2012-09-30")

    assert note["totalInclVat"] == "119.00"


def test_a_rate_that_did_not_hold_on_the_supply_date_is_refused(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, supplyDate="2012-09-30")

    assert api.refusals(URL, body) == [("/lines/0/vatRateId", "vat_rate_not_valid_on_date")]
    assert "2012-10-01" in api.detail(URL, body)


def test_a_closed_version_of_a_rate_is_refused_today(api: ApiClient, debtor: str) -> None:
    closed = api.listed("/vat-rates", code="NL_LAAG")[1]["id"]
    line = api.line(ledgerAccountId=api.account("8010"), vatRateId=closed)

    assert api.refusals(URL, api.sale_body(debtor, line)) == [("/lines/0/vatRateId", "vat_rate_not_valid_on_date")]
    assert api.sale(debtor, line, supplyDate="2018-12-31")["totalVat"] == "6.00"


# ---- Rates, accounts and numbers that go together


@pytest.mark.parametrize(
    ("account", "rate"), [("8000", "NL_LAAG"), ("8030", "NL_NUL"), ("8020", "EU_ICP"), ("8100", "INK_HOOG")]
)
def test_a_rate_that_the_account_does_not_take_is_refused(api: ApiClient, account: str, rate: str) -> None:
    debtor = _abroad(api, "BE", "BE0123456749")

    assert api.refusals(URL, api.sale_body(debtor, _rate_line(api, account, rate))) == [
        ("/lines/0/vatRateId", "vat_rate_not_allowed")
    ]


def test_the_rates_that_an_account_takes_are_told(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, _rate_line(api, "8060", "NL_NUL"))

    assert api.detail(URL, body) == (
        "VAT rate NL_NUL is not allowed on ledger account 8060. Allowed: NL_HOOG, NL_VERLEGD, NL_LAAG."
    )


def test_a_rate_for_purchases_is_refused_where_any_sales_rate_would_do(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, _rate_line(api, "8100", "INK_HOOG"))

    assert api.detail(URL, body, language="nl").endswith("Toegestaan: elk btw-tarief voor verkoop.")


@pytest.mark.parametrize(
    ("account", "rate", "country", "vat_number"),
    [
        ("8030", "EU_ICP", "BE", "BE0123456749"),
        ("8030", "EU_ICP", "DE", "DE123456788"),
        ("8030", "EU_ICP", "GR", "EL094259216"),
        ("8030", "EU_ICP", "GB", "XI980780684"),
        ("8065", "EU_DIENST", "DE", "DE123456788"),
        ("8020", "NL_VERLEGD", "NL", "NL000099998B57"),
    ],
)
def test_tax_is_shifted_to_a_buyer_with_a_fitting_number(
    api: ApiClient, account: str, rate: str, country: str, vat_number: str
) -> None:
    sale = api.sale(_abroad(api, country, vat_number), _rate_line(api, account, rate))

    assert (sale["totalVat"], sale["vatTotals"][0]["code"]) == ("0.00", rate)


@pytest.mark.parametrize(("account", "rate"), [("8030", "EU_ICP"), ("8065", "EU_DIENST"), ("8020", "NL_VERLEGD")])
def test_tax_is_not_shifted_to_a_buyer_without_a_number(api: ApiClient, account: str, rate: str) -> None:
    debtor = api.debtor(code="10001", address={**ADDRESS, "countryCode": "BE"})["id"]
    body = api.sale_body(debtor, _rate_line(api, account, rate))

    assert api.refusals(URL, body) == [("/lines/0/vatRateId", "vat_number_required")]
    assert api.detail(URL, body) == f"VAT rate {rate} needs a VAT number, and debtor 10001 has none."


@pytest.mark.parametrize(
    ("account", "rate", "country", "vat_number"),
    [
        ("8030", "EU_ICP", "DE", "BE0123456749"),
        ("8030", "EU_ICP", "NL", "NL000099998B57"),
        ("8030", "EU_ICP", "GB", "GB980780684"),
        ("8065", "EU_DIENST", "GB", "XI980780684"),
        ("8020", "NL_VERLEGD", "NL", "BE0123456749"),
    ],
)
def test_tax_is_not_shifted_to_a_buyer_whose_number_is_of_elsewhere(
    api: ApiClient, account: str, rate: str, country: str, vat_number: str
) -> None:
    body = api.sale_body(_abroad(api, country, vat_number), _rate_line(api, account, rate))

    assert api.refusals(URL, body) == [("/lines/0/vatRateId", "vat_number_country_mismatch")]
