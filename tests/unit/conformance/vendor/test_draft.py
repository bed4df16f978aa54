"""A draft of a vendor file reads as the very vendor that it was written of, comments or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.loading import load_vendor, reference
from mockbooks.conformance.vendor.model import Call, Noun, OAuth, Pick, Resource, Vendor

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(lambda text: "${" not in text)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def read_back(vendor: Vendor, notes: dict[str, str] | None = None) -> Vendor:
    return load_vendor(draft(vendor, notes or {}).encode(), source="draft.yaml")


def test_the_reference_reads_back() -> None:
    assert read_back(reference()) == reference()


@given(name=TEXTS, body=JSON.filter(lambda body: body is not None))
def test_whatever_is_in_a_body_reads_back(name: str, body: object) -> None:
    call = Call(method="POST", target="/x/${run}", body=body)
    vendor = Vendor(name=name, resources={Noun.JOURNALS: Resource(create=call), Noun.PRODUCTS: None})

    assert read_back(vendor) == vendor


def test_comments_stand_above_what_they_are_about() -> None:
    vendor = Vendor(
        name="De Korenaar",
        oauth=OAuth(token_url="/token"),
        resources={
            Noun.JOURNALS: Resource(list=Call(method="GET", target="/journals"), searches={}),
            Noun.PRODUCTS: None,
        },
        values={"journalId": Pick(noun=Noun.JOURNALS, where={"/code": "007", "/active": True}), "days": 30},
    )
    notes = {
        "": "A draft: correct what is wrong.",
        "/resources/journals/list": "Guessed by its path.\nThere is /diaries as well.",
        "/values/days": "As in the example.",
    }

    assert draft(vendor, notes) == (
        "# A draft: correct what is wrong.\n"
        "name: De Korenaar\n"
        "oauth:\n"
        "  tokenUrl: /token\n"
        "resources:\n"
        "  products: null\n"
        "  journals:\n"
        "    # Guessed by its path.\n"
        "    # There is /diaries as well.\n"
        "    list: GET /journals\n"
        "values:\n"
        '  journalId: {from: journals, where: {/code: "007", /active: true}}\n'
        "  # As in the example.\n"
        "  days: 30\n"
    )
    assert read_back(vendor, notes) == vendor


@pytest.mark.parametrize("name", ["yes", "007", "null", "- x", "a: b", "x #y", " x ", "~", "é\u2028\u0085", "'", '"'])
def test_a_name_that_looks_like_something_else_is_quoted(name: str) -> None:
    assert read_back(Vendor(name=name)) == Vendor(name=name)
