"""Where a vendor file says `${name}`, a value goes: encoded in paths, of its own type in bodies."""

from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.live.substituting import in_body, in_target, in_text

VALUES: Final[Mapping[str, object]] = {"email": "o'brien+a@korenaar.example", "id": 12, "active": True, "lines": [1]}


def test_values_in_a_path_are_encoded_and_the_path_itself_is_not() -> None:
    target = in_target("/relaties/${id}?mail=${email}&actief=${active}&sort=naam,-id", VALUES.__getitem__)

    assert target == "/relaties/12?mail=o%27brien%2Ba%40korenaar.example&actief=true&sort=naam,-id"


def test_what_no_url_takes_is_encoded() -> None:
    assert in_target("/geïnd/%20?x=é", VALUES.__getitem__) == "/ge%C3%AFnd/%20?x=%C3%A9"


def test_a_text_that_is_nothing_but_a_name_becomes_the_value_itself() -> None:
    body = {"id": "${id}", "naam": "nr ${id}", "regels": "${lines}", "in": ["${active}", None, 3]}

    assert in_body(body, VALUES.__getitem__) == {"id": 12, "naam": "nr 12", "regels": [1], "in": [True, None, 3]}


def test_a_plain_text_is_filled_in() -> None:
    assert in_text("Key ${id}", VALUES.__getitem__) == "Key 12"
