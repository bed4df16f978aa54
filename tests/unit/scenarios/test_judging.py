"""Judging a run: what a failed expectation tells is not told again of the same habit."""

from mockbooks.scenarios.judging import Jury
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.verdict import Verdict
from mockbooks.traffic.request_log import Entry
from tests.unit.observations.watching import Small, booking, logged

TWICE = (booking("ORD-1001"), booking("ORD-1001", at=2))


def verdict(expected: str, *entries: Entry) -> Verdict:
    """Judge exchanges under a scenario with one expectation."""
    scenario = load(f"name: shop\nexpect: [{expected}]\n".encode(), source="shop.yaml")
    jury = Jury(scenario, Small().world)
    for entry in logged(*entries):
        jury.see(entry)
    return jury.verdict()


def test_what_a_failed_expectation_tells_is_no_note_besides() -> None:
    told = verdict("noDuplicateBookings", *TWICE)

    assert [each.outcome for each in told.expectations] == ["failed"]
    assert told.notes == ()


def test_what_no_expectation_tells_is_noted() -> None:
    told = verdict("noRefusedRequests", *TWICE)

    assert [note.partition(" (")[0] for note in told.notes] == [
        "sales with reference ORD-1001 was booked again while it stood in the books"
    ]
