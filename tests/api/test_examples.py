"""The examples of the documentation, field by field: whoever pastes them into a freshly started server succeeds."""

from typing import Any

import pytest

from mockbooks.resources import RESOURCES
from mockbooks.resources.debtors import DebtorCreate, DebtorUpdate
from mockbooks.resources.products import ProductCreate, ProductUpdate
from mockbooks.service.fields import Strict
from mockbooks.service.schema import Part, StrictSchema
from tests.api.conftest import ApiClient


def body_of(schema: StrictSchema) -> dict[str, Any]:
    return {
        str(field.data_key): example_of(field)
        for field in schema.load_fields.values()
        if isinstance(
            field,
            Strict,
        )
    }


def example_of(field: Strict) -> Any:  # noqa: ANN401 - JSON
    if isinstance(field, Part):
        return body_of(field.inner_schema)
    return field.metadata["examples"][0]


@pytest.mark.parametrize(("path", "schema"), [("/debtors", DebtorCreate()), ("/products", ProductCreate())])
def test_the_examples_of_the_fields_make_an_object(seeded_api: ApiClient, path: str, schema: StrictSchema) -> None:
    response = seeded_api.post(path, json=body_of(schema))
    assert response.status_code == 200, response.text


@pytest.mark.parametrize(
    ("path", "schema"), [("/debtors/deb_000001", DebtorUpdate()), ("/products/prd_000001", ProductUpdate())]
)
def test_the_examples_of_the_fields_replace_the_first_object(
    seeded_api: ApiClient,
    path: str,
    schema: StrictSchema,
) -> None:
    response = seeded_api.put(path, json=body_of(schema))
    assert response.status_code == 200, response.text


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.path)
def test_the_example_of_each_filter_is_taken(seeded_api: ApiClient, resource: Any) -> None:  # noqa: ANN401
    query = {key: str(value) for key, value in body_of(resource.query).items()}
    responses = [seeded_api.get(resource.path, params={key: value}) for key, value in query.items()]
    assert [(response.status_code, response.text) for response in responses if response.status_code != 200] == []


@pytest.mark.parametrize(
    "path",
    ["/debtors?email=", "/debtors?code=", "/debtors?name=", "/products?sku=", "/products?description="],
)
def test_the_examples_of_the_searches_find_something(seeded_api: ApiClient, path: str) -> None:
    list_path, _, parameter = path.rstrip("=").partition("?")
    (resource,) = [resource for resource in RESOURCES if resource.path == list_path]
    assert seeded_api.listed(list_path, **{parameter: body_of(resource.query)[parameter]}) != []


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.path)
def test_the_example_of_an_id_is_the_id_of_something(seeded_api: ApiClient, resource: Any) -> None:  # noqa: ANN401
    schemas = getattr(resource.answer(), "variants", {"": resource.answer()}).values()
    examples = {schema.load_fields["id"].metadata["examples"][0] for schema in schemas}
    assert [seeded_api.get(f"{resource.path}/{example}").status_code for example in examples] == [200] * len(examples)
