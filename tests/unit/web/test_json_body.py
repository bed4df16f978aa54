"""Reading a long body: without the garbage collector, which is at work again afterwards, whatever came."""

import gc
from collections.abc import Iterator

import pytest

from mockbooks.errors import RefusedError
from mockbooks.web import json_body
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


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every body whose keys are looked at one by one."""
    seen: list[str] = []
    monkeypatch.setattr(json_body, "_refuse_repeated_keys", seen.append)
    return seen


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


def test_a_body_of_many_values_is_not_looked_at_key_by_key(looked_at: list[str]) -> None:
    """Some thirty levels of 49 000 values each would take seconds, though no single level has too many."""
    deep = b'{"a":' * 29 + b"1" + b"}" * 29
    read_json(b'{"x":"a:b","l":[' + b",".join([deep] * 10_000) + b"]}", maximum_depth=32)
    assert looked_at == []


def test_a_colon_in_a_text_has_the_keys_of_a_usual_body_looked_at(looked_at: list[str]) -> None:
    read_json(rb'{"name":"Bakkerij: De Korenaar","email":"a\u0062"}', maximum_depth=32)
    assert looked_at == [r'{"name":"Bakkerij: De Korenaar","email":"a\u0062"}']
