"""Bodies as bytes: what is not one JSON object in UTF-8, said once, is refused with its place."""

import pytest

from tests.api.conftest import ApiClient

JSON = {"Content-Type": "application/json"}


def refusal(api: ApiClient, body: bytes, language: str = "en") -> tuple[int, str, str]:
    response = api.post("/debtors", content=body, headers={**JSON, "Accept-Language": language})
    problem = response.json()
    assert api.listed("/debtors") == []
    return response.status_code, problem["code"], problem["detail"]


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        (b'{"name": }', 1, 10),
        (b'{\n  "name": "Korenaar",\n}', 2, 21),
        (b"{'name': 'Korenaar'}", 1, 2),
        (b'{"name": NaN}', 1, 10),
        (b'{"name": Infinity}', 1, 10),
        (b'{"price": 01}', 1, 11),
        (b'{"name": "a', 1, 12),
        (b'{"name": "a\x01b"}', 1, 12),
        (b"{} {}", 1, 4),
        (b"name=Korenaar", 1, 1),
        (b"<debtor/>", 1, 1),
        (b"\xef\xbb\xbf{}", 1, 1),
        (b'{"name": "\\ud83c"}', 1, 11),
        (b'{"name": "\\udf3b"}', 1, 11),
    ],
)
def test_malformed_json_is_refused_with_line_and_column(api: ApiClient, body: bytes, line: int, column: int) -> None:
    status, code, detail = refusal(api, body)
    assert (status, code) == (400, "malformed_json")
    assert detail.endswith(f"(line {line}, column {column}).")


def test_malformed_json_is_told_in_dutch_too(api: ApiClient) -> None:
    assert refusal(api, b"{", "nl")[2].startswith("De body is geen geldige JSON:")


@pytest.mark.parametrize(
    "body", [b'{"name": "Caf\xe9"}', b'{"name": "\xed\xa0\xbc"}', b"\xff\xfe{\x00}\x00", b'{"name": "\xc3"}']
)
def test_a_body_that_is_not_utf_8_is_refused(api: ApiClient, body: bytes) -> None:
    assert refusal(api, body)[:2] == (400, "invalid_encoding")


def test_an_empty_body_is_refused_where_something_is_required(api: ApiClient) -> None:
    assert refusal(api, b"")[:2] == (400, "empty_body")


@pytest.mark.parametrize("body", [b" ", b"\n\n"])
def test_a_body_of_white_space_is_malformed(api: ApiClient, body: bytes) -> None:
    assert refusal(api, body)[:2] == (400, "malformed_json")


@pytest.mark.parametrize("body", [b"[]", b'[{"name": "Korenaar"}]', b'"Korenaar"', b"5", b"null", b"true", b"1.5"])
def test_a_body_that_is_not_an_object_is_refused_as_a_whole(api: ApiClient, body: bytes) -> None:
    response = api.post("/debtors", content=body, headers=JSON)
    assert [(error["code"], error["pointer"]) for error in response.json()["errors"]] == [("not_object", "")]


@pytest.mark.parametrize(
    ("body", "key", "line", "column"),
    [
        (b'{"name": "A", "name": "A"}', "name", 1, 15),
        (b'{"name": "A",\n "address": {"city": "x",\n  "city": "y"}}', "city", 3, 3),
        (b'{"name": "A", "n\\u0061me": "B"}', "name", 1, 15),
        (b'{"url": "https://x", "a\\"b": 1, "a\\"b": 2}', 'a"b', 1, 33),
        (b'{"lines": [{"a": 1}, {"a": 1, "a": 2}]}', "a", 1, 31),
        (b'{"name": "A", "name": "B", "phone": "\\u003a"}', "name", 1, 15),
        (b'{"name": "A", "name": "B", "phone": ":"}', "name", 1, 15),
    ],
)
def test_a_key_that_stands_twice_in_one_object_is_refused(
    api: ApiClient, body: bytes, key: str, line: int, column: int
) -> None:
    assert refusal(api, body) == (
        400,
        "malformed_json",
        f'The body is not valid JSON: the key "{key}" stands twice in one object (line {line}, column {column}).',
    )


def test_the_same_key_in_two_objects_and_colons_in_texts_are_no_repetition(api: ApiClient) -> None:
    debtor = api.debtor(
        name='Openingstijden: "9:00-17:00" {za: dicht}', deliveryAddress={**api_address(), "line2": "t.a.v.: Jan"}
    )
    assert debtor["name"] == 'Openingstijden: "9:00-17:00" {za: dicht}'


def api_address() -> dict[str, str]:
    return {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}


@pytest.mark.parametrize("depth", [33, 500, 1024, 5000, 100_000])
def test_json_nested_too_deeply_is_refused(api: ApiClient, depth: int) -> None:
    assert refusal(api, b"[" * depth + b"]" * depth)[:2] == (400, "too_deep")
    assert refusal(api, b'{"a":' * depth + b"1" + b"}" * depth)[:2] == (400, "too_deep")


def test_brackets_in_a_text_are_not_depth(api: ApiClient) -> None:
    assert api.debtor(name="[" * 50 + "{" * 50)["name"] == "[" * 50 + "{" * 50


def test_json_as_deep_as_allowed_is_read_and_refused_for_what_it_holds(api: ApiClient) -> None:
    body = b'{"a":' + b"[" * 31 + b"]" * 31 + b"}"
    assert refusal(api, body)[1] == "validation_failed"


def test_a_number_beyond_all_bounds_is_refused(api: ApiClient) -> None:
    assert refusal(api, b'{"name": 1e999}')[1] == "malformed_json"
    assert refusal(api, b'{"name": 123456789012345678901234567890}')[1] == "validation_failed"


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"]
)
def test_json_may_be_announced_in_these_ways(api: ApiClient, content_type: str) -> None:
    response = api.post("/debtors", content=b"{}", headers={"Content-Type": content_type})
    assert response.status_code == 400


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/xml",
        "text/json",
        "",
    ],
)
def test_a_body_that_is_not_announced_as_json_is_415(api: ApiClient, content_type: str) -> None:
    response = api.post("/debtors", content=b"{}", headers={"Content-Type": content_type})
    assert (response.status_code, response.json()["code"], response.json()["success"]) == (
        415,
        "unsupported_media_type",
        False,
    )
