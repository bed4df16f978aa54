"""A path and a verb say what is done with which collection, whatever the habits of its vendor."""

import pytest

from mockbooks.conformance.guessing.routes import Deed, route


@pytest.mark.parametrize(
    ("method", "path", "names", "deed"),
    [
        ("GET", "/debtors", ("debtors",), Deed.LIST),
        ("POST", "/v1/debtors", ("debtors",), Deed.CREATE),
        ("GET", "/debtors/{id}", ("debtors",), Deed.READ),
        ("DELETE", "/debtors/{id}", ("debtors",), Deed.REMOVE),
        ("PUT", "/Contacts", ("Contacts",), Deed.CREATE),
        ("PATCH", "/debtors/{id}", ("debtors",), Deed.UPDATE),
        ("GET", "/{administration_id}/contacts{format}", ("contacts",), Deed.LIST),
        ("GET", "/companies/{companyId}/data/customers", ("customers",), Deed.LIST),
        ("GET", "/api/v1/{division}/crm/Accounts(guid'{id}')", ("crm", "Accounts"), Deed.READ),
        ("GET", "/3/invoices.json", ("invoices",), Deed.LIST),
        ("GET", "/contacts/search", ("contacts",), Deed.SEARCH),
        ("POST", "/contact/search", ("contact",), Deed.SEARCH),
        ("GET", "/customers/by-email/{email}", ("customers",), Deed.SEARCH),
        ("GET", "/rest/listrelations", ("relations",), Deed.LIST),
        ("POST", "/addCustomer", ("customer",), Deed.CREATE),
        ("GET", "/invoice/list", ("invoice",), Deed.LIST),
        ("POST", "/contacts.info", ("contacts",), Deed.READ),
        ("POST", "/contacts.list", ("contacts",), Deed.LIST),
        ("GET", "/v1/voucherlist", ("voucher",), Deed.LIST),
        ("GET", "/companies", ("companies",), Deed.LIST),
    ],
)
def test_a_path_says_what_is_done(method: str, path: str, names: tuple[str, ...], deed: Deed) -> None:
    found = route(method, path)
    assert found is not None
    assert (found.names, found.deed) == (names, deed)


def test_what_stands_within_something_else_is_nested() -> None:
    found = route("GET", "/debtors/{id}/attachments")
    assert found is not None
    assert found.is_nested


def test_a_path_that_names_what_is_done_is_an_action() -> None:
    found = route("GET", "/getInvoices")
    assert found is not None
    assert found.is_action


@pytest.mark.parametrize("path", ["/", "/{id}", "//", "/{a}/{b}"])
def test_a_path_without_a_name_says_nothing(path: str) -> None:
    assert route("GET", path) is None
