"""Debtors from outside: made, found, changed, archived and deleted."""

import pytest

from tests.api.conftest import ADDRESS, ApiClient

KORENAAR = {
    "code": "KOREN-1",
    "name": "Bakkerij De Korenaar",
    "contactName": "Sanne de Vries",
    "email": "inkoop@korenaar.example",
    "invoiceEmail": "facturen@korenaar.example",
    "phone": "+31 30 123 45 67",
    "address": {**ADDRESS, "line2": "2e verdieping", "region": "Utrecht"},
    "deliveryAddress": {**ADDRESS, "line2": None, "region": None, "city": "Zeist"},
    "vatNumber": "NL000099998B57",
    "cocNumber": "01234567",
    "iban": "NL82MOCK0123456789",
    "language": "nl",
    "isBusiness": True,
    "active": True,
}


def names(api: ApiClient, **query: str) -> list[str]:
    return [debtor["name"] for debtor in api.listed("/debtors", **query)]


def test_a_debtor_is_given_back_as_it_was_sent_with_what_the_server_adds(api: ApiClient) -> None:
    debtor = api.create("/debtors", KORENAAR)
    assert debtor == {
        **KORENAAR,
        "id": "deb_000001",
        "paymentTermId": None,
        "invoiceProfileId": None,
        "ledgerAccountId": api.account("1300"),
        "version": 1,
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
    }


def test_a_debtor_is_read_by_its_id(api: ApiClient) -> None:
    debtor = api.create("/debtors", KORENAAR)
    assert api.read("/debtors/deb_000001") == debtor


def test_the_least_that_a_debtor_needs_is_a_name_and_an_address(api: ApiClient) -> None:
    debtor = api.create("/debtors", {"name": "Piet Jansen", "address": ADDRESS})
    assert (debtor["code"], debtor["email"], debtor["isBusiness"], debtor["active"]) == ("10001", None, False, True)
    assert debtor["address"] == {**ADDRESS, "line2": None, "region": None}


def test_codes_are_assigned_in_a_row_around_those_in_use(api: ApiClient) -> None:
    api.debtor(code="10002")
    assert [api.debtor()["code"], api.debtor()["code"]] == ["10001", "10003"]


def test_a_refused_debtor_takes_no_id_and_no_code(api: ApiClient) -> None:
    api.refusals("/debtors", {"name": "Piet Jansen", "address": ADDRESS, "paymentTermId": "trm_999999"})
    debtor = api.debtor()
    assert (debtor["id"], debtor["code"]) == ("deb_000001", "10001")


def test_a_code_belongs_to_one_debtor_and_the_problem_names_it(api: ApiClient) -> None:
    api.debtor(code="00042")
    response = api.post("/debtors", json={"name": "Piet Jansen", "address": ADDRESS, "code": "00042"})
    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, "code_in_use")
    assert problem["errors"][0]["pointer"] == "/code"
    assert "deb_000001" in problem["detail"]


def test_an_archived_debtor_keeps_its_code(api: ApiClient) -> None:
    api.debtor(code="ARCHIEF-1", active=False)
    body = {"name": "Piet Jansen", "address": ADDRESS, "code": "ARCHIEF-1"}
    assert api.refusals("/debtors", body) == [("/code", "code_in_use")]


def test_the_code_of_a_deleted_debtor_is_free_again_but_its_id_is_not(api: ApiClient) -> None:
    api.debtor(code="KOREN-1")
    api.delete("/debtors/deb_000001")
    debtor = api.debtor(code="KOREN-1")
    assert debtor["id"] == "deb_000002"


def test_codes_differ_by_case_and_leading_zeros(api: ApiClient) -> None:
    assert [api.debtor(code=code)["code"] for code in ("42", "042", "a", "A")] == ["42", "042", "a", "A"]


def test_deleting_gives_the_debtor_as_it_was(api: ApiClient) -> None:
    debtor = api.create("/debtors", KORENAAR)
    response = api.delete("/debtors/deb_000001")
    assert (response.status_code, response.json()) == (200, {"success": True, "data": debtor})
    assert api.get("/debtors/deb_000001").json()["code"] == "not_found"
    assert api.listed("/debtors") == []


def test_a_debtor_with_transactions_is_not_deleted(api: ApiClient) -> None:
    debtor = api.debtor()
    api.sale(debtor["id"])
    response = api.delete(f"/debtors/{debtor['id']}")
    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, "in_use")
    assert problem["errors"][0]["parameter"] == "id"
    assert api.read(f"/debtors/{debtor['id']}") == debtor


@pytest.mark.parametrize(
    "email",
    ["inkoop@korenaar.example", "INKOOP@Korenaar.EXAMPLE", "  inkoop@korenaar.example ", "\tInkoop@korenaar.example"],
)
def test_an_e_mail_address_is_found_whatever_its_case_and_the_space_around_it(api: ApiClient, email: str) -> None:
    api.debtor(email="Inkoop@Korenaar.example")
    api.debtor(name="Een ander", email="verkoop@korenaar.example")
    assert names(api, email=email) == ["Bakkerij De Korenaar"]


@pytest.mark.parametrize("email", ["inkoop@korenaar", "nkoop@korenaar.example", "korenaar.example", "inkoop"])
def test_an_e_mail_address_is_found_whole_or_not_at_all(api: ApiClient, email: str) -> None:
    api.debtor(email="inkoop@korenaar.example")
    assert names(api, email=email) == []


@pytest.mark.parametrize("email", ["jan+groente@zoon.example", "siobhan.o'brien@mail.example", "a&b=c@mail.example"])
def test_an_awkward_e_mail_address_is_found(api: ApiClient, email: str) -> None:
    api.debtor(name="Jan & Zn.", email=email)
    assert names(api, email=email) == ["Jan & Zn."]


def test_a_plus_that_was_not_encoded_is_a_space_and_finds_nothing(api: ApiClient) -> None:
    api.debtor(email="jan+groente@zoon.example")
    assert api.get("/debtors?email=jan+groente@zoon.example").json()["data"] == []


def test_two_debtors_may_share_an_e_mail_address(api: ApiClient) -> None:
    api.debtor(name="Familie Jansen", email="jansen@thuis.example")
    api.debtor(name="Jansen Klussenbedrijf", email="Jansen@thuis.example")
    assert names(api, email="jansen@thuis.example") == ["Familie Jansen", "Jansen Klussenbedrijf"]


def test_an_archived_debtor_is_found_too_unless_only_active_ones_are_asked_for(api: ApiClient) -> None:
    api.debtor(email="info@opgeheven.example", active=False)
    assert len(api.listed("/debtors", email="info@opgeheven.example")) == 1
    assert api.listed("/debtors", email="info@opgeheven.example", active="true") == []
    assert len(api.listed("/debtors", active="false")) == 1


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("z", ["Café Zoë 🌻", "Chocolaterie Dubois & Zn"]),
        ("ZO", ["Café Zoë 🌻"]),
        ("zoe", ["Café Zoë 🌻"]),
        ("fé zoë", ["Café Zoë 🌻"]),
        ("cafe\u0301", ["Café Zoë 🌻"]),
        ("🌻", ["Café Zoë 🌻"]),
        ("O'B", ["Siobhán O'Brien"]),
        ("siobhan o'brien", ["Siobhán O'Brien"]),
        ("sohne gmbh", ["Müller & Söhne GmbH"]),
        ("& s", ["Müller & Söhne GmbH"]),
        ("%", []),
        ("_", []),
        ("brienne", []),
    ],
)
def test_a_name_is_found_by_any_piece_of_it_without_case_and_accents(
    api: ApiClient, part: str, found: list[str]
) -> None:
    api.debtor(name="Café Zoë 🌻")
    api.debtor(name="Siobhán O'Brien")
    api.debtor(name="Müller & Söhne GmbH")
    api.debtor(name="Chocolaterie Dubois & Zn")
    assert names(api, name=part) == found


def test_a_changed_name_is_found_by_the_new_one_only(api: ApiClient) -> None:
    debtor = api.debtor(name="Bakkerij De Korenaar", email="inkoop@korenaar.example")
    api.put(f"/debtors/{debtor['id']}", json={**debtor, "name": "Molen De Adriaan", "email": None})
    assert (names(api, name="korenaar"), names(api, name="adriaan")) == ([], ["Molen De Adriaan"])
    assert names(api, email="inkoop@korenaar.example") == []


def test_filters_combine_with_and(api: ApiClient) -> None:
    api.debtor(name="Familie Jansen", email="jansen@thuis.example", code="J1")
    api.debtor(name="Jansen Klussenbedrijf", email="jansen@thuis.example", code="J2")
    assert names(api, email="jansen@thuis.example", name="klus", code="J2", active="true") == ["Jansen Klussenbedrijf"]
    assert names(api, email="jansen@thuis.example", name="klus", code="J1") == []


def test_a_code_is_found_exactly(api: ApiClient) -> None:
    api.debtor(code="00042")
    assert len(api.listed("/debtors", code="00042")) == 1
    assert api.listed("/debtors", code="42") == []


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("2026-11-23T09:00:00Z", 1),
        ("2026-11-23T10:00:00+01:00", 1),
        ("2026-11-23T09:00:01Z", 0),
        ("2020-01-01T00:00:00Z", 1),
        ("2027-01-01T00:00:00.123Z", 0),
    ],
)
def test_what_changed_since_a_moment_is_found_the_moment_itself_included(
    api: ApiClient, moment: str, count: int
) -> None:
    api.debtor()
    assert len(api.listed("/debtors", updatedSince=moment)) == count


@pytest.mark.parametrize(
    ("given", "suggestion"),
    [("UK", "GB"), ("EL", "GR"), ("nl", "NL"), ("Nederland", "NL"), ("Germany", "DE"), ("Frankreich", "FR")],
)
def test_a_country_spelled_otherwise_is_refused_with_a_hint(api: ApiClient, given: str, suggestion: str) -> None:
    body = {"name": "Piet Jansen", "address": {**ADDRESS, "countryCode": given}}
    (error,) = api.refused("/debtors", body)
    assert (error["pointer"], error["code"]) == ("/address/countryCode", "country_code_unknown")
    assert error["detail"].endswith(f'Did you mean "{suggestion}"?')


def test_kosovo_is_a_country_here(api: ApiClient) -> None:
    assert api.debtor(address={**ADDRESS, "countryCode": "XK"})["address"]["countryCode"] == "XK"


@pytest.mark.parametrize(
    "number",
    ["NL000099998B58", "NL 0000 99998 B57", "nl000099998b57", "US123456789", "NL", "DE12345678", "GR123456789"],
)
def test_a_vat_number_must_have_the_form_and_check_digits_of_its_country(api: ApiClient, number: str) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "vatNumber": number}
    assert api.refusals("/debtors", body) == [("/vatNumber", "vat_number_invalid")]


@pytest.mark.parametrize("number", ["1234567", "123456789", "0123456٣", "1234567a", " 1234567"])
def test_a_coc_number_has_eight_digits(api: ApiClient, number: str) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "cocNumber": number}
    assert api.refusals("/debtors", body) == [("/cocNumber", "invalid_coc_number")]


@pytest.mark.parametrize(
    "iban", ["NL82MOCK0123456780", "NL82 MOCK 0123 4567 89", "nl82mock0123456789", "XX82MOCK0123456789"]
)
def test_an_iban_is_checked(api: ApiClient, iban: str) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "iban": iban}
    assert api.refusals("/debtors", body) == [("/iban", "invalid_iban")]


@pytest.mark.parametrize(
    "email", ["info", "info@", "@mail.example", "a@b@c.example", "a@b.example; c@d.example", "a b@c.example"]
)
def test_an_e_mail_address_must_be_one(api: ApiClient, email: str) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "email": email}
    assert api.refusals("/debtors", body) == [("/email", "invalid_email")]


def test_every_reference_must_exist_and_all_are_told_at_once(api: ApiClient) -> None:
    body = {
        "name": "Piet Jansen",
        "address": ADDRESS,
        "paymentTermId": "trm_999999",
        "invoiceProfileId": "prf_999999",
        "ledgerAccountId": "led_999999",
    }
    assert api.refusals("/debtors", body) == [
        ("/paymentTermId", "not_found"),
        ("/invoiceProfileId", "not_found"),
        ("/ledgerAccountId", "not_found"),
    ]


def test_a_payment_term_that_is_out_of_use_is_refused(api: ApiClient) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "paymentTermId": api.id_of("/payment-terms", "90")}
    assert api.refusals("/debtors", body) == [("/paymentTermId", "payment_term_inactive")]


def test_open_items_stand_on_a_receivable_only(api: ApiClient) -> None:
    body = {"name": "Piet Jansen", "address": ADDRESS, "ledgerAccountId": api.account("8000")}
    assert api.refusals("/debtors", body) == [("/ledgerAccountId", "ledger_account_not_allowed")]


def test_the_seed_holds_the_awkward_debtors(seeded_api: ApiClient) -> None:
    assert names(seeded_api, name="o'brien") == ["Siobhán O'Brien"]
    assert len(seeded_api.listed("/debtors", email="jansen@thuis.example")) == 2
    assert names(seeded_api, code="ARCHIEF-1", active="false") == ["Opgeheven Handelsmaatschappij"]
    assert names(seeded_api, email="w.de.groot@mail.example") == ["Willem de Groot"]
    assert names(seeded_api, code="00042") == ["Café Zoë 🌻"]
