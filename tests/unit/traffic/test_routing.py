"""From a method and a path to an operation, or to the right refusal."""

import pytest

from mockbooks.errors import UnknownUrlError, WrongMethodError
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.routing import Router

LIST = Operation(operation_id="listDebtors", method="GET", path="/debtors", scope="debtors:read")
CREATE = Operation(operation_id="createDebtor", method="POST", path="/debtors", scope="debtors:write")
GET = Operation(operation_id="getDebtor", method="GET", path="/debtors/{id}", scope="debtors:read")
REVERSE = Operation(operation_id="reverseTransaction", method="POST", path="/transactions/{id}/reversal")
ROUTER = Router((LIST, CREATE, GET, REVERSE))


def test_a_fixed_path_is_found() -> None:
    assert ROUTER.find("POST", "/api/v1/debtors") == (CREATE, {})


def test_a_path_with_an_id_is_found_with_its_id() -> None:
    assert ROUTER.find("GET", "/api/v1/debtors/deb_000001") == (GET, {"id": "deb_000001"})


def test_a_path_below_an_id_is_found() -> None:
    assert ROUTER.find("POST", "/api/v1/transactions/trx_000001/reversal") == (REVERSE, {"id": "trx_000001"})


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1",
        "/api/v1/",
        "/api/v1/debtors/",
        "/api/v1//debtors",
        "/api/v1/debtors/deb_000001/",
        "/api/v1/Debtors",
        "/api/v1/debtors/{id}/lines",
        "/api/v1/transactions//reversal",
    ],
)
def test_any_other_path_is_unknown(path: str) -> None:
    with pytest.raises(UnknownUrlError) as refused:
        ROUTER.find("GET", path)
    assert refused.value.complaints[0].values["path"] == path


def test_a_path_that_is_nearly_right_gets_a_suggestion() -> None:
    with pytest.raises(UnknownUrlError) as refused:
        ROUTER.find("GET", "/api/v1/debtor")
    assert refused.value.complaints[0].values["suggestion"] == "/api/v1/debtors"


def test_a_wrong_method_is_told_with_those_that_are_right() -> None:
    with pytest.raises(WrongMethodError) as refused:
        ROUTER.find("DELETE", "/api/v1/debtors")
    assert refused.value.allowed == ("GET", "POST", "HEAD", "OPTIONS")
    assert refused.value.complaints[0].values == {"method": "DELETE", "allowed": "GET, POST, HEAD, OPTIONS"}


def test_what_cannot_be_read_has_no_head() -> None:
    assert ROUTER.allowed("/api/v1/transactions/trx_000001/reversal") == ("POST", "OPTIONS")


def test_parameters_come_in_the_order_of_the_path() -> None:
    path = "/administrations/{administration}/snapshots/{name}"
    operation = Operation(operation_id="getSnapshot", method="GET", path=path)

    found, values = Router((operation, REVERSE)).find("GET", "/api/v1/administrations/demo/snapshots/monday")

    assert found is operation
    assert list(values.items()) == [("administration", "demo"), ("name", "monday")]


def test_of_two_paths_that_fit_the_first_of_the_table_is_meant() -> None:
    kind = Operation(operation_id="getKind", method="GET", path="/{kind}/first")
    one = Operation(operation_id="getOne", method="GET", path="/debtors/{id}")

    assert Router((kind, one)).find("GET", "/api/v1/debtors/first") == (kind, {"kind": "debtors"})
    assert Router((one, kind)).find("GET", "/api/v1/debtors/first") == (one, {"id": "first"})
