"""Who made a call, also where it was refused before anybody asked."""

from base64 import b64encode

import pytest

from mockbooks.stage.callers import bearer_digest, bearer_fingerprint, caller_of
from tests.unit.observations.watching import FORM, Small, call

SHOP = b64encode(b"web%20shop:secret").decode()


def test_the_client_that_the_api_knew_is_the_caller() -> None:
    assert caller_of(call(client="shop"), Small().tokens) == "client shop"


def test_a_token_that_is_over_still_tells_its_client() -> None:
    small = Small()
    small.give("morning-token", client="shop")

    assert caller_of(call(client=None), small.tokens) == "client shop"


def test_a_token_that_nobody_knows_is_told_apart_by_its_fingerprint() -> None:
    unknown = call(client=None)

    assert caller_of(unknown, Small().tokens) == f"the client with token {bearer_fingerprint(unknown)}"


@pytest.mark.parametrize(
    ("authorization", "body", "caller"),
    [
        ("", b"client_id=shop", "client shop"),
        (f"Basic {SHOP}", b"", "client web shop"),
        ("Basic ====", b"", None),
        ("Basic", b"", None),
        ("", b"", None),
    ],
)
def test_a_request_for_a_token_tells_its_client_in_form_or_header(
    authorization: str, body: bytes, caller: str | None
) -> None:
    headers = {"content-type": FORM, "authorization": authorization}

    assert caller_of(call("issueToken", client=None, body=body, headers=headers), Small().tokens) == caller


def test_a_token_is_remembered_by_its_digest_whatever_the_case_of_the_scheme() -> None:
    assert bearer_digest(call(headers={"authorization": "bearer  morning-token"})) == bearer_digest(call())
    assert bearer_digest(call(token="noon-token")) != bearer_digest(call())
    assert bearer_digest(call(token="")) is None
