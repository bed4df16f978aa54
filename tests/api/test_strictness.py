"""Strictness: a bad value in any field of any body is refused with its place, in both languages, and changes nothing.

The table is made from the schemas themselves, so a field that is added tomorrow is held to the same.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from mockbooks.resources.debtors import DebtorCreate
from mockbooks.resources.products import ProductCreate
from mockbooks.service.fields import Choice, DecimalText, Flag, PlainText, Strict
from mockbooks.service.schema import Part, StrictSchema
from tests.api.conftest import ADDRESS, LISTS, ApiClient

Json = dict[str, Any]

GOOD: dict[str, Json] = {
    "/debtors": {"name": "Bakkerij De Korenaar", "address": ADDRESS},
    "/products": {"sku": "TAART-12", "description": "Appeltaart", "price": "24.95"},
}
BODIES: dict[str, StrictSchema] = {"/debtors": DebtorCreate(), "/products": ProductCreate()}


class Bad(NamedTuple):
    """One body with one thing wrong."""

    path: str
    pointer: str
    value: Any
    code: str

    @property
    def body(self) -> Json:
        *parents, name = self.pointer.removeprefix("/").split("/")
        inner = {**ADDRESS, name: self.value} if parents else self.value
        return {**GOOD[self.path], (parents or [name])[0]: inner}


def fields_of(schema: StrictSchema, above: str = "") -> Iterator[tuple[str, Strict]]:
    for name, field in schema.load_fields.items():
        pointer = f"{above}/{field.data_key or name}"
        assert isinstance(field, Strict)
        yield pointer, field
        if isinstance(field, Part):
            yield from fields_of(field.inner_schema, pointer)


WRONG_TYPES: dict[str, list[Any]] = {
    "not_object": ["Dorpsstraat 12, Utrecht", 5, True, [], [ADDRESS]],
    "not_boolean": ["yes", "true", "", 1, 0, [], {}],
    "not_decimal": [12.5, 12, "12,50", "1e2", "", True, [], {}],
    "not_one_of": ["", "X", "NL", "GOODS", 1, True, [], {}],
    "not_text": [5, 1.5, True, False, [], {}, ["a"]],
}


def bad_values(field: Strict) -> Iterator[tuple[Any, str]]:
    code = CODES[next(kind for kind in CODES if isinstance(field, kind))]
    yield from ((value, code) for value in WRONG_TYPES[code])
    if isinstance(field, PlainText):
        yield "x" * (field.maximum + 1), "too_long"
        yield "🌻" * (field.maximum + 1), "too_long"
        yield "a\u0000b"[: field.maximum], "control_character"
    if isinstance(field, PlainText) and field.filled:
        yield "", "blank"
        yield "  ", "blank"
    if field.required or field.load_default is not None:
        yield None, "null_not_allowed"


CODES: dict[type[Strict], str] = {
    Part: "not_object",
    Flag: "not_boolean",
    DecimalText: "not_decimal",
    Choice: "not_one_of",
    PlainText: "not_text",
}
CASES = [
    Bad(path, pointer, value, code)
    for path, schema in BODIES.items()
    for pointer, field in fields_of(schema)
    for value, code in bad_values(field)
]


def test_the_table_covers_every_field() -> None:
    assert len({(case.path, case.pointer) for case in CASES}) == 17 + 2 * 6 + 11
    assert len(CASES) > 350


def test_the_bodies_that_the_table_spoils_are_good(api: ApiClient) -> None:
    assert (
        api.create("/debtors", GOOD["/debtors"])["version"],
        api.create("/products", GOOD["/products"])["version"],
    ) == (1, 1)


def told(api: ApiClient, case: Bad, language: str) -> tuple[int, str, str, list[tuple[str, str]], str]:
    response = api.post(case.path, json=case.body, headers={"Accept-Language": language})
    problem = response.json()
    wrong = [(error["pointer"], error["code"]) for error in problem["errors"]]
    return (
        response.status_code,
        response.headers["Content-Language"],
        problem["title"],
        wrong,
        problem["errors"][0]["detail"],
    )


@pytest.mark.parametrize("path", BODIES)
def test_a_bad_value_in_any_field_is_refused_at_its_place_in_both_languages(api: ApiClient, path: str) -> None:
    cases = [case for case in CASES if case.path == path]
    before = api.everything()
    english = [told(api, case, "en") for case in cases]
    dutch = [told(api, case, "nl") for case in cases]
    assert [(case, wrong) for case, (_, _, _, wrong, _) in zip(cases, english, strict=True)] == [
        (case, [(case.pointer, case.code)]) for case in cases
    ]
    assert [wrong for *_, wrong, _ in dutch] == [wrong for *_, wrong, _ in english]
    assert {(status, language) for status, language, *_ in english} == {(400, "en")}
    assert {(status, language) for status, language, *_ in dutch} == {(400, "nl")}
    assert [one for one, other in zip(english, dutch, strict=True) if one[2] == other[2] or one[4] == other[4]] == []
    assert api.everything() == before


@pytest.mark.parametrize("path", BODIES)
def test_null_in_an_optional_field_is_the_same_as_leaving_it_out(api: ApiClient, path: str) -> None:
    optional = [p for p, field in fields_of(BODIES[path]) if not field.required and field.load_default is None]
    nulls = {pointer.removeprefix("/"): None for pointer in optional if pointer.count("/") == 1}
    without, with_nulls = api.create(path, GOOD[path]), {**GOOD[path], **nulls, **OTHER_KEY[path]}
    again = api.create(path, with_nulls)
    changing = ("id", "code", "sku")
    assert {key: again[key] for key in again if key not in changing} == {
        key: without[key] for key in without if key not in changing
    }


OTHER_KEY = {"/debtors": {}, "/products": {"sku": "TAART-13"}}


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        ("/debtors", ["/name", "/address"]),
        ("/products", ["/sku", "/description", "/price"]),
    ],
)
def test_every_required_field_that_is_missing_is_told(api: ApiClient, path: str, missing: list[str]) -> None:
    assert api.refusals(path, {}) == [(pointer, "required") for pointer in missing]


def test_every_field_that_is_missing_in_an_address_is_told(api: ApiClient) -> None:
    body = {"name": "Piet Jansen", "address": {}, "deliveryAddress": {"line1": "Dorpsstraat 12-A"}}
    assert [pointer for pointer, _ in api.refusals("/debtors", body)] == [
        "/address/line1",
        "/address/postalCode",
        "/address/city",
        "/address/countryCode",
        "/deliveryAddress/postalCode",
        "/deliveryAddress/city",
        "/deliveryAddress/countryCode",
    ]


def test_all_wrong_fields_are_told_at_once_in_the_order_of_the_documentation(api: ApiClient) -> None:
    body = {
        "address": {"line1": 5, "postalCode": "1234 AB", "city": "", "countryCode": "UK", "country": "NL"},
        "emial": "inkoop@korenaar.example",
        "email": "inkoop",
        "isBusiness": "yes",
        "iban": "NL82 MOCK 0123 4567 89",
    }
    response = api.post("/debtors", json=body)
    problem = response.json()
    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [
        ("/emial", "unknown_field"),
        ("/name", "required"),
        ("/email", "invalid_email"),
        ("/address/country", "unknown_field"),
        ("/address/line1", "not_text"),
        ("/address/city", "blank"),
        ("/address/countryCode", "country_code_unknown"),
        ("/iban", "invalid_iban"),
        ("/isBusiness", "not_boolean"),
    ]
    assert problem["code"] == "validation_failed"
    assert problem["detail"] == (
        "Refused because of 9 mistakes, in /emial, /name, /email, /address/country, /address/line1, …. "
        "See errors for each of them."
    )


def test_an_unknown_key_gets_the_nearest_known_one_as_a_hint(api: ApiClient) -> None:
    assert api.detail("/debtors", {**GOOD["/debtors"], "emial": "a@b.example"}).endswith('Did you mean "email"?')


@pytest.mark.parametrize(
    ("key", "pointer"),
    [
        ("Name", "/Name"),
        ("payment_term_id", "/payment_term_id"),
        ("a/b~c", "/a~1b~0c"),
        ("_schema", "/_schema"),
        ("", "/"),
        ("🌻", "/🌻"),
        ("0", "/0"),
    ],
)
def test_an_unknown_key_is_refused_with_its_json_pointer(api: ApiClient, key: str, pointer: str) -> None:
    assert api.refusals("/debtors", {**GOOD["/debtors"], key: 1}) == [(pointer, "unknown_field")]


def test_of_a_thousand_unknown_keys_twenty_are_told(api: ApiClient) -> None:
    body = {**GOOD["/debtors"], **{f"key{number}": number for number in range(1000)}}
    assert len(api.refused("/debtors", body)) == 20


def test_a_length_counts_characters_not_bytes_and_nothing_is_cut(api: ApiClient) -> None:
    assert api.debtor(name="🌻" * 100)["name"] == "🌻" * 100
    assert api.debtor(name="é" * 100)["name"] == "é" * 100
    body = {"name": "🌻" * 101, "address": ADDRESS}
    assert "101" in api.detail("/debtors", body)


@pytest.mark.parametrize(
    "value", ["2026-11-23", "2026-11-23T09:00:00", "2026-11-23 09:00:00Z", "23-11-2026", "yesterday", ""]
)
def test_a_moment_has_one_form(api: ApiClient, value: str) -> None:
    response = api.get("/debtors", params={"updatedSince": value})
    assert (response.status_code, response.json()["errors"][0]["code"]) == (400, "not_moment")


@pytest.mark.parametrize("value", ["1", "yes", "True", "TRUE", "", "null"])
def test_a_flag_in_a_query_is_true_or_false(api: ApiClient, value: str) -> None:
    response = api.get("/products", params={"active": value})
    assert response.json()["errors"][0] == {
        "parameter": "active",
        "code": "not_boolean",
        "detail": f'This must be true or false; what came is "{value}".',
    }


@pytest.mark.parametrize("path", LISTS)
def test_an_unknown_query_key_of_a_list_is_refused(api: ApiClient, path: str) -> None:
    response = api.get(path, params={"e-mail": "a@b.example", "Page": "1"})
    errors = response.json()["errors"]
    assert response.status_code == 400
    assert [(error["parameter"], error["code"]) for error in errors] == [
        ("e-mail", "unknown_parameter"),
        ("Page", "unknown_parameter"),
    ]


@pytest.mark.parametrize("path", LISTS)
def test_a_repeated_query_key_is_refused_even_with_the_same_value(api: ApiClient, path: str) -> None:
    response = api.get(f"{path}?page=1&pageSize=5&page=1")
    assert [(error["parameter"], error["code"]) for error in response.json()["errors"]] == [
        ("page", "repeated_parameter")
    ]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/debtors/deb_000001"),
        ("POST", "/debtors"),
        ("PUT", "/debtors/deb_000001"),
        ("DELETE", "/debtors/deb_000001"),
        ("GET", "/administration"),
        ("GET", "/limits"),
        ("GET", "/support"),
        ("GET", "/vat-rates/vat_000001"),
    ],
)
def test_a_query_where_none_is_known_is_refused_and_nothing_is_done(api: ApiClient, method: str, path: str) -> None:
    debtor = api.debtor()
    bodies = {"PUT": debtor, "POST": GOOD["/debtors"]}
    response = api.request(method, path, params={"dryRun": "true"}, json=bodies.get(method))
    assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, "dryRun")
    assert api.listed("/debtors") == [debtor]


@pytest.mark.parametrize(
    "query", ["name=%FF", "name=%C3%28", "email=%ED%A0%80"], ids=["Latin-1", "broken pair", "lone surrogate"]
)
def test_a_query_that_is_not_utf_8_is_refused(api: ApiClient, query: str) -> None:
    response = api.get(f"/debtors?{query}")
    assert (response.status_code, response.json()["code"]) == (400, "malformed_request")


def test_an_unknown_id_is_400_not_found(api: ApiClient) -> None:
    response = api.get("/debtors/deb_999999")
    problem = response.json()
    assert (response.status_code, problem["code"], problem["detail"]) == (
        400,
        "not_found",
        'There is no debtor with id "deb_999999" in this administration.',
    )
    assert problem["errors"] == [
        {
            "parameter": "id",
            "code": "not_found",
            "detail": 'There is no debtor with id "deb_999999" in this administration.',
        }
    ]


@pytest.mark.parametrize("path", LISTS)
def test_whatever_is_not_an_id_is_not_found(api: ApiClient, path: str) -> None:
    api.debtor()
    wrong = [
        "x",
        "1",
        "%00",
        "%0A",
        "%FF",
        "deb_1",
        "DEB_000001",
        "deb_0000001",
        "deb_%EF%BC%91",
        "a b",
        "é",
        "x" * 3000,
        "deb_" + "9" * 5000,
    ]
    responses = [api.get(f"{path}/{text}") for text in wrong]
    assert [(response.status_code, response.json()["code"]) for response in responses] == [(400, "not_found")] * len(
        wrong
    )
    assert max(len(response.content) for response in responses) < 1000


@pytest.mark.parametrize("path", LISTS)
def test_ids_have_at_most_40_characters(seeded_api: ApiClient, path: str) -> None:
    assert {len(item["id"]) <= 40 for item in seeded_api.listed(path)} == {True}


def test_of_a_small_body_with_thousands_of_mistakes_a_hundred_are_told(api: ApiClient) -> None:
    body = {"type": "memorial", "date": "2026-11-23", "lines": [dict.fromkeys("abcdefgh", 0)] * 500}
    told = api.post("/transactions", json=body).json()["errors"]
    assert len(told) == 101
    assert told[100] == {"code": "more_mistakes", "detail": "4400 more mistakes are not told here."}


def test_a_repeated_parameter_is_told_together_with_what_else_is_wrong(api: ApiClient) -> None:
    answer = api.get("/debtors?page=1&page=2&foo=1&active=x")
    told = [(error["parameter"], error["code"]) for error in answer.json()["errors"]]
    assert told == [("page", "repeated_parameter"), ("foo", "unknown_parameter"), ("active", "not_boolean")]


def test_a_query_where_none_is_known_is_told_together_with_the_body(api: ApiClient) -> None:
    answer = api.post("/products?foo=1", json={"sku": "", "description": "Mok", "price": "1.00"})
    told = [(error.get("pointer"), error.get("parameter")) for error in answer.json()["errors"]]
    assert told == [("/sku", None), (None, "foo")]
