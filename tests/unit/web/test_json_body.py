"""Reading a long body: without the garbage collector, which is at work again afterwards, whatever came."""

import gc
from collections.abc import Iterator

import pytest

from mockbooks.errors import RefusedError
from mockbooks.web.json_body import read_json

LISTS = b"[" + b"[]," * 100_000 + b"[]]"


@pytest.fixture
def collections() -> Iterator[list[str]]:
    """Note every collection."""
    seen: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        seen.append(phase)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_a_long_body_is_read_without_a_collection_in_between(collections: list[str]) -> None:
    gc.collect()
    collections.clear()
    read_json(LISTS, maximum_depth=20)
    assert len(collections) <= 2
    assert gc.isenabled()


def test_the_collector_is_at_work_again_after_a_body_that_is_no_json() -> None:
    with pytest.raises(RefusedError):
        read_json(LISTS + b"]", maximum_depth=20)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        read_json(LISTS, maximum_depth=20)
        assert not gc.isenabled()
    finally:
        gc.enable()
