"""The image as it is used: containers that may write nothing and have no privileges, asked from outside.

`make image-test` builds it and names it in MOCKBOOKS_IMAGE; without an engine these tests are skipped.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

HARDENED = ("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges")
TIMEOUT_SECONDS = 60
READY_SECONDS = 30


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    printed: str
    complained: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Container:
    """A container that runs."""

    id: str
    base_url: str

    def execute(self, *command: str) -> Ended:
        return docker("exec", self.id, *command)

    def inspect(self) -> Any:  # noqa: ANN401 - what the engine tells
        return _inspected("container", self.id)

    def becomes_healthy(self) -> bool:
        """Wait for the image's own health check."""
        give_up = time.monotonic() + READY_SECONDS
        while self.inspect()["State"]["Health"]["Status"] == "starting" and time.monotonic() < give_up:
            time.sleep(0.2)
        return bool(self.inspect()["State"]["Health"]["Status"] == "healthy")

    def stop(self) -> float:
        """Stop it as the engine does, and give the seconds until its process was gone."""
        asked = datetime.now(UTC)
        docker("stop", "--time=10", self.id)
        finished = datetime.fromisoformat(self.inspect()["State"]["FinishedAt"])
        return (finished - asked).total_seconds()

    def client(self) -> httpx.Client:
        token = {"Authorization": "Bearer mockbooks-demo-token"}
        return httpx.Client(base_url=self.base_url, headers=token, verify=False)  # noqa: S501 - its own CA


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """The image under test."""

    name: str

    def run(self, *command: str, options: tuple[str, ...] = ()) -> Ended:
        """Run a container to its end."""
        return docker("run", "--rm", *HARDENED, *options, self.name, *command)

    def inspect(self) -> Any:  # noqa: ANN401 - as above
        return _inspected("image", self.name)

    def added_bytes(self) -> int:
        """Tell how large the layers are that stand on those of Python: uncompressed, as the engine counts."""
        history = docker("history", "--human=false", "--no-trunc", "--format={{.Size}} {{.CreatedBy}}", self.name)
        layers = history.printed.splitlines()
        first = next(place for place, layer in enumerate(layers) if "COPY /opt/mockbooks" in layer)
        return sum(int(layer.split()[0]) for layer in layers[: first + 1])


Serve = Callable[..., Container]


def docker(*arguments: str) -> Ended:
    ended = subprocess.run(
        ["docker", *arguments],  # noqa: S607 - whichever client the one who tests uses
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def _inspected(kind: str, name: str) -> Any:  # noqa: ANN401 - as above
    (found,) = json.loads(docker(kind, "inspect", name).printed)
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip these tests as a whole where there is no image."""
    if "MOCKBOOKS_IMAGE" in os.environ:
        return
    missing = pytest.mark.skip(reason="there is no image: `make image-test` builds one, where there is a Docker engine")
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(missing)


@pytest.fixture(scope="session")
def image() -> Image:
    return Image(name=os.environ["MOCKBOOKS_IMAGE"])


@pytest.fixture
def serve(image: Image) -> Iterator[Serve]:
    """Start containers with arguments of their own; they are gone after the test."""
    with ExitStack() as running:
        yield lambda *arguments, **settings: running.enter_context(_running(image, *arguments, **settings))


@pytest.fixture(scope="session")
def mockbooks(image: Image) -> Iterator[Container]:
    """Share a container, started with nothing at all, between the tests that leave no trace in it."""
    with _running(image) as container:
        yield container


@contextmanager
def _running(
    image: Image, *arguments: str, options: tuple[str, ...] = (), port: int = 8080, scheme: str = "http"
) -> Iterator[Container]:
    run = docker("run", "--detach", f"--publish=127.0.0.1::{port}", *HARDENED, *options, image.name, *arguments)
    assert run.code == 0, run.complained
    container = run.printed.strip()
    try:
        base_url = f"{scheme}://{docker('port', container, str(port)).printed.strip()}"
        assert _answers(base_url), docker("logs", container)
        yield Container(id=container, base_url=base_url)
    finally:
        docker("rm", "--force", "--volumes", container)


def _answers(base_url: str) -> bool:
    give_up = time.monotonic() + READY_SECONDS
    while time.monotonic() < give_up:
        try:
            return httpx.get(f"{base_url}/_mockbooks/health", verify=False).is_success  # noqa: S501 - its own CA
        except httpx.TransportError:
            time.sleep(0.05)
    return False
