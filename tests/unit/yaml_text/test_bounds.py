"""Readers of YAML have bounds of their own."""

import pytest

from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import read_yaml
from mockbooks.yaml_text.refusals import NotAllowedError


def bounds(*, values: int = 10, aliases: int = 2, levels: int = 3, takes_more: bool = False) -> Bounds:
    return Bounds(values=values, aliases=aliases, levels=levels, has_any_keys=takes_more, has_merging=takes_more)


def refused(text: str, within: Bounds) -> str:
    with pytest.raises(NotAllowedError) as raised:
        read_yaml(text.encode(), within)
    return raised.value.reason.en


def test_keys_that_look_like_numbers_are_taken_as_written_where_they_are_meant() -> None:
    data = read_yaml(b"200: fine\n007: agent\non: off\nnull: none", bounds(takes_more=True)).data

    assert data == {"200": "fine", "007": "agent", "on": "off", "null": "none"}


def test_keys_that_look_like_numbers_are_refused_where_they_are_a_mistake() -> None:
    assert refused("200: fine", bounds()) == "the key 200 is no text: write it in quotes"


def test_more_values_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("[1, 2, 3, 4]", bounds(values=4)).endswith("the file holds more than 4 values")


def test_more_levels_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("[[[[1]]]]", bounds()) == "at most 3 mappings and lists may stand in each other"


def test_more_aliases_than_are_taken_are_refused_with_the_number_that_is() -> None:
    assert refused("a: &a 1\nb: [*a, *a, *a]", bounds()) == "at most 2 aliases (*name) are allowed"


def test_what_a_mapping_says_goes_before_what_is_merged_into_it() -> None:
    text = "a: &a {name: De Korenaar, city: Delft}\nb: &b {city: Gouda, code: 7}\nc: {<<: [*a, *b], name: Zon}"

    located = read_yaml(text.encode(), bounds(values=30, levels=4, takes_more=True))

    assert located.data == {
        "a": {"name": "De Korenaar", "city": "Delft"},
        "b": {"city": "Gouda", "code": 7},
        "c": {"name": "Zon", "city": "Delft", "code": 7},
    }
    assert located.spot is not None
    assert located.spot.value_at("/c/city") == (1, 33)
    assert located.spot.value_at("/c/name") == (3, 25)


def test_only_mappings_are_merged() -> None:
    assert refused("a: &a 7\nb: {<<: *a}", bounds(takes_more=True)) == 'only mappings can be merged with "<<"'


def test_merging_is_refused_where_it_is_not_meant() -> None:
    assert refused("a: &a {b: 1}\nc: {<<: *a}", bounds()) == 'merging mappings with "<<" is not allowed'


def test_merging_counts_as_much_as_a_copy_would() -> None:
    text = "a: &a {b: 1, c: 2, d: 3}\ne: {<<: *a}\nf: {<<: *a}"

    assert refused(text, bounds(values=12, takes_more=True)).endswith("the file holds more than 12 values")
