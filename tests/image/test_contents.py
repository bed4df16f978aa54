"""What is in the image: all that mockbooks can do, and little else."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import httpx

from mockbooks import __version__
from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wsgi import WsgiDriver
from tests.image.conftest import Container, Image, Serve
from tests.image.crawling import broken_links

PROJECT = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
MOST_ADDED_BYTES = 60_000_000
MORNING = datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)


def test_what_is_added_to_python_is_small(image: Image) -> None:
    assert 30_000_000 < image.added_bytes() <= MOST_ADDED_BYTES


def test_another_random_seed_gives_the_books_that_it_gives_everywhere(serve: Serve) -> None:
    app = create_app(Settings(random_seed=7), FrozenClock(MORNING))
    here = httpx.Client(
        transport=httpx.WSGITransport(app=WsgiDriver(app.pipeline, max_body_bytes=1_000)),
        base_url="http://mockbooks.test",
        headers={"Authorization": "Bearer mockbooks-demo-token"},
    )
    container = serve("--random-seed=7", f"--clock={MORNING.isoformat()}")
    with here, container.client() as there:
        assert there.get("/api/v1/debtors").content == here.get("/api/v1/debtors").content
        assert there.get("/api/v1/transactions").content == here.get("/api/v1/transactions").content


def test_tls_keeps_its_ca_in_a_folder_that_is_there_for_it(serve: Serve) -> None:
    container = serve("--tls", options=("--tmpfs=/tls",), scheme="https")
    assert container.execute("mockbooks", "ca").printed.startswith("-----BEGIN CERTIFICATE-----\n")


def test_tls_says_where_it_cannot_write(image: Image) -> None:
    ended = image.run("--tls")
    assert ended.code == 2
    assert "/tls cannot be written to: Read-only file system" in ended.complained


def test_a_client_gets_its_token(mockbooks: Container) -> None:
    with mockbooks.client() as client:
        answer = client.post(
            "/oauth/token",
            data={"grant_type": "client_credentials"},
            auth=("mockbooks-demo", "mockbooks-demo-secret"),
        )
    assert answer.json()["token_type"] == "Bearer"


def test_every_page_and_all_that_it_loads_is_there(mockbooks: Container) -> None:
    with mockbooks.client() as client:
        visited, broken = broken_links(client, "/")
    assert visited >= {"/docs", "/docs/assets/swagger-ui-bundle.js", "/docs/errors", "/docs/scenarios", "/openapi.json"}
    assert broken == []


def test_the_labels_say_what_it_is(image: Image) -> None:
    labels = image.inspect()["Config"]["Labels"]
    assert {name.removeprefix("org.opencontainers.image."): text for name, text in labels.items()}.items() >= {
        "title": "mockbooks",
        "description": PROJECT["description"],
        "licenses": "MIT",
        "version": __version__,
    }.items()


def test_neither_installers_nor_tests_were_added(image: Image) -> None:
    unwanted = ("-name", "pip", "-o", "-name", "hatchling", "-o", "-name", "tests")
    added = image.run("find", "/opt/mockbooks", *unwanted)
    assert (added.code, added.printed) == (0, "")
