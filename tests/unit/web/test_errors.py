"""How an error of a caller becomes an answer: status, problem body (RFC 9457) and challenge (RFC 6750)."""

import orjson
import pytest

from mockbooks.catalogue import CATALOGUE, Language
from mockbooks.errors import (
    Complaint,
    FailureError,
    Family,
    ForbiddenError,
    RefusedError,
    RequestError,
    TooManyRequestsError,
    UnauthenticatedError,
    UnknownUrlError,
    WrongMethodError,
)
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.problems import STATUS, problem_body
from mockbooks.web.errors import render_problem

REQUEST_ID = "req-1"
BASE_URL = "https://books.example:8443"
METADATA = 'resource_metadata="https://books.example:8443/.well-known/oauth-protected-resource/api/v1"'
NUMBER_IN_USE = Complaint(
    "number_in_use", "/number", values={"number": "2026-0001", "transaction": "trx_000001", "journal": "70"}
)
REQUIRED = Complaint("required", "/address/city")


def rendered(error: RequestError, language: Language = "en") -> Answer:
    exchange = Exchange(method="POST", path="/", request_id=REQUEST_ID, language=language, base_url=BASE_URL)
    return render_problem(error, exchange)


def body_of(error: RequestError, language: Language = "en") -> dict[str, object]:
    body: dict[str, object] = orjson.loads(rendered(error, language).body)
    return body


def challenge_of(error: RequestError, language: Language = "en") -> str | None:
    return rendered(error, language).header("WWW-Authenticate")


def test_a_broken_rule_is_told_exactly_as_the_contract_shows() -> None:
    detail = "Number 2026-0001 is already used by transaction trx_000001 in journal 70."
    assert body_of(RefusedError(NUMBER_IN_USE)) == {
        "success": False,
        "type": "/docs/errors#number-in-use",
        "title": "Number already in use",
        "status": 400,
        "code": "number_in_use",
        "detail": detail,
        "errors": [{"pointer": "/number", "code": "number_in_use", "detail": detail}],
        "requestId": "req-1",
    }


def test_the_members_stand_in_the_order_of_the_contract() -> None:
    members = ["success", "type", "title", "status", "code", "detail", "errors", "requestId"]
    assert list(body_of(RefusedError(NUMBER_IN_USE))) == members


def test_a_problem_has_its_own_media_type_and_names_its_language() -> None:
    answer = rendered(RefusedError(NUMBER_IN_USE), "nl")
    assert (answer.status, answer.media_type, answer.header("Content-Language")) == (
        400,
        "application/problem+json",
        "nl",
    )


def test_the_texts_follow_the_language() -> None:
    body = body_of(RefusedError(NUMBER_IN_USE), "nl")
    assert body["title"] == "Nummer al in gebruik"
    assert body["detail"] == "Nummer 2026-0001 is al gebruikt door boeking trx_000001 in dagboek 70."


def test_a_wrong_field_makes_the_whole_a_failed_validation() -> None:
    body = body_of(RefusedError(REQUIRED))
    assert body["code"] == "validation_failed"
    assert body["detail"] == "/address/city: This field is required."
    assert body["errors"] == [{"pointer": "/address/city", "code": "required", "detail": "This field is required."}]


def test_several_wrong_fields_are_counted_and_named() -> None:
    body = body_of(RefusedError(REQUIRED, Complaint("blank", "/name"), NUMBER_IN_USE), "nl")
    assert body["code"] == "validation_failed"
    assert body["detail"] == (
        "Geweigerd vanwege 3 fouten, in /address/city, /name, /number. Zie errors voor elk daarvan."
    )


def test_two_complaints_about_one_field_name_it_once() -> None:
    body = body_of(RefusedError(Complaint("blank", "/name"), Complaint("control_character", "/name")))
    assert body["detail"] == "Refused because of 2 mistakes, in /name. See errors for each of them."


def test_at_most_five_fields_are_named_in_the_detail() -> None:
    fields = (Complaint("required", f"/lines/{index}/amount") for index in range(7))
    assert str(body_of(RefusedError(*fields))["detail"]).startswith(
        "Refused because of 7 mistakes, in /lines/0/amount, /lines/1/amount, /lines/2/amount, /lines/3/amount, "
        "/lines/4/amount, …. "
    )


def test_one_rule_broken_on_several_lines_keeps_its_own_code() -> None:
    lines = (Complaint("vat_rate_required", "/lines/0/vatRateId"), Complaint("vat_rate_required", "/lines/2/vatRateId"))
    body = body_of(RefusedError(*lines))
    assert body["code"] == "vat_rate_required"
    assert body["errors"] == [
        {"pointer": "/lines/0/vatRateId", "code": "vat_rate_required", "detail": body["detail"]},
        {"pointer": "/lines/2/vatRateId", "code": "vat_rate_required", "detail": body["detail"]},
    ]


def test_a_parameter_is_named_as_parameter_and_not_as_pointer() -> None:
    body = body_of(RefusedError(Complaint("not_date", parameter="dateFrom", values={"came": "today"})))
    assert body["errors"] == [
        {
            "parameter": "dateFrom",
            "code": "not_date",
            "detail": "This must be an existing date written as YYYY-MM-DD; what came is today.",
        }
    ]


def test_a_complaint_without_a_place_has_neither_pointer_nor_parameter() -> None:
    body = body_of(RefusedError(Complaint("empty_body")))
    assert body["errors"] == [{"code": "empty_body", "detail": "This operation needs a JSON body, and none came."}]


def test_the_pointer_to_the_whole_body_is_the_empty_text() -> None:
    body = body_of(RefusedError(Complaint("not_object", "", values={"came": "null"})))
    assert body["errors"] == [
        {"pointer": "", "code": "not_object", "detail": "This must be a JSON object {…}; what came is null."}
    ]
    assert body["detail"] == "body: This must be a JSON object {…}; what came is null."


def test_an_error_without_complaints_is_told_by_its_family() -> None:
    assert body_of(FailureError())["code"] == "internal_error"


def test_an_unknown_url_keeps_404() -> None:
    answer = rendered(UnknownUrlError(Complaint("unknown_url", values={"path": "/api/v1/debtor"})))
    assert (answer.status, orjson.loads(answer.body)["status"]) == (404, 404)


def test_a_wrong_method_names_the_methods_that_are_allowed() -> None:
    complaint = Complaint("wrong_method", values={"method": "PATCH", "allowed": "GET, PUT"})
    answer = rendered(WrongMethodError(complaint, allowed=("GET", "PUT")))
    assert (answer.status, answer.header("Allow")) == (405, "GET, PUT")


def test_a_refused_action_carries_no_challenge() -> None:
    assert challenge_of(RefusedError(NUMBER_IN_USE)) is None


def test_a_caller_without_a_token_is_challenged_without_an_error_code() -> None:
    assert challenge_of(UnauthenticatedError(Complaint("token_missing"))) == f'Bearer realm="mockbooks", {METADATA}'


def test_an_expired_token_is_an_invalid_token_described_in_english_whatever_the_language() -> None:
    assert challenge_of(UnauthenticatedError(Complaint("token_expired")), "nl") == (
        'Bearer realm="mockbooks", error="invalid_token", error_description="The access token has expired.", '
        f"{METADATA}"
    )


def test_an_unknown_token_is_an_invalid_token() -> None:
    assert challenge_of(UnauthenticatedError(Complaint("token_invalid"))) == (
        'Bearer realm="mockbooks", error="invalid_token", '
        f'error_description="The access token is unknown or has been revoked.", {METADATA}'
    )


def test_a_malformed_header_is_an_invalid_token() -> None:
    error = UnauthenticatedError(Complaint("token_malformed"))
    assert rendered(error).status == 401
    assert str(challenge_of(error)).startswith('Bearer realm="mockbooks", error="invalid_token", error_description="')


def test_no_host_can_break_out_of_the_challenge() -> None:
    error, exchange = UnauthenticatedError(Complaint("token_missing")), Exchange(method="GET", path="/")
    exchange.base_url = 'http://a", error="none'
    assert render_problem(error, exchange).header("WWW-Authenticate") == (
        'Bearer realm="mockbooks", '
        "resource_metadata=\"http://a', error='none/.well-known/oauth-protected-resource/api/v1\""
    )


def test_who_must_wait_is_told_how_long() -> None:
    complaint = Complaint("too_many_concurrent_requests", values={"limit": 5})
    answer = rendered(TooManyRequestsError(complaint, retry_after="42"))
    assert (answer.status, answer.header("Retry-After")) == (429, "42")


def test_a_scope_that_is_lacking_is_named_in_the_challenge_and_quotes_stay_out_of_the_description() -> None:
    complaint = Complaint("insufficient_scope", values={"scope": "debtors:write"})
    error = ForbiddenError(complaint, scope="debtors:write")
    assert rendered(error).status == 403
    assert challenge_of(error) == (
        'Bearer realm="mockbooks", error="insufficient_scope", error_description="This operation needs the scope '
        '\'debtors:write\', which the access token does not have.", scope="debtors:write"'
    )


def test_a_description_holds_printable_ascii_only() -> None:
    complaint = Complaint("insufficient_scope", values={"scope": 'a\n"b\\é€'})
    assert "the scope 'a?'b/??', which" in str(challenge_of(ForbiddenError(complaint, scope="x")))


def test_every_family_has_a_status() -> None:
    assert set(STATUS) == set(Family)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_type_of_a_problem_points_to_an_explained_code(code: str) -> None:
    entry = CATALOGUE[code]
    anchors = {f"/docs/errors#{known.anchor}" for known in CATALOGUE.values()}
    assert problem_body(entry.family, (entry.sample,), "nl", REQUEST_ID)["type"] in anchors
