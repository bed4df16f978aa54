"""Unicode: every text comes back as it was sent, byte for byte."""

import json

import pytest

from tests.api.conftest import ADDRESS, ApiClient

TEXTS = [
    "Café Zoë",
    "Cafe\u0301 Zoe\u0308",
    "Ⅷ ﬁ Å Å Å",
    "👩\u200d👩\u200d👧\u200d👦 Familie",
    "🇳🇱 Vlag",
    "عربى ותירבע",
    "日本語 株式会社",
    "İstanbul \u0131I",
    "a\u00a0b\u2028c\u2029d\u200be\ufefff",
    "<b>&amp; 'x' \"y\" \\ /",
    "{name} {0} %s %(x)s ${y}",
    "\ufffd \uffff \U0010ffff",
    "  spaties  ",
    "regel 1\nregel 2\tTab\r\nregel 3",
    "0", "null", "true", "-",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back_byte_for_byte(api: ApiClient, text: str) -> None:
    body = json.dumps({"name": text, "address": {**ADDRESS, "city": text}}, ensure_ascii=False).encode()
    response = api.post("/debtors", content=body, headers={"Content-Type": "application/json"})
    assert response.json()["data"]["name"].encode() == text.encode()
    again = api.get("/debtors/deb_000001").json()["data"]
    assert (again["name"].encode(), again["address"]["city"].encode()) == (text.encode(), text.encode())


@pytest.mark.parametrize("text", TEXTS)
def test_it_matters_not_whether_a_text_was_escaped(api: ApiClient, text: str) -> None:
    body = json.dumps({"sku": text, "description": text, "price": "1.00"}, ensure_ascii=True).encode()
    api.post("/products", content=body, headers={"Content-Type": "application/json"})
    assert api.listed("/products", sku=text)[0]["description"] == text


def test_composed_and_decomposed_codes_are_two(api: ApiClient) -> None:
    assert (api.debtor(code="é")["id"], api.debtor(code="e\u0301")["id"]) == ("deb_000001", "deb_000002")


@pytest.mark.parametrize("character", ["\u0000", "\u0007", "\u0008", "\u000b", "\u001b", "\u007f"])
def test_a_control_character_is_refused(api: ApiClient, character: str) -> None:
    body = {"name": f"Bakkerij{character}De Korenaar", "address": ADDRESS}
    assert api.refusals("/debtors", body) == [("/name", "control_character")]


def test_a_template_in_a_text_is_told_as_it_is(api: ApiClient) -> None:
    body = {"name": "Piet Jansen", "address": {**ADDRESS, "countryCode": "{came}"}}
    assert '"{came}"' in api.detail("/debtors", body)
