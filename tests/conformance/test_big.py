"""The big document is as big as asked, always the same, and one that a validator accepts."""

import json

import pytest
from openapi_spec_validator import validate

from tests.conformance.big import MEGABYTE, big_document


@pytest.mark.parametrize("size_bytes", [100_000, MEGABYTE])
def test_a_big_document_has_the_size_that_was_asked_for(size_bytes: int) -> None:
    assert size_bytes <= len(big_document(size_bytes)) < size_bytes + 3000


def test_the_same_size_gives_the_same_bytes() -> None:
    assert big_document(200_000) == big_document(200_000)


def test_a_big_document_is_valid_and_holds_the_books_of_the_one_inside() -> None:
    built = json.loads(big_document(60_000))
    validate(built)
    assert "/customers" in built["paths"]
    assert "/warehouse/shelves-00000" in built["paths"]
