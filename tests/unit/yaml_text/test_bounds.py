"""Readers of YAML have bounds of their own."""

import pytest

from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import read_yaml
from mockbooks.yaml_text.refusals import NotAllowedError


def bounds(*, values: int = 10, aliases: int = 2, levels: int = 3, has_any_keys: bool = False) -> Bounds:
    return Bounds(values=values, aliases=aliases, levels=levels, has_any_keys=has_any_keys)


def refused(text: str, within: Bounds) -> str:
    with pytest.raises(NotAllowedError) as raised:
        read_yaml(text.encode(), within)
    return raised.value.reason.en


def test_keys_that_look_like_numbers_are_taken_as_written_where_they_are_meant() -> None:
    data = read_yaml(b"200: fine\n007: agent\non: off\nnull: none", bounds(has_any_keys=True)).data

    assert data == {"200": "fine", "007": "agent", "on": "off", "null": "none"}


def test_keys_that_look_like_numbers_are_refused_where_they_are_a_mistake() -> None:
    assert refused("200: fine", bounds()) == "the key 200 is no text: write it in quotes"


def test_more_values_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("[1, 2, 3, 4]", bounds(values=4)).endswith("the file holds more than 4 values")


def test_more_levels_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("[[[[1]]]]", bounds()) == "at most 3 mappings and lists may stand in each other"


def test_more_aliases_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("a: &a 1\nb: [*a, *a, *a]", bounds()) == "at most 2 aliases (*name) are allowed"
