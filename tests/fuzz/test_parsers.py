"""Whatever anybody sends, every parser reads it or refuses it with an error of ours that tells what is wrong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import inputs
from tests.fuzz.parser import Parser
from tests.fuzz.table import PARSERS

FEW = settings(
    max_examples=30, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
EACH = pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS.keys())


@EACH
def test_what_a_parser_begins_from_is_read_or_refused(parser: Parser) -> None:
    for seed in parser.seeds:
        parser.feed(seed)


@EACH
@given(data=st.data())
@FEW
def test_whatever_comes_is_read_or_refused(parser: Parser, data: st.DataObject) -> None:
    parser.feed(data.draw(inputs(parser)))
