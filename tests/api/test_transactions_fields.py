"""Fields of transactions: each has exactly one written form, and everything that is wrong is told at once."""

import pytest

from tests.api.conftest import ApiClient, Json

URL = "/transactions"

NOT_AN_AMOUNT = pytest.mark.parametrize(
    ("value", "code"),
    [
        (100, "not_decimal"),
        (100.0, "not_decimal"),
        (True, "not_decimal"),
        ([], "not_decimal"),
        ({}, "not_decimal"),
        ("", "not_decimal"),
        ("100,00", "not_decimal"),
        ("1.000,00", "not_decimal"),
        ("1e2", "not_decimal"),
        ("+100.00", "not_decimal"),
        (" 100.00", "not_decimal"),
        ("0100.00", "not_decimal"),
        (".50", "not_decimal"),
        ("100.", "not_decimal"),
        ("NaN", "not_decimal"),
        ("Infinity", "not_decimal"),
        ("€ 100.00", "not_decimal"),
        ("\u0661\u0660\u0660", "not_decimal"),
        ("9" * 400, "not_decimal"),
        ("1000000000.00", "number_out_of_range"),
        ("0.00001", "too_many_decimals"),
    ],
)


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


def _body(api: ApiClient, debtor: str, **line: object) -> Json:
    return api.sale_body(debtor, api.line(**line))


@NOT_AN_AMOUNT
def test_a_price_is_a_decimal_in_quotes_with_a_dot(api: ApiClient, debtor: str, value: object, code: str) -> None:
    assert api.refusals(URL, _body(api, debtor, unitPrice=value)) == [("/lines/0/unitPrice", code)]


@NOT_AN_AMOUNT
def test_so_are_amounts_quantities_percentages_and_totals(
    api: ApiClient, debtor: str, value: object, code: str
) -> None:
    line = {"amount": value, "quantity": value, "discountPercentage": value}
    body = {**_body(api, debtor, **line), "totalExclVat": value, "totalVat": value, "totalInclVat": value}

    assert sorted(api.refusals(URL, body)) == [
        ("/lines/0/amount", code),
        ("/lines/0/discountPercentage", code),
        ("/lines/0/quantity", code),
        ("/totalExclVat", code),
        ("/totalInclVat", code),
        ("/totalVat", code),
    ]


def test_a_refused_amount_is_told_with_what_came_and_the_right_form(api: ApiClient, debtor: str) -> None:
    body = _body(api, debtor, unitPrice="12,50")

    assert api.detail(URL, body) == (
        'This must be a decimal number in quotes, with a dot, such as "50.00"; what came is "12,50".'
    )
    assert api.detail(URL, body, language="nl") == (
        'Dit moet een decimaal getal tussen aanhalingstekens zijn, met een punt, zoals "50.00"; ontvangen: "12,50".'
    )


def test_an_amount_has_two_decimals_and_a_price_four(api: ApiClient, debtor: str) -> None:
    body = {**_body(api, debtor, unitPrice="1.00005", amount="1.005"), "totalVat": "0.210"}

    assert sorted(api.refusals(URL, body)) == [
        ("/lines/0/amount", "too_many_decimals"),
        ("/lines/0/unitPrice", "too_many_decimals"),
        ("/totalVat", "too_many_decimals"),
    ]


@pytest.mark.parametrize("value", ["0", "0.00", "-0"])
def test_a_quantity_is_not_zero(api: ApiClient, debtor: str, value: str) -> None:
    body = _body(api, debtor, quantity=value)

    assert api.refusals(URL, body) == [("/lines/0/quantity", "number_out_of_range")]
    assert "not 0" in api.detail(URL, body)


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_a_discount_is_a_percentage(api: ApiClient, debtor: str, value: str) -> None:
    body = _body(api, debtor, discountPercentage=value)

    assert api.refusals(URL, body) == [("/lines/0/discountPercentage", "number_out_of_range")]


@pytest.mark.parametrize(
    "value",
    [20261123, "", "23-11-2026", "2026-11-31", "2026-1-1", "2026-11-23T00:00:00Z", "26-11-23", "20261123", [], True],
)
def test_a_date_is_a_day_that_exists(api: ApiClient, debtor: str, value: object) -> None:
    body = {**api.sale_body(debtor), "date": value, "supplyDate": value, "dueDate": value}

    assert sorted(api.refusals(URL, body)) == [
        ("/date", "not_date"),
        ("/dueDate", "not_date"),
        ("/supplyDate", "not_date"),
    ]


def test_texts_are_counted_in_characters_and_never_cut(api: ApiClient, debtor: str) -> None:
    longest = {"number": "🌻" * 50, "reference": "é" * 100, "description": "x" * 250, "paymentReference": "9" * 50}
    longer = {name: text + "x" for name, text in longest.items()}

    assert sorted(api.refusals(URL, api.sale_body(debtor, api.line(description="x" * 251), **longer))) == [
        ("/description", "too_long"),
        ("/lines/0/description", "too_long"),
        ("/number", "too_long"),
        ("/paymentReference", "too_long"),
        ("/reference", "too_long"),
    ]
    sale = api.sale(debtor, **longest)
    assert {name: sale[name] for name in longest} == longest


def test_a_text_that_is_too_long_is_told_with_both_lengths(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, reference="x" * 131)

    assert api.detail(URL, body) == "At most 100 characters are allowed; 131 came."


def test_texts_are_texts(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, number=1, reference=True, description=[], paymentReference={}, journalId=5)

    assert sorted(api.refusals(URL, body)) == [
        ("/description", "not_text"),
        ("/journalId", "not_text"),
        ("/number", "not_text"),
        ("/paymentReference", "not_text"),
        ("/reference", "not_text"),
    ]


def test_what_a_sale_is_found_by_is_not_blank(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, number="", reference="  ", paymentReference="\t", journalId="")

    assert sorted(api.refusals(URL, body)) == [
        ("/journalId", "blank"),
        ("/number", "blank"),
        ("/paymentReference", "blank"),
        ("/reference", "blank"),
    ]


def test_control_characters_are_refused(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, description="regel\x00", reference="\x1b[0m")

    assert api.refusals(URL, body) == [("/reference", "control_character"), ("/description", "control_character")]


def test_null_means_absent_where_a_field_is_optional(api: ApiClient, debtor: str) -> None:
    optional = (
        "journalId", "number", "reference", "description", "paymentReference", "supplyDate", "dueDate",
        "paymentTermId", "invoiceProfileId", "totalExclVat", "totalVat", "totalInclVat",
    )  # fmt: skip
    line = api.line(productId=None, description=None, amount=None, discountPercentage=None)

    assert api.sale(debtor, line, **dict.fromkeys(optional))["number"] == "2026-0001"


def test_null_is_refused_where_a_field_is_required_or_has_a_default(api: ApiClient) -> None:
    names = ("date", "debtorId", "lines", "pricesIncludeVat", "vatRounding")
    body = {"type": "sales", **dict.fromkeys(names)}

    assert sorted(api.refusals(URL, body)) == [(f"/{name}", "null_not_allowed") for name in names]


def test_switches_and_choices_take_one_spelling(api: ApiClient, debtor: str) -> None:
    body = api.sale_body(debtor, pricesIncludeVat="true", vatRounding="lines")

    assert api.refusals(URL, body) == [("/pricesIncludeVat", "not_boolean"), ("/vatRounding", "not_one_of")]
    assert api.detail(URL, api.sale_body(debtor, vatRounding="lines")).endswith('Did you mean "line"?')


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, [("/type", "required")]),
        ({"type": None}, [("/type", "not_one_of")]),
        ({"type": "Sales"}, [("/type", "not_one_of")]),
        ({"type": ["sales"]}, [("/type", "not_one_of")]),
        ({"type": "sales"}, [("/date", "required"), ("/debtorId", "required"), ("/lines", "required")]),
        ({"type": "sales_credit"}, [("/date", "required"), ("/debtorId", "required"), ("/lines", "required")]),
        ({"type": "receipt"}, [("/date", "required"), ("/lines", "required")]),
        ({"type": "memorial"}, [("/date", "required"), ("/lines", "required")]),
    ],
)
def test_each_type_requires_what_it_needs(api: ApiClient, body: Json, errors: list[tuple[str, str]]) -> None:
    assert api.refusals(URL, body) == errors


def test_lines_require_what_they_need(api: ApiClient) -> None:
    receipt = {"type": "receipt", "date": "2026-11-23", "lines": [{}]}
    memorial = {"type": "memorial", "date": "2026-11-23", "lines": [{}]}

    assert api.refusals(URL, receipt) == [("/lines/0/amount", "required")]
    assert api.refusals(URL, memorial) == [("/lines/0/ledgerAccountId", "required")]


@pytest.mark.parametrize(
    ("lines", "errors"),
    [
        ({}, [("/lines", "not_list")]),
        ("x", [("/lines", "not_list")]),
        ([[], "x", None], [("/lines/0", "not_object"), ("/lines/1", "not_object"), ("/lines/2", "not_object")]),
    ],
)
def test_lines_are_a_list_of_objects(api: ApiClient, debtor: str, lines: object, errors: list[tuple[str, str]]) -> None:
    assert api.refusals(URL, {**api.sale_body(debtor), "lines": lines}) == errors


def test_a_body_is_an_object(api: ApiClient) -> None:
    assert api.refusals(URL, []) == [("", "not_object")]
    assert api.refusals(URL, "sales") == [("", "not_object")]


def test_unknown_keys_are_refused_with_the_nearest_known_one(api: ApiClient, debtor: str) -> None:
    body = {**api.sale_body(debtor, api.line(unit_price="1.00")), "debtor_id": debtor, "a/b~c": 1}

    assert sorted(api.refusals(URL, body)) == [
        ("/a~1b~0c", "unknown_field"),
        ("/debtor_id", "unknown_field"),
        ("/lines/0/unit_price", "unknown_field"),
    ]
    assert api.detail(URL, {**api.sale_body(debtor), "debtor_id": debtor}).endswith('Did you mean "debtorId"?')


@pytest.mark.parametrize(
    "name",
    [
        "id", "entryNumber", "status", "openAmount", "vatTotals", "postings", "fiscalYear", "period",
        "reversesTransactionId", "reversedByTransactionId", "createdAt", "updatedAt",
    ],
)  # fmt: skip
def test_what_the_server_sets_is_refused(api: ApiClient, debtor: str, name: str) -> None:
    assert api.refusals(URL, api.sale_body(debtor, **{name: None})) == [(f"/{name}", "set_by_server")]


def test_one_receipt_with_everything_wrong_tells_it_all(api: ApiClient) -> None:
    lines = [{"settlesTransactionId": 1, "ledgerAccountId": "x" * 41, "amount": 121, "description": 5, "quantity": "1"}]
    body = {
        "type": "receipt",
        "date": "vandaag",
        "number": 1,
        "debtorId": [],
        "supplyDate": "2026-11-23",
        "lines": lines,
    }

    assert sorted(api.refusals(URL, body)) == [
        ("/date", "not_date"),
        ("/debtorId", "not_text"),
        ("/lines/0/amount", "not_decimal"),
        ("/lines/0/description", "not_text"),
        ("/lines/0/ledgerAccountId", "too_long"),
        ("/lines/0/quantity", "unknown_field"),
        ("/lines/0/settlesTransactionId", "not_text"),
        ("/number", "not_text"),
        ("/supplyDate", "unknown_field"),
    ]


def test_a_problem_names_one_code_for_one_mistake_and_validation_failed_for_forms(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="F-1")
    taken = api.post(URL, json=api.sale_body(debtor, number="F-1")).json()
    misspelt = api.post(URL, json=api.sale_body(debtor, number=1)).json()

    assert (taken["code"], taken["type"]) == ("number_in_use", "/docs/errors#number-in-use")
    assert taken["errors"][0]["detail"] == taken["detail"]
    assert misspelt["code"] == "validation_failed"
