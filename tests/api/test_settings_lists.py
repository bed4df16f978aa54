"""The settings that transactions refer to: VAT rates, ledger accounts, journals, payment terms and invoice profiles."""

import pytest

from tests.api.conftest import SETTING_LISTS, ApiClient

FIELDS = {
    "/vat-rates": (
        "id code description percentage category direction returnBox countryCode requiresVatNumber legalText"
        " ledgerAccountId validFrom validTo active createdAt updatedAt"
    ),
    "/ledger-accounts": (
        "id code description type statement normalSide rgsCode defaultVatRateId allowedVatCodes isControl active"
        " createdAt updatedAt"
    ),
    "/journals": (
        "id code description type ledgerAccountId nextNumber numberPattern currency isDefault active createdAt"
        " updatedAt"
    ),
    "/payment-terms": (
        "id code description days endOfMonth months method discountDays discountPercentage isDefault active createdAt"
        " updatedAt"
    ),
    "/invoice-profiles": (
        "id code name language pricesIncludeVat numberPattern journalId paymentTermId deliveryMethod footerText"
        " isDefault active createdAt updatedAt"
    ),
}


@pytest.mark.parametrize("path", SETTING_LISTS)
def test_every_setting_holds_exactly_the_fields_of_the_contract(api: ApiClient, path: str) -> None:
    assert {tuple(sorted(item)) for item in api.listed(path)} == {tuple(sorted(FIELDS[path].split()))}


@pytest.mark.parametrize("path", SETTING_LISTS)
def test_a_setting_read_by_id_is_the_same_as_in_the_list(api: ApiClient, path: str) -> None:
    last = api.listed(path)[-1]
    assert api.read(f"{path}/{last['id']}") == last


@pytest.mark.parametrize("path", SETTING_LISTS)
def test_a_setting_is_found_by_its_code_and_by_being_in_use(api: ApiClient, path: str) -> None:
    archived = api.listed(path, active="false")
    in_use = api.listed(path, active="true")
    assert archived + in_use != []
    assert len(archived) + len(in_use) == len(api.listed(path))
    code = in_use[0]["code"]
    assert {item["code"] for item in api.listed(path, code=code)} == {code}
    assert api.listed(path, code="NOWHERE"[:7]) == []


@pytest.mark.parametrize("path", SETTING_LISTS)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_settings_cannot_be_written(api: ApiClient, path: str, method: str) -> None:
    response = api.request(method, path, json={})
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_vat_rate_has_a_percentage_and_a_code(api: ApiClient) -> None:
    (high,) = [rate for rate in api.listed("/vat-rates", code="NL_HOOG") if rate["validTo"] is None]
    assert (high["percentage"], high["category"], high["direction"], high["returnBox"]) == (
        "21.00",
        "high",
        "sales",
        "1a",
    )


def test_a_vat_rate_has_an_object_for_each_of_its_versions(api: ApiClient) -> None:
    versions = [(rate["percentage"], rate["validTo"]) for rate in api.listed("/vat-rates", code="NL_LAAG")]
    assert sorted(versions, key=str) == [("6.00", "2018-12-31"), ("9.00", None)]


def test_a_rate_without_vat_is_null_and_not_zero(api: ApiClient) -> None:
    (none,) = api.listed("/vat-rates", code="GEEN")
    assert (none["percentage"], none["category"]) == (None, "none")


def test_the_journals_are_those_of_a_dutch_office(api: ApiClient) -> None:
    assert [(journal["code"], journal["description"]) for journal in api.listed("/journals")][:4] == [
        ("10", "Kas"),
        ("20", "Bank"),
        ("25", "Betaalprovider"),
        ("60", "Inkoop"),
    ]
    assert api.listed("/journals", code="70")[0]["isDefault"] is True


def test_the_chart_holds_a_control_account_and_an_account_out_of_use(api: ApiClient) -> None:
    chart = api.listed("/ledger-accounts")
    assert {account["code"] for account in chart if account["isControl"]} >= {"1300"}
    assert [account for account in chart if not account["active"]] != []
    assert 45 <= len(chart) <= 60


def test_the_usual_payment_term_is_14_days(api: ApiClient) -> None:
    (usual,) = [term for term in api.listed("/payment-terms") if term["isDefault"]]
    assert (usual["code"], usual["days"], usual["endOfMonth"], usual["method"]) == ("14", 14, False, "transfer")


def test_the_profiles_are_those_of_the_contract(api: ApiClient) -> None:
    assert [profile["code"] for profile in api.listed("/invoice-profiles", active="true")] == [
        "STD",
        "WEB",
        "ENG",
        "B2B",
    ]


def test_settings_refer_to_settings_that_exist(api: ApiClient) -> None:
    accounts = {account["id"] for account in api.listed("/ledger-accounts")}
    rates = {rate["id"] for rate in api.listed("/vat-rates")}
    journals = {journal["id"] for journal in api.listed("/journals")}
    terms = {term["id"] for term in api.listed("/payment-terms")}
    assert {account["defaultVatRateId"] for account in api.listed("/ledger-accounts")} <= {None, *rates}
    assert {rate["ledgerAccountId"] for rate in api.listed("/vat-rates")} <= {None, *accounts}
    assert {journal["ledgerAccountId"] for journal in api.listed("/journals")} <= {None, *accounts}
    assert {profile["journalId"] for profile in api.listed("/invoice-profiles")} <= journals
    assert {profile["paymentTermId"] for profile in api.listed("/invoice-profiles")} <= terms
