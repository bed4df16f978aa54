"""A folder of CA and certificate, opened at a moment of one's own."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mockbooks.tls.folder import TlsFolder

NOW = datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)

Opened = Callable[..., TlsFolder]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mockbooks-tls"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def opened(path: Path, told: list[str]) -> Opened:
    """Open the folder at a moment."""

    def open_at(now: datetime = NOW) -> TlsFolder:
        return TlsFolder(str(path), now=now, tell=told.append)

    return open_at


@pytest.fixture
def made(opened: Opened, told: list[str]) -> TlsFolder:
    """Have a folder with all four files, of which has been told."""
    opened().certificate(["books.test"])
    told.clear()
    return opened()
