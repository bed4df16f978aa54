"""A run is bounded in time, in patience and in what it keeps, also where it reads pages."""

from dataclasses import dataclass, field

from mockbooks.conformance.live.documented import document_of, page
from mockbooks.conformance.live.session import LEAST_BYTES, MOST_KEPT_BYTES
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Call, Noun
from mockbooks.conformance.wire.client import MOST_BYTES
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.trouble import Kind
from mockbooks.texts import Text
from tests.unit.conformance.checks.korenaar import VENDOR, Korenaar, answer, broken_off, findings_of, on

LIST = Call(method="GET", target="/rekeningen")
ELSEWHERE = VENDOR.replace("/help/oauth", "https://docs.korenaar.example/oauth")


@dataclass
class Measured(Korenaar):
    """The API, with how much is read of each answer at most."""

    rooms: list[int] = field(default_factory=list)

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        self.rooms.append(most_bytes)
        return super().send(request, most_bytes=most_bytes)


def test_all_answers_together_are_kept_up_to_a_bound() -> None:
    large = Answer(status=200, body=b" " * MOST_BYTES)
    korenaar = Measured([on("GET", "/rekeningen", large)])
    session = korenaar.target().session

    for_each = [session.ask(LIST, lambda _: "") for _ in range(6)]

    assert len(for_each) == 6
    assert korenaar.rooms == [MOST_BYTES, MOST_BYTES, MOST_BYTES, MOST_BYTES, LEAST_BYTES, LEAST_BYTES]
    assert MOST_KEPT_BYTES == 4 * MOST_BYTES


def test_an_answer_that_is_larger_than_is_read_tells_nothing() -> None:
    cut = Answer(status=200, body=b'{"rows": [', is_cut=True)

    (finding,) = findings_of(Korenaar([on("GET", "/rekeningen", cut)]).judged(), "C4e")

    assert finding.outcome is Outcome.CANNOT_TELL
    assert finding.summary.en == "Cannot tell: GET /rekeningen: the answer is larger than is read."


def test_pages_are_read_no_longer_than_the_run_may_take() -> None:
    korenaar = Korenaar()
    korenaar.reactions = [lambda _: answer(302, Location=f"/help/{len(korenaar.exchanges)}")]
    target = korenaar.target()
    # Each look at the clock of De Korenaar takes a second.
    target.session.start_anew(3)

    came = page(target, "/help/oauth")

    assert isinstance(came, Exchange)
    assert came.trouble is not None
    assert came.trouble.kind is Kind.NOT_ASKED
    assert came.trouble.what.en == "the check ran out of its time"
    assert len(korenaar.exchanges) == 3


def test_after_three_silences_no_page_is_read_either() -> None:
    korenaar = Korenaar([on("GET", ".*", broken_off())])
    target = korenaar.target()
    target.listing(Noun.DEBTORS)
    target.listing(Noun.VAT_RATES)
    target.listing(Noun.TRANSACTIONS)

    found = document_of(target)

    assert found.why_not == Text(
        "the API was asked no more, since 3 calls in a row got no answer",
        "de API is niet meer gevraagd, want 3 aanroepen achter elkaar kregen geen antwoord",
    )
    assert len(korenaar.exchanges) == 3


def test_pages_that_are_silent_count_as_silences_of_the_api() -> None:
    korenaar = Korenaar([on("GET", ".*", broken_off())])
    target = korenaar.target()

    came = [page(target, place) for place in ("/a", "/b", "/c", "/d")]

    assert len(came) == 4
    assert len(korenaar.exchanges) == 3


def test_the_silence_of_another_host_is_none_of_the_api() -> None:
    korenaar = Korenaar()
    korenaar.reactions = [lambda request: broken_off() if request.url.startswith("https://docs.") else None]
    target = korenaar.target(vendor=ELSEWHERE)
    target.session.token = "sleutel"
    came = [page(target, f"https://docs.korenaar.example/{number}") for number in range(4)]

    listing = target.listing(Noun.DEBTORS)

    assert len(came) == 4
    assert listing is not None
    assert listing.fault is None
