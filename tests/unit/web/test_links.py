"""The documents tell by links which calls go on with what an answer holds."""

from typing import Any

from mockbooks.web.openapi import document
from mockbooks.web.openapi.control import document as control_document


def links_of(told: dict[str, Any], method: str, path: str) -> dict[str, Any]:
    """Give the links of a success, each as it is written in the components."""
    references = told["paths"][path][method]["responses"]["200"].get("links", {})
    components = told["components"]["links"]
    return {name: components[reference["$ref"].rpartition("/")[2]] for name, reference in references.items()}


def test_a_new_debtor_can_be_read_replaced_and_deleted_and_its_transactions_listed() -> None:
    links = links_of(document(), "post", "/debtors")

    assert list(links) == ["getDebtor", "updateDebtor", "deleteDebtor", "listTransactionsOfDebtor"]
    assert links["getDebtor"]["operationId"] == "getDebtor"
    assert links["getDebtor"]["parameters"] == {"id": "$response.body#/data/id"}
    assert links["listTransactionsOfDebtor"]["parameters"] == {"debtorId": "$response.body#/data/id"}


def test_what_is_replaced_is_sent_as_it_was_read() -> None:
    assert links_of(document(), "get", "/products/{id}")["updateProduct"]["requestBody"] == "$response.body#/data"


def test_a_list_leads_to_the_first_of_its_page() -> None:
    links = links_of(document(), "get", "/transactions")

    assert links["reverseTransactionOfFirst"]["parameters"] == {"id": "$response.body#/data/0/id"}


def test_nobody_goes_on_with_what_was_deleted() -> None:
    assert links_of(document(), "delete", "/debtors/{id}") == {}


def test_a_snapshot_is_restored_and_deleted_by_its_name() -> None:
    links = links_of(control_document(), "post", "/snapshots")

    assert {name: link["parameters"] for name, link in links.items()} == {
        "restoreSnapshot": {"name": "$response.body#/data/name"},
        "deleteSnapshot": {"name": "$response.body#/data/name"},
    }


def test_a_call_of_the_log_is_found_by_its_request_id() -> None:
    links = links_of(control_document(), "get", "/requests")

    assert links["getRequestOfFirst"]["parameters"] == {"requestId": "$response.body#/data/0/requestId"}
