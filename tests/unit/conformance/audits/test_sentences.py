"""What sentences are taken to say, and what they are not: of those that only look alike nothing is concluded."""

from typing import Any

import pytest

from mockbooks.conformance.verdicts.said_of_200 import says_error_in_200
from tests.unit.conformance.documents import DEBTOR, TEXT, document_of, findings, listing, outcomes, reading, told

OAUTH = {
    "securitySchemes": {
        "oauth": {
            "type": "oauth2",
            "flows": {
                "authorizationCode": {
                    "authorizationUrl": "https://x.example/a",
                    "tokenUrl": "https://x.example/t",
                    "scopes": {},
                }
            },
        }
    }
}
HEADER = {"securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": "Authorization"}}}
KEY = {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}}
DIGEST = {"securitySchemes": {"digest": {"type": "http", "scheme": "digest"}}}


@pytest.mark.parametrize(
    "sentence",
    [
        "Every call returns 200, also when it fails",
        "Errors are returned with status 200",
        "All responses always have HTTP 200, look at `success`",
        "Every request is answered with 200",
        "Ook bij een fout is de status 200",
        "Fouten komen met een 200",
        "The status code is always 200, even for errors.",
        "A 200 response may contain an error",
        "HTTP 200 also for an error when a booking cannot be made",
        "Elke aanroep geeft altijd 200",
        "De HTTP-status is altijd 200",
    ],
)
def test_a_sentence_that_says_that_errors_come_with_200(sentence: str) -> None:
    assert says_error_in_200(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A 200 status means success; in all other cases an error is returned with a message.",
        "We return 200 on success, and an error code with a message otherwise.",
        "We return 200 on success and an error code on failure.",
        "A page holds at most 200 records; asking for more fails with an error.",
        "All dates always ISO, 200 lines at most.",
        "Every successful call always returns 200.",
        "Alle aanroepen die slagen geven 200.",
        "Een request met 200 regels geeft altijd een fout",
        "An error cannot come with a 200",
        "| Code | Description | | 200 - OK | Everything worked as expected. | | Errors | None |",
        "If nothing failed, the response is 200",
    ],
)
def test_a_sentence_on_something_else_with_200(sentence: str) -> None:
    assert not says_error_in_200(sentence)


def _of_200(response: dict[str, Any], **statuses: object) -> str:
    operation: dict[str, Any] = listing(DEBTOR)
    operation["responses"] = {"200": {**operation["responses"]["200"], **response}, **statuses}
    return "".join(outcomes(document_of({"/debtors": {"get": operation}}), "C5"))


WRONG = {"description": "What is wrong"}


@pytest.mark.parametrize(
    "description", ["Result with failed lines", "Lijst met fouten uit het logboek", "A list of the errors"]
)
def test_a_description_of_what_failed_is_no_failure(description: str) -> None:
    assert _of_200({"description": description}, **{"400": WRONG}) == "met"


def test_a_description_that_leaves_room_for_errors_beside_a_400_cannot_be_told() -> None:
    assert _of_200({"description": "Done, or an error with its text"}, **{"400": WRONG}) == "cannot_tell"


@pytest.mark.parametrize(
    ("example", "outcome"),
    [
        ({"error": False, "data": []}, "met"),
        ({"success": True}, "met"),
        ({"status": "failed", "id": "7"}, "met"),
        ({"ok": False, "packages": 3}, "met"),
        ({"ok": False, "message": "Unknown debtor"}, "not_met"),
        ({"success": False}, "not_met"),
        ({"error": True}, "not_met"),
        ({"status": "failed", "message": "Unknown debtor"}, "not_met"),
    ],
)
def test_an_example_shows_a_failure_only_where_it_says_so(example: dict[str, Any], outcome: str) -> None:
    content = {"application/json": {"schema": {"type": "object"}, "example": example}}
    assert _of_200({"content": content}, **{"400": WRONG}) == outcome


@pytest.mark.parametrize(
    ("text", "components", "outcome"),
    [
        ("Note that OAuth 2.0 is used for access; login at our portal to manage it.", {}, "partly"),
        ("We now support OAuth 2.0 for authentication. Your username is your address.", {}, "partly"),
        ("Authentication with OAuth 2.0: send the access token in the header.", HEADER, "partly"),
        ("Login to the portal to see your invoices.", {}, "cannot_tell"),
        ("You need no API key.", {}, "cannot_tell"),
        ("Send your API key in the header.", {}, "not_met"),
        ("OAuth is not supported. Send your API key in the header.", {}, "not_met"),
        ("Wij ondersteunen geen OAuth; stuur de API-sleutel in de header.", {}, "not_met"),
        ("Send the token in a header.", KEY, "not_met"),
        ("Use OAuth 2 tokens to authenticate. OAuth is not available in every environment.", {}, "partly"),
        ("Bread.", DIGEST, "cannot_tell"),
        ("Bakers may use OAuth 2 with their own bank.", {}, "cannot_tell"),
        ("We do not support grant_type=password.", OAUTH, "partly"),
        ("An example of the response is at https://x.example/getting-started", OAUTH, "cannot_tell"),
        ("Access tokens by OAuth 2: every request is written out at https://x.example/oauth", {}, "partly"),
    ],
)
def test_the_way_in_is_what_the_document_says_that_it_is(text: str, components: dict[str, Any], outcome: str) -> None:
    assert outcomes(told(text, components=components), "C3") == [outcome]


def test_a_scheme_that_is_no_bearer_is_not_called_one() -> None:
    (finding,) = findings(told("Bread.", components=DIGEST), "C3")
    assert "bearer" not in finding.summary.en


def test_the_page_that_was_not_read_is_named() -> None:
    (finding,) = findings(told("Every request of it: https://x.example/oauth.", components=OAUTH), "C3")
    assert finding.evidence[-1].what.en == "https://x.example/oauth"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Support may book no VAT when the debtor has no Dutch VAT number.", "cannot_tell"),
        ("Vragen? Bij geen Nederlands btw-nummer geldt 0 %.", "cannot_tell"),
        ("The API supports error messages in Dutch.", "cannot_tell"),
        ("Field names are in Dutch; see the answer below.", "cannot_tell"),
        ("Questions about the API are answered in Dutch and English.", "met"),
        ("Support speaks Dutch, not German.", "met"),
        ("Support does not speak Dutch.", "not_met"),
        ("We cannot offer support in Dutch.", "not_met"),
        ("Onze helpdesk spreekt geen Nederlands.", "not_met"),
    ],
)
def test_who_speaks_dutch_is_support(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C9ii") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Responses are cached for up to 24 hours.", "cannot_tell"),
        ("The same answer is returned for a repeated key within 24 hours.", "cannot_tell"),
        ("Antwoorden worden maximaal 24 uur bewaard.", "cannot_tell"),
        ("A ticket for the download is valid for up to 1 hour.", "cannot_tell"),
        ("We cannot guarantee that support answers within 24 hours.", "cannot_tell"),
        ("Support answers after 24 hours.", "cannot_tell"),
        ("Support answers after 3 working days.", "not_met"),
        ("Support answers within 25 hours.", "not_met"),
        ("Support answers within 24 hours.", "met"),
        ("Support antwoordt binnen 1 à 2 werkdagen.", "not_met"),
        ("Vragen worden de volgende werkdag beantwoord.", "met"),
        ("Support answers once payment is processed, within one working day.", "cannot_tell"),
    ],
)
def test_a_time_is_that_of_an_answer_of_support(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C9iv") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("We do not send X-RateLimit-Remaining.", "cannot_tell"),
        ("X-RateLimit-Remaining sturen we niet.", "cannot_tell"),
        ("You may send 10,000 requests a day. 3 requests are retried in 2 minutes.", "met"),
        ("You cannot send more than 60 requests per minute.", "partly"),
    ],
)
def test_a_limit_is_what_a_sentence_says_of_calls(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C8") == [outcome]


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        (["storageUsed"], "cannot_tell"),
        (["storageUsed", "storageLimit"], "cannot_tell"),
        (["callsUsed"], "cannot_tell"),
        (["callsUsed", "callsLimit"], "met"),
        (["callsLeft"], "met"),
    ],
)
def test_the_room_is_that_of_calls(fields: list[str], outcome: str) -> None:
    operation = reading(dict.fromkeys(fields, TEXT))
    assert outcomes(document_of({"/usage": {"get": operation}}), "C8") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Search by e-mail, for example jan@bakkerij.nl", "cannot_tell"),
        ("Questions by e-mail, such as jan@example.com", "cannot_tell"),
        ("Mail privacy@x.nl for your GDPR rights", "cannot_tell"),
        ("Do not mail support@x.nl", "cannot_tell"),
        ("The reports: https://x.nl/reports", "cannot_tell"),
        ("An issue of the package pakket@4.2.5 is repaired", "cannot_tell"),
        ("Help yourself: pip install git+https://git@github.com/x", "cannot_tell"),
        ("It runs in these browsers: https://x.nl/guide/browser-support", "cannot_tell"),
        ("Read how a key is made on https://x.nl/support/generating-keys", "cannot_tell"),
        ("See https://x.nl/support.", "met"),
        ("See https://support.x.nl/api", "met"),
        ("Report a bug at https://x.nl/bugs", "met"),
        ("Questions? Mail api@x.nl", "met"),
    ],
)
def test_an_address_is_one_of_support_where_the_sentence_says_so(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C9i") == [outcome]


@pytest.mark.parametrize(
    ("contact", "has_doubt"),
    [
        ({"email": "support@x.nl"}, False),
        ({"email": "jan@x.nl", "name": "API Support"}, False),
        ({"email": "docs@x.nl"}, True),
        ({"email": "jan@x.nl"}, True),
    ],
)
def test_an_address_that_does_not_say_what_it_is_for_is_doubted(contact: dict[str, str], *, has_doubt: bool) -> None:
    (finding,) = findings(document_of({}, info={"title": "Bakkerij", "version": "1", "contact": contact}), "C9i")
    assert finding.outcome.value == "met"
    assert (finding.doubt is not None) == has_doubt


def test_a_sentence_is_quoted_once() -> None:
    text = "Each answer has X-RateLimit-Remaining, and X-Other-RateLimit-Remaining beside it."
    (finding,) = findings(told(text), "C8")
    assert [each.what.en for each in finding.evidence] == [text]
