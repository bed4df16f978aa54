"""`empty`: a success without its body."""

import pytest

from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import CREATED, changed, refused


@pytest.mark.parametrize("settings", [None, {}])
def test_status_headers_and_content_type_stay_and_the_body_is_gone(settings: object) -> None:
    answer = changed("empty", settings, CREATED.with_headers(("Content-Language", "nl")))

    assert answer == Answer(status=200, body=b"", headers=(("Content-Language", "nl"),), media_type="application/json")


@pytest.mark.parametrize("settings", [True, "body", {"body": ""}, ["empty"]])
def test_it_takes_no_settings(settings: object) -> None:
    assert refused("empty", settings) == [("", "takes_no_settings")]
