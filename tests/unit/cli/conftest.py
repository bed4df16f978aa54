"""The commands run here as in a pipe, whatever the machine that tests wants of colours."""

import pytest


@pytest.fixture(autouse=True)
def _colours_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
