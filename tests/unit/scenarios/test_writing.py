"""Values as they would stand in a scenario file."""

from mockbooks.scenarios.writing import written, written_block, written_entry
from mockbooks.scenarios.yaml_text import read_yaml

INJECTION = {
    "injections": [
        {
            "match": {"operation": "createTransaction", "body": {"/lines/0/ledgerAccountId": {"in": ["8000", "8010"]}}},
            "calls": "first",
            "fault": {"respond": {"status": 502, "body": "<html><body><h1>502 Bad Gateway</h1></body></html>"}},
        },
        {"fault": "empty"},
    ],
    "expect": ["noDuplicateBookings", {"booked": {"reference": "ORD-1001"}, "exactly": 1}],
}


def test_a_text_that_would_read_as_something_else_is_in_quotes() -> None:
    assert written({"account": "8000", "is": "true", "at": "2026-10"}) == '{account: "8000", is: "true", at: 2026-10}'


def test_an_entry_without_settings_is_told_by_its_name() -> None:
    assert written_entry({"noLostBookings": None, "optional": True}) == "noLostBookings, optional: true"


def test_a_piece_of_a_file_has_one_line_for_each_key_and_reads_as_it_was_meant() -> None:
    text = written_block(INJECTION)

    assert text == (
        """\
injections:
  - match:
      operation: createTransaction
      body: {/lines/0/ledgerAccountId: {in: ["8000", "8010"]}}
    calls: first
    fault:
      respond: {status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>"}
  - {fault: empty}
expect:
  - noDuplicateBookings
  - booked: {reference: ORD-1001}
    exactly: 1
"""
    )
    assert read_yaml(text.encode()).data == INJECTION
