"""What takes long is done beside everything else, and takes effect between other calls, never beside them."""

import orjson
import pytest

from mockbooks.app import App, create_app
from mockbooks.settings import Settings
from mockbooks.traffic.decision import Errand
from mockbooks.traffic.exchange import Answer, Exchange


def asked(method: str, path: str, sent: object = None, **headers: str) -> Exchange:
    return Exchange(
        method=method,
        path=f"/_mockbooks{path}",
        headers={"content-type": "application/json", **headers},
        body=b"" if sent is None else orjson.dumps(sent),
        host="127.0.0.1:8080",
    )


def errands_of(app: App, exchange: Exchange) -> int:
    return sum(isinstance(met, Errand) for met in [next(app.pipeline.walk(exchange), None)])


def app() -> App:
    """Make a server whose control API has been called before."""
    server = create_app(Settings(debtors=1, products=0, transactions=0))
    assert server.pipeline.handle(asked("GET", "/clock")).status == 200
    return server


def test_a_scenario_begins_only_when_its_errand_has_come_back() -> None:
    server = app()
    road = server.pipeline.walk(asked("PUT", "/scenario", {"name": "lost-reply"}))
    errand = next(road)
    assert isinstance(errand, Errand)
    worked_out = errand.work()
    assert server.administrations["demo"].injector is None
    with pytest.raises(StopIteration) as end:
        road.send(worked_out)
    answer: Answer = end.value.value
    assert (answer.status, orjson.loads(answer.body)["data"]["name"]) == (200, "lost-reply")
    assert server.administrations["demo"].injector is not None


def test_what_was_refused_takes_no_effect() -> None:
    server = app()
    road = server.pipeline.walk(asked("PUT", "/books", {}))
    errand = next(road)
    assert isinstance(errand, Errand)
    refused = errand.work()
    assert refused is not None
    assert refused.status == 400
    assert len(server.administrations["demo"].books.named("debtors")) == 1


def test_only_what_takes_long_is_an_errand() -> None:
    server = app()
    long_ones = [("PUT", "/scenario"), ("GET", "/verdict"), ("GET", "/books/dump"), ("GET", "/openapi.json")]
    short_ones = [("POST", "/reset"), ("GET", "/clock"), ("PUT", "/clock"), ("GET", "/nonsense"), ("HEAD", "/info")]
    assert [errands_of(server, asked(*call)) for call in long_ones] == [1, 1, 1, 1]
    assert [errands_of(server, asked(*call)) for call in short_ones] == [0, 0, 0, 0, 0]


def test_a_control_token_is_compared_whatever_its_characters() -> None:
    server = create_app(Settings(debtors=0, products=0, transactions=0, control_token="controle-7f3a"))
    refused = server.pipeline.handle(asked("GET", "/info", authorization="Bearer café"))
    assert (refused.status, orjson.loads(refused.body)["code"]) == (401, "control_token_wrong")
