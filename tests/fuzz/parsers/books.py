"""Whole books that come in as JSON."""

from functools import cache

import orjson

from mockbooks.errors import RefusedError
from mockbooks.ledger import dump, load
from mockbooks.resources import SPECS
from mockbooks.store import Books
from mockbooks.web.json_body import read_json
from tests.fuzz.parser import Parser
from tests.unit.ledger.shop import busy_shop


@cache
def _dumped() -> bytes:
    return orjson.dumps(dump(busy_shop().books))


def _load(data: bytes) -> object:
    """Books that are loaded give the same dump again."""
    books = Books(SPECS)
    books.restore(load(read_json(data, maximum_depth=16), SPECS))
    again = Books(SPECS)
    again.restore(load(dump(books), SPECS))
    assert dump(again) == dump(books)
    return books


PARSERS = (
    Parser(
        name="books",
        read=_load,
        seeds=(_dumped(), b'{"format": "mockbooks-books", "version": 1, "collections": {}, "counters": {}}'),
        words=(
            *(
                b"null",
                b"true",
                b"1",
                b"-1",
                b'""',
                b"[]",
                b"{}",
                b'"0.00"',
                b'"-1.00"',
                b'"2026-11-23"',
                b'"trx_000002"',
            ),
            *(
                b'"idsGiven":',
                b'"records":',
                b'"counters":',
                b'"deb_000001"',
                b'"sales"',
                b'"memorial"',
                b"99999999999999999999",
            ),
        ),
        refuses=(RefusedError,),
    ),
)
