"""What each check makes of an API in the style of another vendor, with one habit after another."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.conformance import checks
from mockbooks.conformance.check_api import CheckError, judge, plan, unjudged
from mockbooks.conformance.checks import CHECKS
from mockbooks.conformance.live.access import Credentials
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.loading import load_vendor
from mockbooks.conformance.wire.exchange import Answer, Request
from mockbooks.conformance.wire.trouble import Trouble, too_slow
from mockbooks.texts import Text
from tests.unit.conformance.checks.korenaar import (
    DOCUMENT,
    SANNE,
    VENDOR,
    WITH_PRODUCTS,
    Korenaar,
    Reaction,
    answer,
    broken_off,
    faulty,
    findings_of,
    on,
    outcome_of,
)

MET, CANNOT_TELL, PARTLY, NOT_MET = Outcome
KEYS = ("id", "rows", "naam", "mail", "adres", "nr", "error", "success", "melding", "access_token", "openapi", "info")

WITH_BODY = "remove: {call: 'DELETE /boekingen/${id}', body: {boeking: '${id}'}}"


def summaries(korenaar: Korenaar, number: str) -> list[str]:
    return [finding.summary.en for finding in findings_of(korenaar.judged(), number)]


def test_the_table_is_the_folder() -> None:
    folder = Path(checks.__file__).parent

    assert {check.name for check in CHECKS} == {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert len(CHECKS) == len({check.name for check in CHECKS})


def test_an_api_of_another_shape_meets_every_condition() -> None:
    korenaar = Korenaar()

    judgement = korenaar.judged()

    assert [judged.outcome for judged in judgement.conditions] == [MET] * 9
    assert [*korenaar.relaties, *korenaar.boekingen] == [1, 2]


def test_a_price_may_be_a_number() -> None:
    korenaar = Korenaar()

    judgement = korenaar.judged(vendor=WITH_PRODUCTS)

    assert [judged.outcome for judged in judgement.conditions] == [MET] * 9
    assert korenaar.artikelen == {}


def test_a_product_that_tells_another_price_than_was_sent_is_told() -> None:
    dearer = on(
        "GET", "/artikelen/10.", answer(200, {"id": 102, "code": "mb-r1", "naam": "mockbooks check r1", "prijs": 13})
    )

    (added, read) = findings_of(Korenaar([dearer]).judged(vendor=WITH_PRODUCTS), "C6c")

    assert (added.outcome, read.outcome) == (MET, PARTLY)
    assert read.summary.en == "On reading products the answer tells price otherwise than it was sent."


def test_without_writing_it_is_judged_by_what_is_there() -> None:
    korenaar = Korenaar()

    judgement = korenaar.judged(allow_writes=False)

    assert {judged.condition.number for judged in judgement.conditions if judged.outcome is CANNOT_TELL} == {"C6", "C7"}
    assert {exchange.request.method for exchange in korenaar.exchanges[1:]} == {"GET", "POST"}
    assert [exchange.request.url for exchange in korenaar.exchanges if exchange.request.method == "POST"] == [
        "https://api.korenaar.example/token"
    ]


@pytest.mark.parametrize(
    ("reaction", "concerned"),
    [
        (on("GET", "/openapi.json", answer(404)), {"C2"}),
        (on("GET", "/openapi.json", answer(200, {"hello": "world"})), {"C2"}),
        (on("GET", "/help/oauth", answer(404)), {"C3"}),
        (on("GET", "/help/oauth", Answer(status=200, body=b"Ask us for a key.")), {"C3"}),
        (on("POST", "/token", answer(404)), {"C3"}),
        (on("GET", "/btw", answer(404)), {"C4d"}),
        (on("GET", "/btw", answer(200, {"rows": [{"id": 7, "code": "H"}]})), {"C6d"}),
        (on("GET", "/rekeningen", answer(200, {"rows": [{"id": 1, "code": "8000", "naam": " "}]})), {"C6e"}),
        (on("GET", "/relaties/.*nothing", answer(404, {"melding": "Niet gevonden."})), {"C7"}),
        (on("GET", "/relaties/.*nothing", answer(400, {"melding": "Bad Request"})), {"C7"}),
        (on("GET", "/relaties/.*nothing", answer(200, {"id": 3})), {"C5", "C7"}),
        (on("GET", "/relaties/.*nothing", answer(200, {"error": "Er is geen relatie 3."})), {"C5", "C7"}),
        (on("GET", "/relaties/.*nothing", answer(400, {"errors": {"id": ["Er is geen relatie 3."]}})), set()),
        (on("GET", "/relaties/.*nothing", answer(400, {"errors": {"id": ["invalid"]}})), {"C7"}),
        (on("GET", "/hulp", answer(200, {"error": 0, "errors": [], "mail": "a@b"})), set()),
        (on("GET", "/relaties/.*nothing", answer(302, Location="/login")), {"C1", "C5", "C7"}),
        (on("GET", "/relaties[?]mail=.*", answer(200, {"rows": []})), {"C4a"}),
        (on("GET", "/relaties[?]mail=.*nobody.*", answer(404, {"melding": "Geen relatie gevonden."})), {"C4a"}),
        (on("GET", "/boekingen[?]kenmerk=.*", answer(200, {"rows": [{"id": 2, "kenmerk": "ORD-1"}]})), {"C9iii"}),
        (on("GET", "/boekingen/10.", answer(200, {"id": 2})), {"C4b"}),
        (on("GET", "/hulp", answer(200, {"mail": "a@b", "talen": ["en"], "werkdagen": 5})), {"C9ii", "C9iv"}),
        (on("GET", "/hulp", answer(200, {"talen": "Dutch, English", "werkdagen": "binnen 24 uur"})), set()),
        (on("GET", "/rekeningen", answer(503)), set()),
        (on("GET", "/rekeningen", answer(403, {"melding": "Geen toegang."})), set()),
        (
            on("GET", "/rekeningen", Answer(status=200, headers=(("Content-Type", "text/html"),), body=b"<p>")),
            {"C1", "C4e"},
        ),
        (on("GET", "/rekeningen", broken_off()), {"C5"}),
        (on("GET", "/relaties/10.", answer(200, {"id": 100, "naam": "MOCKBOOKS", "adres": "Kade 1"})), {"C6b"}),
    ],
)
def test_a_habit_concerns_its_conditions_and_no_others(reaction: Reaction, concerned: set[str]) -> None:
    assert faulty(Korenaar([reaction]).judged()) == concerned


def test_what_is_created_with_201_leaves_the_rest_as_it_was() -> None:
    korenaar = Korenaar()

    def created(request: Request) -> Answer | None:
        came = korenaar.usual(request) if request.method == "POST" else answer(404)
        return replace(came, status=201) if came.status == 200 else None

    korenaar.reactions = [created]
    judgement = korenaar.judged()

    assert faulty(judgement) == {"C6"}
    assert outcome_of(judgement, "C6") is PARTLY
    assert findings_of(judgement, "C6")[0].summary.en == (
        "Status 201 came instead of 200 on 3 of 29 calls that succeeded."
    )


def test_when_no_debtor_can_be_made_those_that_are_there_are_searched() -> None:
    korenaar = Korenaar([on("POST", "/relaties", answer(403, {"melding": "Geen toegang."}))])

    judgement = korenaar.judged()

    assert outcome_of(judgement, "C4a") is MET
    assert findings_of(judgement, "C6b")[0].summary.en == "Cannot tell: POST /relaties was answered with status 403."
    assert findings_of(judgement, "C6a")[0].summary.en == ("Cannot tell: no debtor could be made to use in it.")
    assert korenaar.boekingen.keys() == {2}


def test_a_body_that_is_refused_is_told_with_the_reason() -> None:
    korenaar = Korenaar([on("POST", "/relaties", answer(400, {"melding": "De plaats ontbreekt."}))])

    finding = findings_of(korenaar.judged(), "C6b")[0]

    assert finding.summary.en == "Cannot tell: no debtor could be added (POST /relaties → 400: De plaats ontbreekt.)."
    assert finding.advice is not None
    assert finding.advice.en == "Give a body that is accepted under resources.debtors.create in the vendor file."


def test_what_is_let_in_without_a_key_is_told() -> None:
    def open_door(request: Request) -> Answer | None:
        is_open = request.url.endswith("/relaties") and "X-Key" not in request.headers
        return answer(200, {"rows": []}) if is_open else None

    findings = findings_of(Korenaar([open_door]).judged(), "C3")
    assert [finding.outcome for finding in findings] == [MET, NOT_MET, MET]
    assert [finding.summary.en for finding in findings] == [
        "The token endpoint answers as OAuth does: it refuses a request without a client (invalid_client).",
        "A call without a token is answered with status 200.",
        "Setting OAuth up is written out with its requests (GET /help/oauth).",
    ]


def test_a_room_that_never_changes_tells_little() -> None:
    korenaar = Korenaar()
    korenaar.room = iter([5000] * 1000)

    (finding,) = findings_of(korenaar.judged(), "C8")

    assert finding.outcome is CANNOT_TELL
    assert "the header X-Room says that 5000 is left, and did not go down" in finding.summary.en


def test_a_call_that_tells_the_room_will_do_as_well() -> None:
    korenaar = Korenaar([on("GET", "/ruimte", answer(200, {"over": {"minuut": 12}}))])
    korenaar.room = iter([5000] * 1000)
    called = VENDOR.replace("{headers: [X-Room]}", "{call: GET /ruimte, remaining: /over/minuut}")

    (finding,) = findings_of(korenaar.judged(vendor=called), "C8")

    assert (finding.outcome, finding.summary.en) == (MET, "GET /ruimte tells the room that is left.")


def test_a_call_that_tells_of_no_room_may_mean_that_there_is_no_limit() -> None:
    korenaar = Korenaar([on("GET", "/ruimte", answer(200, {"over": None}))])
    called = VENDOR.replace("{headers: [X-Room]}", "{headers: [X-None], call: GET /ruimte, remaining: /over}")
    korenaar.room = iter(["", *[""] * 1000])

    (finding,) = findings_of(korenaar.judged(vendor=called), "C8")

    assert finding.outcome is CANNOT_TELL
    assert finding.summary.en == (
        'Cannot tell: GET /ruimte answers, but no number stands at "/over"; there may be no limits.'
    )


@pytest.mark.parametrize(("header", "outcome"), [("X-Key", NOT_MET), ("Authorization", CANNOT_TELL)])
def test_a_key_of_its_own_is_no_oauth(header: str, outcome: Outcome) -> None:
    without = VENDOR.replace("oauth: {tokenUrl: /token, example: /help/oauth}\n", "").replace("X-Key", header)
    (finding, *_) = findings_of(Korenaar(key=header).judged(vendor=without), "C3")

    assert finding.outcome is outcome


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [([{"id": 7, "tarief": None}], NOT_MET), ([{"id": 7, "tarief": None}, {"id": 8, "tarief": 0}], MET)],
)
def test_all_that_is_asked_is_lacking_where_no_record_has_it(rows: list[object], outcome: Outcome) -> None:
    korenaar = Korenaar([on("GET", "/btw", answer(200, {"rows": rows}))])

    assert outcome_of(korenaar.judged(), "C6d") is outcome


def test_an_answer_that_lacks_some_of_it_will_do_in_part() -> None:
    nameless = on("GET", "/rekeningen", answer(200, {"rows": [{"id": 9, "code": "8000"}]}))

    assert outcome_of(Korenaar([nameless]).judged(), "C6e") is PARTLY


@pytest.mark.parametrize(
    ("came", "outcome"),
    [(answer(400, {}), PARTLY), (answer(422, {"melding": "De naam ontbreekt."}), NOT_MET), (answer(422), NOT_MET)],
)
def test_a_refusal_by_400_without_a_word_will_do_in_part_and_one_by_another_status_not(
    came: Answer, outcome: Outcome
) -> None:
    def refuse(request: Request) -> Answer | None:
        is_mistaken = request.body == b"{}" or request.url.endswith("-nothing") or korenaar.repeats(request)
        return came if is_mistaken else None

    korenaar = Korenaar([refuse])

    assert outcome_of(korenaar.judged(), "C7") is outcome


def test_a_key_of_its_own_needs_no_header_of_another_scheme() -> None:
    without = VENDOR.replace("oauth: {tokenUrl: /token, example: /help/oauth}\n", "")
    bare = [lambda request: None if "X-Key" in request.headers or "/v1/" not in request.url else answer(401)]

    judgement = Korenaar(bare).judged(vendor=without)

    assert outcome_of(judgement, "C3") is NOT_MET
    assert len(findings_of(judgement, "C3")) == 1


def test_an_example_of_what_is_not_there_is_none() -> None:
    assert outcome_of(Korenaar([on("POST", "/token", answer(404))]).judged(), "C3") is NOT_MET


def test_without_writing_a_refusal_is_blamed_no_more_than_was_seen() -> None:
    missing = on("GET", ".*nothing", answer(404, {"melding": "Niet gevonden."}))

    assert outcome_of(Korenaar([missing]).judged(), "C7") is PARTLY
    judgement = Korenaar([missing]).judged(allow_writes=False)
    assert outcome_of(judgement, "C7") is PARTLY
    assert findings_of(judgement, "C7")[0].doubt is not None


def test_without_writing_reading_tells_all_that_is_asked_of_adding_or_reading() -> None:
    judgement = Korenaar().judged(allow_writes=False)

    (read,) = findings_of(judgement, "C6b")
    assert (read.outcome, outcome_of(judgement, "C6a")) == (MET, CANNOT_TELL)
    assert read.doubt is not None
    assert "was not tried" in read.doubt.en


def test_a_debtor_that_is_found_a_moment_later_is_found() -> None:
    korenaar = Korenaar()
    early = [answer(200, {"rows": []})]
    korenaar.reactions = [
        lambda request: early.pop() if early and "?mail=mockbooks-check-r1%40" in request.url else None
    ]

    judgement = korenaar.judged()

    assert outcome_of(judgement, "C4a") is MET
    assert korenaar.waits == [2.0]


def test_a_debtor_that_is_found_only_later_is_found_in_part() -> None:
    korenaar = Korenaar()
    early = [answer(200, {"rows": []})] * 3
    korenaar.reactions = [
        lambda request: early.pop() if early and "?mail=mockbooks-check-r1%40" in request.url else None
    ]

    (finding,) = findings_of(korenaar.judged(), "C4a")

    assert korenaar.waits == [2.0, 4.0, 8.0]
    assert finding.outcome is PARTLY
    assert finding.summary.en.endswith("works, but finds the debtor that was just made only after 14 seconds.")


def test_a_search_that_finds_only_what_is_old_is_told_from_one_that_finds_nothing() -> None:
    not_yet = on("GET", "/boekingen[?]kenmerk=mockbooks.*", answer(200, {"rows": []}))
    never = on("GET", "/boekingen[?]kenmerk=.*", answer(200, {"rows": []}))

    (stale,), (missed,) = (findings_of(Korenaar([each]).judged(), "C9iii") for each in (not_yet, never))

    assert (stale.outcome, missed.outcome) == (PARTLY, NOT_MET)
    assert stale.summary.en.endswith(
        "finds what was there before, and after 28 seconds not yet the transaction that was made."
    )


def test_searches_of_one_resource_wait_together() -> None:
    korenaar = Korenaar([on("GET", "/boekingen[?].*", answer(200, {"rows": []}))])

    korenaar.judged()

    assert sum(korenaar.waits) == 28.0


def test_a_search_that_is_ignored_is_told_as_such_where_the_record_stands_on_a_later_page() -> None:
    first_page = on("GET", "/relaties[?]mail=.*", answer(200, {"rows": [SANNE]}))

    (finding,) = findings_of(Korenaar([first_page]).judged(), "C4a")

    assert "does not search" in finding.summary.en


def test_searching_by_post_is_rest_in_part() -> None:
    by_post = VENDOR.replace('email: "GET /relaties?mail', 'email: "POST /relaties?mail')

    assert outcome_of(Korenaar().judged(vendor=by_post), "C1") is PARTLY


@pytest.mark.parametrize(
    ("place", "came", "outcome", "summary"),
    [
        ("/v3/api-docs", answer(200, DOCUMENT), MET, "The only field or parameter is described"),
        ("/v1/openapi.json", answer(200, DOCUMENT), MET, "The only field or parameter is described"),
        ("/elsewhere", answer(200, DOCUMENT), CANNOT_TELL, "it stands in none of the usual places."),
    ],
)
def test_a_document_that_is_not_named_is_looked_for(place: str, came: Answer, outcome: Outcome, summary: str) -> None:
    def react(request: Request) -> Answer | None:
        path = urlsplit(request.url).path
        return came if path == place else answer(404) if "api" in path else None

    (finding, *_) = findings_of(Korenaar([react]).judged(vendor=VENDOR.replace("openapi: /openapi.json\n", "")), "C2")

    assert finding.outcome is outcome
    assert summary in finding.summary.en


@pytest.mark.parametrize(
    ("came", "outcome", "summary"),
    [
        (answer(302, Location="/openapi.json"), CANNOT_TELL, "its redirects go round in a circle"),
        (answer(503), CANNOT_TELL, "status 503."),
        (broken_off(), CANNOT_TELL, "the connection was broken off."),
        (answer(404), NOT_MET, "status 404."),
        (Answer(status=200, body=b"<html>Swagger UI</html>"), NOT_MET, "/openapi.json"),
        (Answer(status=200, body=b"{", is_cut=True), NOT_MET, "it is larger than 32 MiB."),
    ],
)
def test_a_document_that_cannot_be_had_is_told_with_the_reason(
    came: Answer | Trouble, outcome: Outcome, summary: str
) -> None:
    (finding,) = findings_of(Korenaar([on("GET", "/openapi.json", came)]).judged(), "C2")

    assert finding.outcome is outcome
    assert summary in finding.summary.en


def test_silence_about_limits_cannot_be_told() -> None:
    silent = VENDOR.replace("limits: {headers: [X-Room]}\n", "")
    judgement = Korenaar().judged(vendor=silent)

    assert outcome_of(judgement, "C8") is CANNOT_TELL


def test_a_search_that_the_vendor_file_does_not_name_is_doubted() -> None:
    without = VENDOR.replace('    searches: {email: "GET /relaties?mail=${email}"}\n', "")

    (finding,) = findings_of(Korenaar().judged(vendor=without), "C4a")

    assert finding.outcome is NOT_MET
    assert finding.doubt is not None
    assert finding.doubt.en == "Unless the vendor file leaves it out."


def test_a_search_that_gives_everybody_is_told_with_how_many() -> None:
    everybody = on("GET", "/relaties[?]mail=.*nobody.*", answer(200, {"rows": [SANNE, SANNE]}))

    (summary,) = summaries(Korenaar([everybody]), "C4a")
    assert summary.endswith("does not search: asked for an e-mail address that none has, it gave 2 debtors.")


def test_a_resource_that_is_not_named_cannot_be_told() -> None:
    without = VENDOR.replace("  products: null\n", "")

    judgement = Korenaar().judged(vendor=without)

    assert outcome_of(judgement, "C4c") is CANNOT_TELL
    assert findings_of(judgement, "C4c")[0].summary.en == (
        "Cannot tell: the vendor file names no call that reads, by id, products."
    )


CLIENT = Credentials(client_id="winkel", client_secret="geheim")
GIVEN = on("POST", "/token", answer(200, {"access_token": "sleutel"}))
HOST = "https://api.korenaar.example"
WITHOUT_OAUTH = VENDOR.replace("oauth: {tokenUrl: /token, example: /help/oauth}\n", "")


def test_a_token_is_got_where_the_server_says() -> None:
    korenaar = Korenaar(
        [GIVEN], credentials=CLIENT, metadata={"issuer": HOST, "token_endpoint": "https://login.korenaar.example/token"}
    )

    judgement = korenaar.judged(vendor=WITHOUT_OAUTH)

    assert findings_of(judgement, "C3")[0].summary.en == (
        "A token was got by OAuth client credentials with its metadata (RFC 8414)."
    )


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example", "token_endpoint": "https://evil.example/token"},
        {"issuer": HOST, "token_endpoint": "http://login.korenaar.example/token"},
        {"issuer": HOST},
    ],
)
def test_a_secret_is_sent_nowhere_on_the_word_of_another_or_in_the_clear(metadata: dict[str, str]) -> None:
    korenaar = Korenaar([GIVEN], credentials=CLIENT, metadata=metadata)

    with pytest.raises(CheckError, match="says where a token is got"):
        korenaar.judged(vendor=WITHOUT_OAUTH)

    assert not [each for each in korenaar.exchanges if each.request.method == "POST"]


def test_a_token_that_is_never_taken_is_not_asked_for_without_end() -> None:
    korenaar = Korenaar(
        [GIVEN, on("GET", "/(btw|rekeningen|boekingen.*|hulp|relaties.+)", answer(401))], credentials=CLIENT
    )

    judgement = korenaar.judged()

    asked = [each for each in korenaar.exchanges if each.request.url == f"{HOST}/token"]
    assert len(asked) == 6
    assert findings_of(judgement, "C4d")[0].summary.en == "Cannot tell: GET /btw was answered with status 401."


def test_an_endpoint_that_gives_no_token_is_an_error() -> None:
    with pytest.raises(CheckError, match=r"/token gives no token for these credentials: status 401\."):
        Korenaar(credentials=CLIENT).judged()


# Being let in, waiting, and cleaning up


def test_a_wait_that_is_asked_for_is_waited_for() -> None:
    refusals = iter([answer(429, Retry_After="7")])
    korenaar = Korenaar([lambda request: next(refusals, None) if request.url.endswith("/btw") else None])

    judgement = korenaar.judged()

    assert korenaar.waits == [7.0]
    assert [judged.outcome for judged in judgement.conditions] == [MET] * 9


def test_a_wait_that_is_too_long_is_not_waited_for() -> None:
    korenaar = Korenaar([on("GET", "/btw", answer(429, Retry_After="3600"))])

    judgement = korenaar.judged()

    assert korenaar.waits == []
    assert findings_of(judgement, "C4d")[0].summary.en == "Cannot tell: GET /btw was answered with status 429."


def test_an_api_that_falls_silent_is_asked_no_more() -> None:
    korenaar = Korenaar()
    korenaar.reactions = [lambda request: broken_off() if len(korenaar.exchanges) > 5 and request.method else None]

    judgement = korenaar.judged()

    assert len(korenaar.exchanges) < 25
    assert findings_of(judgement, "C9i")[0].outcome in {MET, CANNOT_TELL}


def test_a_refused_key_at_the_door_is_an_error() -> None:
    with pytest.raises(CheckError, match="refuses the token"):
        Korenaar([on("GET", "/relaties", answer(401))]).judged()


def test_a_door_that_falls_shut_is_a_finding() -> None:
    judgement = Korenaar([on("GET", "/relaties", broken_off())]).judged()

    assert faulty(judgement) == {"C5"}


def test_what_was_made_by_an_answer_that_got_lost_is_found_and_taken_away() -> None:
    korenaar = Korenaar()

    def lose(request: Request) -> Trouble | None:
        if request.method != "POST" or not request.url.endswith("/relaties"):
            return None
        korenaar.usual(request)
        return broken_off()

    korenaar.reactions = [lose]
    judgement = korenaar.judged()

    assert outcome_of(judgement, "C4a") is MET
    assert korenaar.relaties.keys() == {1}


def test_what_cannot_be_taken_away_is_told() -> None:
    korenaar = Korenaar([on("DELETE", "/boekingen/.*", answer(400, {"melding": "Boekingen blijven."}))])
    target = korenaar.target()

    judge(target)

    assert [told.en for told in target.left] == [
        "Left behind: transaction 102 (DELETE /boekingen/${id} → 400: Boekingen blijven.)."
    ]


def test_a_record_that_was_there_before_is_never_taken_away() -> None:
    korenaar = Korenaar([on("POST", "/relaties", answer(200, {"id": 1, "naam": "Sanne", "adres": "Kade 1"}))])

    korenaar.judged()

    assert korenaar.relaties.keys() == {1}
    assert not [each for each in korenaar.exchanges if each.request.method == "DELETE"]


def test_what_may_have_been_made_and_cannot_be_looked_for_is_told() -> None:
    without = VENDOR.replace(' mail: "${email}",', "")
    target = Korenaar([on("POST", "/relaties", answer(500))]).target(vendor=without)

    judge(target)

    assert [told.en for told in target.left] == [
        "Left behind: debtor (it may have been made: no id came back, and it was not found)."
    ]


def test_what_no_call_takes_away_is_told() -> None:
    without = VENDOR.replace("    remove: DELETE /boekingen/${id}\n", "")
    target = Korenaar().target(vendor=without)

    judge(target)

    assert [told.en for told in target.left] == [
        "Left behind: transaction 102 (the vendor file names no call that removes it)."
    ]


def test_what_is_left_by_a_clean_up_that_is_interrupted_is_told() -> None:
    def interrupt(request: Request) -> None:
        if request.method == "DELETE":
            raise KeyboardInterrupt

    target = Korenaar([interrupt]).target()

    with pytest.raises(KeyboardInterrupt):
        judge(target)

    assert [told.en for told in target.left] == [
        "Left behind: transaction 102 (the clean-up was interrupted).",
        "Left behind: debtor 101 (the clean-up was interrupted).",
        "Left behind: debtor 100 (the clean-up was interrupted).",
    ]


def test_an_id_that_is_a_number_is_sent_as_one() -> None:
    korenaar = Korenaar()
    korenaar.judged(vendor=VENDOR.replace("remove: DELETE /boekingen/${id}", WITH_BODY))

    bodies = [each.request.body or b"" for each in korenaar.exchanges]
    assert (
        [body for body in bodies if b"relatie" in body] == [body for body in bodies if b'"relatie":100,' in body] != []
    )
    assert b'{"boeking":102}' in bodies


def test_a_value_is_picked_by_the_id_of_its_resource() -> None:
    korenaar = Korenaar([on("GET", "/btw", answer(200, {"rows": [{"sleutel": 31, "code": "H", "tarief": 21}]}))])

    judgement = korenaar.judged(vendor=VENDOR.replace("/btw, fields: {id: /id", "/btw, fields: {id: /sleutel"))

    assert outcome_of(judgement, "C6a") is MET
    assert b'"btw":31' in b"".join(each.request.body or b"" for each in korenaar.exchanges)


def test_a_value_that_is_not_to_be_had_is_told_with_what_to_do() -> None:
    judgement = Korenaar().judged(vendor=VENDOR.replace("where: {/code: H}", "where: {/code: X}"))

    assert findings_of(judgement, "C6a")[0].advice == Text(
        "Correct values.btw.where in the vendor file.", "Verbeter values.btw.where in het leveranciersbestand."
    )


@pytest.mark.parametrize(
    ("came", "cause"),
    [
        (answer(503), "an error with status 503"),
        (Answer(status=200, headers=(("Content-Type", "text/html"),), body=b"<p>Log in"), "a page of HTML"),
        (Answer(status=200, body=b"Warning: mysql"), "text that is no JSON"),
        (answer(302, Location="https://login.example/?next=/v1"), "a redirect to https://login.example/"),
        (broken_off(), "the connection was broken off"),
    ],
)
def test_where_nothing_succeeds_the_cause_is_told_once_and_nothing_else_is_blamed(
    came: Answer | Trouble, cause: str
) -> None:
    target = Korenaar([lambda request: came if "/v1/" in request.url else None]).target()
    judgement = judge(target)

    assert str(unjudged(target)).count(cause) == 1
    assert cause in findings_of(judgement, "C1")[0].summary.en
    assert cause in judgement.method[0].en
    assert faulty(judgement) <= {"C1"}


def test_where_anything_succeeds_it_was_judged() -> None:
    target = Korenaar([on("GET", "/relaties.*", answer(503))]).target()
    judge(target)

    assert unjudged(target) is None


def test_an_api_that_never_answers_is_asked_three_times() -> None:
    korenaar = Korenaar([lambda _: too_slow(15)])
    target = korenaar.target(vendor=VENDOR)
    judge(target)

    assert len(korenaar.exchanges) == 3
    assert str(unjudged(target)).count("within 15 seconds") == 1


def test_what_is_written_is_told_before() -> None:
    vendor = load_vendor(VENDOR.encode(), source="korenaar.yaml")

    assert [line.en for line in plan(vendor)] == [
        "POST /relaties: two debtors",
        "POST /relaties: one debtor that is to be refused",
        "DELETE /relaties/${id}: to take it away again",
        "POST /boekingen: one transaction",
        "POST /boekingen: the same once more, which is to be refused",
        "POST /boekingen: one transaction that is to be refused",
        "DELETE /boekingen/${id}: to take it away again",
    ]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('relatie: "${debtorId}"', 'relatie: "${transactionId}"', "has a call that needs what comes of it"),
        (
            "{from: vatRates, where: {/code: H}}",
            "{from: vatRates, where: {/code: X}}",
            'no value for ${btw}: of 2 VAT rates none has /code = "X".',
        ),
        ("/code: H}}", "/code: H}, take: /guid}", "no value for ${btw}: matching VAT rates: 1; at /guid nothing"),
        ('relatie: "${debtorId}"', 'relatie: "${productId}"', "no product could be made to use in it"),
    ],
)
def test_a_booking_that_cannot_be_filled_in_is_not_made(before: str, after: str, why: str) -> None:
    korenaar = Korenaar()

    judgement = korenaar.judged(vendor=VENDOR.replace(before, after))

    assert faulty(judgement) == set()
    assert why in findings_of(judgement, "C6a")[0].summary.en
    assert [*korenaar.relaties, *korenaar.boekingen] == [1, 2]


def test_a_value_that_needs_itself_leaves_everything_untold() -> None:
    round_and_round = VENDOR.replace("answers:", 'headers: {X-Rate: "${btw}"}\nanswers:')

    judgement = Korenaar().judged(vendor=round_and_round)

    assert faulty(judgement) == set()
    assert outcome_of(judgement, "C4d") is CANNOT_TELL


def test_a_value_of_the_file_may_hold_the_name_of_the_run() -> None:
    korenaar = Korenaar()
    numbered = VENDOR.replace("values:", 'values:\n  number: "2026-${run}"')

    judgement = korenaar.judged(vendor=numbered)

    assert [judged.outcome for judged in judgement.conditions] == [MET] * 9
    assert any("nr=2026-r1" in exchange.request.url for exchange in korenaar.exchanges)


# Whatever comes


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=6,
)
ANY_ANSWER = st.builds(
    lambda status, body, kind, room: answer(status, body, Content_Type=kind, X_Room=room, Retry_After=room),
    st.sampled_from([200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 422, 429, 500, 503]),
    ANY_JSON,
    st.sampled_from(["application/json", "text/html", "", ";"]),
    st.text(max_size=5),
)


@given(answers=st.lists(ANY_ANSWER | st.builds(broken_off), min_size=1, max_size=8), allow_writes=st.booleans())
def test_no_answer_whatsoever_stops_the_judge(answers: list[Answer | Trouble], *, allow_writes: bool) -> None:
    endless = cycle(answers)
    korenaar = Korenaar([lambda _: next(endless)])

    try:
        judgement = korenaar.judged(allow_writes=allow_writes)
    except CheckError:
        return
    assert len(judgement.conditions) == 9
