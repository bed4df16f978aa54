"""What the settings answer is exactly what their schemas promise, and seeding gives the ids that the books expect."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
import pytest
from marshmallow import ValidationError

from mockbooks.resources import invoice_profiles, journals, ledger_accounts, payment_terms, vat_rates
from mockbooks.service.answers import declared_fields
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.list_fields import ListOf
from mockbooks.service.resource import Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import Books

MOMENT = "2026-11-23T09:00:00Z"
MODULES = (vat_rates, ledger_accounts, journals, payment_terms, invoice_profiles)
IDS = SeedIds({module.SPEC.name: (module.SPEC.id_prefix, module.SEED_CODES) for module in MODULES})
SEEDED: list[tuple[Resource[Any], list[Any]]] = [
    (vat_rates.RESOURCE, list(vat_rates.seed(MOMENT, IDS))),
    (ledger_accounts.RESOURCE, list(ledger_accounts.seed(MOMENT, IDS))),
    (journals.RESOURCE, list(journals.seed(MOMENT, IDS))),
    (payment_terms.RESOURCE, list(payment_terms.seed(MOMENT, IDS))),
    (invoice_profiles.RESOURCE, list(invoice_profiles.seed(MOMENT, IDS))),
]
EACH = pytest.mark.parametrize(("resource", "seeded"), SEEDED, ids=[resource.singular for resource, _ in SEEDED])


def bodies(resource: Resource[Any], seeded: Sequence[Any]) -> list[dict[str, Any]]:
    return [orjson.loads(resource.spec.render(entity)) for entity in seeded]


def example_of(schema: StrictSchema) -> dict[str, Any]:
    return {str(field.data_key): field.metadata["examples"][0] for field in schema.fields.values()}


@EACH
def test_an_answer_holds_exactly_the_keys_of_its_schema_in_their_order(
    resource: Resource[Any],
    seeded: list[Any],
) -> None:
    promised = tuple(field.data_key for field in resource.answer().fields.values())
    assert {tuple(body) for body in bodies(resource, seeded)} == {promised}


@EACH
def test_every_value_is_one_that_the_schema_takes(resource: Resource[Any], seeded: list[Any]) -> None:
    loaded = [resource.answer().load(body) for body in bodies(resource, seeded)]
    assert [values["id"] for values in loaded] == [entity.id for entity in seeded]


@EACH
def test_the_example_of_every_field_is_one_that_the_field_takes(
    resource: Resource[Any],
    seeded: list[Any],
) -> None:
    example = example_of(resource.answer())
    assert resource.answer().load(example).keys() == resource.answer().fields.keys()
    assert example["id"] in [entity.id for entity in seeded]


@EACH
def test_every_field_is_described_and_always_there(
    resource: Resource[Any],
    seeded: list[Any],  # noqa: ARG001 - the other half of the table
) -> None:
    assert [name for name, field in resource.answer().fields.items() if not field.required] == []
    assert [name for name, field in resource.answer().fields.items() if not field.metadata["description"]] == []


@EACH
def test_seeded_records_carry_the_ids_that_the_books_expect(resource: Resource[Any], seeded: list[Any]) -> None:
    books = Books([resource.spec])
    assert list(added(books, resource, seeded)) == [entity.id for entity in seeded]


def added(books: Books, resource: Resource[Any], seeded: Sequence[Any]) -> Iterator[str]:
    for entity in seeded:
        yield books.next_id(resource.spec)
        books.collection(resource.spec).add(entity)


def test_the_latest_fiscal_year_of_a_journal_stays_inside() -> None:
    assert "latestFiscalYear" not in bodies(journals.RESOURCE, list(journals.seed(MOMENT, IDS)))[0]


def test_a_vat_rate_is_written_with_decimal_text_and_dates() -> None:
    (high, *_) = bodies(vat_rates.RESOURCE, list(vat_rates.seed(MOMENT, IDS)))
    assert high == {
        "id": "vat_000001",
        "code": "NL_HOOG",
        "description": "Btw hoog 21%",
        "percentage": "21.00",
        "category": "high",
        "direction": "sales",
        "returnBox": "1a",
        "countryCode": "NL",
        "requiresVatNumber": False,
        "legalText": None,
        "ledgerAccountId": "led_000015",
        "validFrom": "2012-10-01",
        "validTo": None,
        "active": True,
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
    }


def test_the_settings_are_read_only() -> None:
    scopes = {(operation.method, operation.scope) for resource, _ in SEEDED for operation in resource.operations()}
    assert scopes == {("GET", "settings:read")}


@pytest.mark.parametrize(
    ("resource", "operation_ids"),
    [
        (vat_rates.RESOURCE, ["listVatRates", "getVatRate"]),
        (ledger_accounts.RESOURCE, ["listLedgerAccounts", "getLedgerAccount"]),
        (journals.RESOURCE, ["listJournals", "getJournal"]),
        (payment_terms.RESOURCE, ["listPaymentTerms", "getPaymentTerm"]),
        (invoice_profiles.RESOURCE, ["listInvoiceProfiles", "getInvoiceProfile"]),
    ],
)
def test_operations_have_the_names_of_the_contract(resource: Resource[Any], operation_ids: list[str]) -> None:
    assert [operation.operation_id for operation in resource.operations()] == operation_ids


# ---- Lists of plain values


class Chart(StrictSchema):
    codes = ListOf(PlainText("A code.", maximum=4, required=True, example="8000"), "Codes.", example=["8000"])
    years = ListOf(
        Whole("A year.", lowest=1900, highest=2100, required=True, example=2026),
        "Years.",
        example=[2026],
        required=True,
    )


def test_a_list_is_read_item_by_item() -> None:
    assert Chart().load({"codes": ["8000", "8010"], "years": []}) == {"codes": ("8000", "8010"), "years": ()}


def test_an_optional_list_may_be_absent_or_null() -> None:
    assert Chart().load({"years": [2026]}) == Chart().load({"codes": None, "years": [2026]})


def test_every_wrong_item_is_told_by_its_position() -> None:
    with pytest.raises(ValidationError) as refused:
        Chart().load({"codes": ["8000", 8010, None], "years": "2026"})
    assert codes_in(refused.value.messages) == {
        "codes": {1: ["not_text"], 2: ["null_not_allowed"]},
        "years": ["not_list"],
    }


def codes_in(messages: Any) -> Any:  # noqa: ANN401 - as deep as marshmallow nests them
    if isinstance(messages, dict):
        return {key: codes_in(inner) for key, inner in messages.items()}
    return [complaint.code for complaint in messages]


def test_the_items_are_documented_too() -> None:
    inner = declared_fields(Chart)["codes"].inner  # type: ignore[attr-defined]
    assert inner.metadata == {"description": "A code.", "examples": ["8000"], "minLength": 1, "maxLength": 4}
