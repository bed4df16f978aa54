"""What takes long on the dashboard is done beside everything else, and takes effect between other calls."""

import pytest

from mockbooks.app import App, create_app
from mockbooks.settings import Settings
from mockbooks.traffic.decision import Errand
from mockbooks.traffic.exchange import Answer, Exchange


def app() -> App:
    """Make a server whose dashboard has been seen before."""
    server = create_app(Settings(debtors=1, products=0, transactions=0))
    assert server.pipeline.handle(asked("GET", "/")).status == 200
    return server


def asked(method: str, path: str, body: bytes = b"", tag: str = "") -> Exchange:
    headers = {"content-type": "application/x-www-form-urlencoded", "if-none-match": tag}
    return Exchange(method=method, path=path, headers=headers, body=body, host="127.0.0.1:8080")


def is_errand(server: App, exchange: Exchange) -> bool:
    return isinstance(next(server.pipeline.walk(exchange), None), Errand)


def test_a_scenario_begins_only_when_its_errand_has_come_back() -> None:
    server = app()
    road = server.pipeline.walk(asked("POST", "/dashboard/scenario", b"name=lost-reply"))
    errand = next(road)
    assert isinstance(errand, Errand)
    worked_out = errand.work()
    assert server.administrations["demo"].injector is None
    with pytest.raises(StopIteration) as end:
        road.send(worked_out)
    answer: Answer = end.value.value
    assert (answer.status, answer.header("Location")) == (303, "/")
    assert server.administrations["demo"].injector is not None


def test_a_page_is_made_beside_everything_else_and_one_that_has_not_changed_is_answered_at_once() -> None:
    server = app()
    assert is_errand(server, asked("GET", "/"))
    tag = server.pipeline.handle(asked("GET", "/")).header("ETag") or ""
    assert not is_errand(server, asked("GET", "/", tag=tag))
    assert is_errand(server, asked("GET", "/dashboard/requests", tag=tag))


def test_a_page_that_does_not_exist_is_told_so_beside_everything_else() -> None:
    assert is_errand(app(), asked("GET", "/dashboard/nonsense"))


def test_short_acts_are_done_at_once() -> None:
    assert not is_errand(app(), asked("POST", "/dashboard/clock", b"clock=freeze"))
    assert not is_errand(app(), asked("POST", "/dashboard/reset"))
