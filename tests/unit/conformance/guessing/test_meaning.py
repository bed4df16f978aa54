"""What an operation does is told by its path and verb, and where those mislead by what it says of itself."""

from typing import Any

from mockbooks.conformance.guessing.collections import Collection, gather
from mockbooks.conformance.guessing.routes import Deed
from tests.unit.conformance.documents import BOOKING, DEBTOR, TEXT, adding, answer, document_of, listing, reading, thing


def _collections(paths: dict[str, Any]) -> dict[str, Collection]:
    return {collection.path: collection for collection in gather(document_of(paths).operations)}


def _deeds(paths: dict[str, Any]) -> list[Deed]:
    return [deed for collection in _collections(paths).values() for deed in collection.operations]


def _asking(summary: str) -> dict[str, Any]:
    listed = answer(thing({"rows": {"type": "array", "items": thing(DEBTOR)}}))
    body = {"content": {"application/json": {"schema": thing({"page": TEXT})}}}
    return {"summary": summary, "requestBody": body, "responses": {"200": listed}}


def test_a_post_that_lists_is_no_creation() -> None:
    assert _deeds({"/debtors": {"post": _asking("List debtors")}}) == [Deed.LIST]


def test_a_post_without_a_summary_that_answers_a_list_is_no_creation() -> None:
    assert _deeds({"/debtors": {"post": _asking("")}}) == [Deed.LIST]


def test_a_post_that_says_that_it_adds_is_a_creation_though_it_answers_a_list() -> None:
    assert _deeds({"/debtors": {"post": _asking("Add debtors")}}) == [Deed.CREATE]


def test_scripts_say_behind_the_thing_what_is_done() -> None:
    names = ("relaties_lijst", "relatie_info", "relatie_toevoegen", "relatie_verwijderen")
    paths = {f"/relaties/{name}.php": {"post": {"responses": {"200": answer(thing(DEBTOR))}}} for name in names}
    assert _deeds(paths) == [Deed.LIST, Deed.READ, Deed.CREATE, Deed.REMOVE]


def test_a_list_of_prices_is_not_read_as_a_verb() -> None:
    [collection] = _collections({"/price_list": {"get": listing(DEBTOR)}}).values()
    assert collection.names == ("price_list",)


def test_what_deletes_all_is_no_removal_of_one() -> None:
    assert _deeds({"/contacts": {"delete": {"summary": "Delete all contacts", "responses": {}}}}) == [Deed.UPDATE]


def test_a_put_on_a_collection_adds_only_where_it_says_so() -> None:
    put = adding(BOOKING, BOOKING)
    assert _deeds({"/invoices": {"put": put}}) == [Deed.UPDATE]
    assert _deeds({"/invoices": {"put": {**put, "summary": "Creates one or more invoices"}}}) == [Deed.CREATE]


def test_what_stands_around_all_paths_with_its_id_is_no_nesting() -> None:
    paths = {f"/shop/{{shopId}}/{name}": {"get": listing(DEBTOR)} for name in ("debtors", "articles", "bookings")}
    assert [collection.is_nested for collection in _collections(paths).values()] == [False, False, False]


def test_a_resource_that_can_be_added_to_is_no_surroundings() -> None:
    paths = {f"/debtors/{{id}}/{name}": {"get": listing(DEBTOR)} for name in ("notes", "addresses", "invoices")}
    collections = _collections({**paths, "/debtors": {"post": adding(DEBTOR, DEBTOR)}})
    assert [each.is_nested for path, each in collections.items() if path != "/debtors"] == [True, True, True]


def test_the_only_thing_beside_what_tells_success_is_the_thing_itself() -> None:
    added = {"responses": {"200": answer(thing({"ok": {"type": "boolean"}, "posting": thing(BOOKING)}))}}
    [collection] = _collections({"/vouchers": {"post": added}, "/vouchers/{id}": {"get": reading(BOOKING)}}).values()
    assert "number" in collection.fields
