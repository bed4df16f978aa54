"""How a complaint becomes one sentence for the caller."""

from mockbooks.catalogue import Text
from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint

IN_USE = Complaint(
    "number_in_use", "/number", values={"number": "2026-0001", "transaction": "trx_000001", "journal": 70}
)


def test_a_complaint_is_told_in_english() -> None:
    assert tell(IN_USE, "en") == "Number 2026-0001 is already used by transaction trx_000001 in journal 70."


def test_a_complaint_is_told_in_dutch() -> None:
    assert tell(IN_USE, "nl") == "Nummer 2026-0001 is al gebruikt door boeking trx_000001 in dagboek 70."


def test_a_suggestion_adds_the_hint() -> None:
    complaint = Complaint(
        "unknown_field", values={"name": "adress", "allowed": ["name", "address"], "suggestion": "address"}
    )
    assert tell(complaint, "en") == 'There is no field "adress" here. Allowed: name, address. Did you mean "address"?'


def test_without_a_suggestion_there_is_no_hint() -> None:
    complaint = Complaint("unknown_field", values={"name": "fax", "allowed": "name, address"})
    assert tell(complaint, "nl") == 'Het veld "fax" bestaat hier niet. Toegestaan: name, address.'


def test_what_closes_is_told_behind_the_hint() -> None:
    complaint = Complaint(
        "unknown_scenario",
        values={"name": "lost-repl", "allowed": ["lost-reply", "outage"], "suggestion": "lost-reply"},
    )
    assert tell(complaint, "en") == (
        'There is no scenario "lost-repl". Did you mean "lost-reply"? Known: lost-reply, outage.'
    )


def test_a_suggestion_of_none_is_no_suggestion() -> None:
    complaint = Complaint("country_code_unknown", values={"came": "QQ", "suggestion": None})
    assert (
        tell(complaint, "nl") == "De landcode QQ bestaat niet; een code heeft twee hoofdletters (ISO 3166-1 alpha-2)."
    )


def test_a_value_in_two_languages_follows_the_language() -> None:
    place = Text("in this administration", "In deze administratie")
    complaint = Complaint(
        "not_found", values={"resource": Text("debtor", "debiteur"), "id": "deb_000999", "place": place}
    )
    assert tell(complaint, "nl") == 'In deze administratie bestaat geen debiteur met id "deb_000999".'


def test_a_value_that_is_missing_leaves_a_hole_and_does_not_crash() -> None:
    assert tell(Complaint("number_in_use"), "en") == "Number … is already used by transaction … in journal …."


def test_an_open_end_is_shown_as_a_hole() -> None:
    values = {
        "vatRate": "NL_HOOG",
        "percentage": "21.00",
        "date": "2012-01-01",
        "validFrom": "2012-10-01",
        "validTo": None,
    }
    told = tell(Complaint("vat_rate_not_valid_on_date", values=values), "en")
    assert told == "VAT rate NL_HOOG (21.00 %) does not hold on 2012-01-01; it holds from 2012-10-01 to …."


def test_braces_in_what_the_caller_sent_are_told_as_they_came() -> None:
    complaint = Complaint("not_text", values={"came": "{came} {0.__class__}"})
    assert tell(complaint, "en") == "This must be a text in double quotes; what came is {came} {0.__class__}."
