"""The document of the control API leaves nothing unexplained, tells all of its calls, and is what is really served."""

from typing import Any

import httpx
import openapi_spec_validator
import orjson
import pytest

from mockbooks.catalogue import CATALOGUE, access, limits
from mockbooks.web.control import CALLS
from mockbooks.web.openapi.control import document_bytes
from tests.docs import reading
from tests.docs.conftest import Fresh

Json = dict[str, Any]
CONTROL = "http://mockbooks.test/_mockbooks"


@pytest.fixture(scope="module")
def control_document() -> Json:
    served: Json = orjson.loads(document_bytes(has_token=False))
    return served


def test_it_is_valid_openapi(control_document: Json) -> None:
    openapi_spec_validator.validate(control_document)
    assert control_document["openapi"] == "3.1.1"


def test_every_field_parameter_header_answer_and_call_is_described_with_an_example(control_document: Json) -> None:
    assert reading.undocumented(control_document) == []


def test_every_example_fits_its_schema(control_document: Json) -> None:
    assert reading.unfit_examples(control_document) == []


def test_the_calls_are_those_of_the_table_and_health(control_document: Json) -> None:
    described = {(name, one["method"], one["path"]) for name, one in reading.operations(control_document).items()}
    operations = [call.operation for call in CALLS]
    assert described == {
        ("getHealth", "GET", "/health"),
        *((one.operation_id, one.method, one.path) for one in operations),
    }
    assert len(operations) == 29


def test_it_tells_all_codes_but_those_of_access_tokens_and_limits(control_document: Json) -> None:
    never = {entry.code for subject in (access.SUBJECT, limits.SUBJECT) for entry in subject.entries}
    told = control_document["components"]["schemas"]["FieldProblem"]["properties"]["code"]["enum"]
    assert told == [code for code in CATALOGUE if code not in never]


def test_a_call_lists_every_status_that_it_can_have(control_document: Json) -> None:
    statuses = {"200", "400", "401", "404", "405", "406", "408", "413", "414", "415", "431", "500"}
    described = reading.operations(control_document)
    assert [name for name, one in described.items() if set(one["responses"]) != statuses] == ["getHealth"]


def test_it_is_served_as_it_is_built_and_its_page_shows_it(client: httpx.Client) -> None:
    served = client.get(f"{CONTROL}/openapi.json")
    assert (served.content, served.headers["Content-Type"]) == (document_bytes(has_token=False), "application/json")
    page = client.get("http://mockbooks.test/docs/control")
    assert page.status_code == 200
    assert 'data-document="/_mockbooks/openapi.json"' in page.text
    assert "data-token" not in page.text


def test_it_is_only_read(client: httpx.Client) -> None:
    refused = client.post(f"{CONTROL}/openapi.json")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert client.options(f"{CONTROL}/scenario-schema.json").headers["Allow"] == "GET, HEAD, OPTIONS"


def test_the_scenario_schema_is_served_where_the_document_says(client: httpx.Client, control_document: Json) -> None:
    url = control_document["components"]["schemas"]["ScenarioBody"]["externalDocs"]["url"]
    schema = client.get(f"http://mockbooks.test{url}").json()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "injections" in schema["properties"]


CALLED = [
    ("getInfo", "GET", "/info", {}),
    ("reset", "POST", "/reset", {}),
    ("listScenarios", "GET", "/scenarios", {"params": {"pageSize": "200"}}),
    ("activateScenario", "PUT", "/scenario", {"json": {"name": "lost-reply"}}),
    ("getScenario", "GET", "/scenario", {}),
    ("leaveScenario", "DELETE", "/scenario", {}),
    ("getVerdict", "GET", "/verdict", {}),
    ("listRequests", "GET", "/requests", {"params": {"secrets": "true"}}),
    ("getRequest", "GET", "/requests/shop-4711", {}),
    ("listChanges", "GET", "/changes", {}),
    ("createSnapshot", "POST", "/snapshots", {"json": {"name": "before-import"}}),
    ("listSnapshots", "GET", "/snapshots", {}),
    ("getClock", "GET", "/clock", {}),
    ("getTrialBalance", "GET", "/books/trial-balance", {}),
    ("listPostings", "GET", "/books/postings", {"params": {"pageSize": "200"}}),
    ("dumpBooks", "GET", "/books/dump", {}),
    ("getHealth", "GET", "/health", {}),
    ("getVerdict", "GET", "/verdict", {"params": {"format": "xml"}}),
    ("activateScenario", "PUT", "/scenario", {"json": {"name": "lost-reply", "injections": [{"fault": "dealy"}]}}),
    ("getClock", "GET", "/clock", {"params": {"administration": "adm_999999"}}),
    ("getClock", "PATCH", "/clock", {}),
    ("changeClock", "PUT", "/clock", {"content": b"frozen: true", "headers": {"Content-Type": "application/yaml"}}),
]


@pytest.mark.parametrize(("operation_id", "method", "path", "options"), CALLED)
def test_an_answer_fits(  # noqa: PLR0917 - a row of the table
    client: httpx.Client, control_document: Json, operation_id: str, method: str, path: str, options: Json
) -> None:
    client.post("/debtors", json={}, headers={"X-Request-Id": "shop-4711", "X-Shop": "Garage Visser"})
    client.post("http://mockbooks.test/oauth/token", data={"grant_type": "client_credentials", "scope": "books"})
    response = client.request(method, f"{CONTROL}{path}", **options)
    assert reading.misfits(control_document, operation_id, response) == []


def test_an_answer_without_the_control_token_fits(fresh: Fresh, control_document: Json) -> None:
    refused = fresh(control_token="wachtwoord").get(f"{CONTROL}/info")
    assert refused.status_code == 401
    assert reading.misfits(control_document, "getInfo", refused) == []
