"""The server beside the tests of an integration, as Compose and CI put them: in one network, known by a name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml

from mockbooks import __version__
from tests.image.conftest import Image, Serve, docker

COMPOSE = Path(__file__).parents[2] / "compose.yaml"


@pytest.fixture
def services() -> dict[str, Any]:
    return dict(yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"])


@pytest.fixture
def network(image: Image) -> Iterator[str]:  # noqa: ARG001 - where there is none, there may be no engine either
    name = f"mockbooks-{uuid4().hex}"
    docker("network", "create", name)
    yield name
    docker("network", "rm", name)


@pytest.fixture
def beside(network: str, serve: Serve) -> str:
    """Start the server in the network; gives the option that puts another container there."""
    serve(options=(f"--network={network}", "--network-alias=mockbooks"))
    return f"--network={network}"


def test_the_tests_of_compose_are_told_where_the_books_are(image: Image, beside: str, services: dict[str, Any]) -> None:
    ended = image.run(*services["tests"]["command"], options=(beside,))
    assert (ended.code, ended.complained) == (0, "")
    assert "MOCKBOOKS_API_URL=http://mockbooks:8080/api/v1\n" in ended.printed


def test_another_container_waits_for_the_server(image: Image, beside: str) -> None:
    ended = image.run("wait", "http://mockbooks:8080", options=(beside,))
    assert ended.printed.startswith(f"mockbooks {__version__} is up at http://mockbooks:8080")
