"""The road of a request: which part answers, in which order the steps run, and what becomes of errors."""

import logging
from datetime import UTC, datetime

import pytest

from mockbooks.errors import Complaint, RefusedError, RequestError
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.step import Step
from mockbooks.web.cors import Cors
from mockbooks.web.door import Door
from mockbooks.web.pipeline import Endpoint, Pipeline
from tests.unit.traffic.surroundings import Surrounded
from tests.unit.web.prompt import Prompt

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Recorder:
    """A step that writes down what happens to it, and does what it is told."""

    def __init__(self, name: str, record: list[str], outcome: Answer | Exception | None = None) -> None:
        self._name = name
        self._record = record
        self._outcome = outcome

    def enter(self, exchange: Exchange) -> Answer | None:  # noqa: ARG002
        self._record.append(f"enter {self._name}")
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

    def leave(self, exchange: Exchange, answer: Answer) -> Answer:  # noqa: ARG002
        self._record.append(f"leave {self._name} {answer.status}")
        return answer


def render(error: RequestError, exchange: Exchange) -> Answer:
    body = f"{error.complaints[0].code} {exchange.request_id} {exchange.language}".encode()
    return Answer(status={"failure": 500, "wrong_method": 405}.get(error.family, 400), body=body)


def act(exchange: Exchange) -> Answer:
    return Answer(status=200, body=f"{exchange.method} done".encode())


def refuse_action(_: Exchange) -> Answer:
    raise RefusedError(Complaint("number_in_use"))


def fail(_: Exchange) -> Answer:
    raise ZeroDivisionError


def page(_: Exchange) -> Answer:
    return Answer(status=200, body=b"page", headers=(("Cache-Control", "max-age=60"),), media_type="text/html")


def pipeline(*steps: Step, endpoint: Endpoint = act) -> Pipeline:
    return Pipeline(
        steps=steps,
        endpoints={"api": endpoint},
        control=Door(lambda: Prompt(endpoint)),
        pages=Door(lambda: Prompt(page)),
        render_error=render,
        request_ids=RequestIds(42),
        cors=Cors(["*"]),
        recognise=lambda _: None,
        limiter_of_nobody=RateLimiter(LimitSetting(windows=((600, "minute"),)), FrozenClock(NOON)),
    )


def get(path: str = "/api/v1/debtors", method: str = "GET", **headers: str) -> Exchange:
    return Exchange(method=method, path=path, headers={name.replace("_", "-"): text for name, text in headers.items()})


def test_steps_are_entered_in_order_and_left_in_reverse() -> None:
    record: list[str] = []

    answer = pipeline(Recorder("first", record), Recorder("second", record)).handle(get())

    assert answer.body == b"GET done"
    assert record == ["enter first", "enter second", "leave second 200", "leave first 200"]


def test_a_step_that_answers_is_not_left_and_nothing_behind_it_is_entered() -> None:
    record: list[str] = []
    replay = Recorder("second", record, Answer(status=200, body=b"replayed"))

    answer = pipeline(Recorder("first", record), replay, Recorder("third", record)).handle(get())

    assert answer.body == b"replayed"
    assert record == ["enter first", "enter second", "leave first 200"]


def test_a_step_that_refuses_is_told_to_those_before_it() -> None:
    record: list[str] = []
    refusal = Recorder("second", record, RefusedError(Complaint("invalid_idempotency_key")))

    pipeline(Recorder("first", record), refusal).handle(get())

    assert record == ["enter first", "enter second", "leave first 400"]


class OnlyIn:
    """A step that has no side on the way out."""

    def enter(self, exchange: Exchange) -> Answer | None:
        exchange.client_id = "webshop"
        return None


class OnlyOut:
    """A step that has no side on the way in."""

    def leave(self, exchange: Exchange, answer: Answer) -> Answer:
        return answer.with_headers(("Client", exchange.client_id or "nobody"))


def test_a_step_may_have_one_side_only() -> None:
    assert pipeline(OnlyIn(), OnlyOut()).handle(get()).header("Client") == "webshop"


def test_a_step_without_a_way_in_is_left_by_those_who_came_past_it() -> None:
    refusal = Recorder("last", [], RefusedError(Complaint("invalid_idempotency_key")))

    assert pipeline(OnlyOut(), refusal).handle(get()).header("Client") == "nobody"
    assert pipeline(refusal, OnlyOut()).handle(get()).header("Client") is None


def test_a_refused_action_is_told_to_every_step() -> None:
    record: list[str] = []

    answer = pipeline(Recorder("only", record), endpoint=refuse_action).handle(get(x_request_id="order-1"))

    assert answer.body == b"number_in_use order-1 en"
    assert record == ["enter only", "leave only 400"]


def test_a_bug_is_a_failure_with_the_request_id_that_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = pipeline(endpoint=fail).handle(get(x_request_id="order-1", accept_language="nl"))

    assert (answer.status, answer.body) == (500, b"internal_error order-1 nl")
    assert "request order-1 (GET '/api/v1/debtors') failed" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_head_is_done_as_get() -> None:
    exchange = get(method="HEAD")

    assert pipeline().handle(exchange).body == b"GET done"
    assert exchange.is_head


@pytest.mark.parametrize("path", ["/", "/docs", "/api/v2/debtors", "/api/v1x", "/api/v1/openapi.json"])
def test_what_is_no_action_is_a_page_and_meets_no_step(path: str) -> None:
    record: list[str] = []

    assert pipeline(Recorder("only", record)).handle(get(path)).body == b"page"
    assert record == []


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/", "/api/v1/nowhere"])
def test_everything_under_the_prefix_is_an_action(path: str) -> None:
    assert pipeline().handle(get(path)).body == b"GET done"


def test_health_answers_when_nothing_else_does() -> None:
    answer = pipeline(endpoint=fail).handle(get("/_mockbooks/health"))

    assert (answer.status, answer.body) == (200, b'{"success":true,"data":{"status":"up","version":"0.1.0"}}')


def test_health_is_only_read() -> None:
    assert pipeline().handle(get("/_mockbooks/health", method="POST")).status == 405
    assert pipeline().handle(get("/_mockbooks/health", method="OPTIONS")).header("allow") == "GET, HEAD, OPTIONS"


def test_an_answer_keeps_its_own_header_and_gets_the_others() -> None:
    answer = pipeline().handle(get("/docs"))

    assert [value for name, value in answer.headers if name == "Cache-Control"] == ["max-age=60"]
    assert answer.header("X-Frame-Options") == "DENY"


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/debtors", "/api/v1/openapi.json"])
def test_an_answer_of_the_api_tells_nobody_the_full_room(path: str) -> None:
    assert pipeline(endpoint=refuse_action).handle(get(path)).header("RateLimit") == '"minute";r=600;t=60'


def test_an_answer_of_the_api_tells_an_administration_its_own_room() -> None:
    exchange = get()
    exchange.administration = Surrounded(limits=((5, "day"),))
    exchange.administration.limiter.begin()

    assert pipeline().handle(exchange).header("RateLimit") == '"day";r=4;t=86400'


def test_what_a_driver_refuses_at_the_door_of_the_api_tells_the_limits_too() -> None:
    refused = pipeline().refuse(RefusedError(Complaint("malformed_request")), get())

    assert refused.header("RateLimit-Policy") == '"minute";q=600;w=60'


@pytest.mark.parametrize("path", ["/", "/docs", "/oauth/token", "/_mockbooks/health", "/api/v1x"])
def test_only_the_api_has_limits(path: str) -> None:
    assert pipeline().handle(get(path)).header("RateLimit") is None


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
def test_a_page_on_which_a_person_decides_is_read_by_no_script_of_another_origin(method: str) -> None:
    answer = pipeline(Recorder("answers", [], Answer(status=200))).handle(
        get("/oauth/authorize", method=method, origin="https://shop.example")
    )

    assert [name for name, _ in answer.headers if name.startswith("Access-Control-")] == []


def test_clients_are_registered_by_no_script_of_another_origin() -> None:
    answer = pipeline(Recorder("answers", [], Answer(status=204))).handle(
        get("/oauth/register", method="OPTIONS", origin="https://shop.example")
    )

    assert [name for name, _ in answer.headers if name.startswith("Access-Control-")] == []


def test_https_asks_to_stay_on_https() -> None:
    exchange = get()
    exchange.scheme, exchange.host = "https", "books.test:8443"

    assert pipeline().handle(exchange).header("Strict-Transport-Security") == "max-age=31536000"


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8443",
        "localhost.:8443",
        "shop.localhost:8443",
        "mockbooks:8443",
        "host.docker.internal:8443",
    ],
)
def test_https_under_a_name_that_others_share_asks_nothing_of_their_ports(host: str) -> None:
    exchange = get()
    exchange.scheme, exchange.host = "https", host

    assert pipeline().handle(exchange).header("Strict-Transport-Security") is None


def test_what_a_driver_refuses_is_told_in_the_same_way() -> None:
    refused = pipeline().refuse(RefusedError(Complaint("malformed_request")), get(x_request_id="order-1"))

    assert refused.body == b"malformed_request order-1 en"
    assert refused.header("API-Version") == "1.0.0"


@pytest.mark.parametrize(
    "path", ["//api/v1/debtors", "//_mockbooks/administrations", "///_mockbooks/health", "/oauth//token", "//docs"]
)
def test_a_doubled_slash_leads_nowhere(path: str) -> None:
    record: list[str] = []

    answer = pipeline(Recorder("first", record)).handle(get(path))

    assert answer.body.startswith(b"unknown_url")
    assert record == []
