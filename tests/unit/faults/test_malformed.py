"""`malformed`: JSON that no parser takes."""

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.faults.malformed import broken
from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import CREATED, changed, refused

BREAKDOWN = b"<br />\n<b>Fatal error</b>:  Maximum execution time of 30 seconds exceeded<br />\n"


def test_the_program_breaks_down_in_the_middle_of_the_true_answer() -> None:
    answer = changed("malformed", None, CREATED)

    assert answer.body == b'{"success":true,"data":{"id":"deb_000001","name":"Fami' + BREAKDOWN
    assert (answer.status, answer.media_type) == (200, "application/json")


def test_the_same_answer_breaks_in_the_same_way() -> None:
    assert changed("malformed", {}, CREATED) == changed("malformed", None, CREATED)


def test_no_character_is_cut_in_two() -> None:
    assert broken('{"ab":"ééééé"}'.encode()) == '{"ab":"éé'.encode() + BREAKDOWN


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)
    | st.dictionaries(st.text(), st.text())
)
def test_nothing_that_was_json_still_is(value: object) -> None:
    body = broken(json.dumps(value).encode())

    with pytest.raises(orjson.JSONDecodeError):
        orjson.loads(body)
    with pytest.raises(json.JSONDecodeError):
        json.loads(body, strict=False)


def test_an_answer_without_a_body_gets_one_that_is_no_json() -> None:
    assert changed("malformed", None, Answer(status=200)).body == BREAKDOWN


def test_it_takes_no_settings() -> None:
    assert refused("malformed", "yes") == [("", "takes_no_settings")]
