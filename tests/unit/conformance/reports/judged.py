"""Judgements made by hand: a vendor that does well and badly, one of which nothing is known, and a hostile one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from mockbooks.conformance.conditions import BY_NUMBER
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.judgement import Guess, Judgement, Manner, Measurement, gather
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

MET, CANNOT_TELL, PARTLY, NOT_MET = Outcome
MOMENT: Final = datetime(2026, 10, 15, 9, 5, tzinfo=UTC)

EXCHANGE: Final = """POST /v2/relaties HTTP/1.1
Authorization: Bearer ***
Content-Type: application/json

{"naam": "Bakkerij De Korenaar", "email": "inkoop@korenaar.example"}

HTTP/1.1 201 Created
Content-Type: application/json

{"relatieId": 4711, "naam": "Bakkerij De Korenaar"}"""


def met(condition: str, en: str, nl: str, *evidence: Evidence) -> Finding:
    return Finding(condition=condition, check="seen", outcome=MET, summary=Text(en, nl), evidence=evidence)


GOOD: Final = (
    met("C1", "12 resources with 41 operations speak JSON.", "12 resources met 41 operaties spreken JSON."),
    met("C4b", "A transaction is found by its id.", "Een transactie is te vinden op id."),
    met("C4d", "VAT rates can be read.", "De btw-tarieven zijn op te vragen."),
    met("C4e", "Ledger accounts can be read.", "De grootboekrekeningen zijn op te vragen."),
    met("C4f", "No journal needs to be given.", "Er hoeft geen dagboek te worden meegegeven."),
    met("C4g", "No payment term needs to be given.", "Er hoeft geen betaalconditie te worden meegegeven."),
    met("C4h", "No invoice profile can be given.", "Er kan geen factuurprofiel worden meegegeven."),
    met(
        "C5",
        "Statuses tell success from failure.",
        "De statuscodes onderscheiden geslaagd van mislukt.",
        Evidence(where="GET /v2/relaties → 200", what=Text("a list of 25", "een lijst van 25")),
        Evidence(where="POST /v2/boekingen → 400", what=Text("refused", "geweigerd")),
    ),
    *(met(f"C6{letter}", "All of it is there.", "Alles is aanwezig.") for letter in "acdef"),
)

BAD: Final = (
    Finding(
        condition="C2",
        check="described",
        outcome=PARTLY,
        summary=Text("Three fields in four are described.", "Van drie op de vier velden is er een omschrijving."),
        evidence=(
            Evidence(where="Boeking.dagboek", what=Text("has no description", "heeft geen omschrijving")),
            Evidence(where="Relatie.kenmerk", what=Text("has no description", "heeft geen omschrijving")),
        ),
        advice=Text("Describe the other 71 fields.", "Omschrijf de andere 71 velden."),
    ),
    Finding(
        condition="C3",
        check="oauth",
        outcome=CANNOT_TELL,
        summary=Text("The document declares no security.", "Het document zegt niets over beveiliging."),
        advice=Text(
            "Declare the OAuth flow under components/securitySchemes.",
            "Leg de OAuth-flow vast onder components/securitySchemes.",
        ),
    ),
    Finding(
        condition="C4a",
        check="debtors_by_email",
        outcome=NOT_MET,
        summary=Text("Debtors cannot be searched by e-mail.", "Debiteuren zijn niet te zoeken op e-mailadres."),
        evidence=(
            Evidence(
                where="GET /v2/relaties",
                what=Text("takes page, limit and naam", "kent page, limit en naam"),
            ),
        ),
        doubt=Text(
            "That relaties are debtors was guessed by the name.",
            "Dat relaties debiteuren zijn, is uit de naam geraden.",
        ),
        advice=Text(
            "Give GET /v2/relaties a parameter email that finds exactly that address.",
            "Geef GET /v2/relaties een parameter email die precies dat adres vindt.",
        ),
    ),
    Finding(
        condition="C4b",
        check="transactions_by_number",
        outcome=NOT_MET,
        is_preferred=True,
        summary=Text("Not by number.", "Niet op nummer."),
        advice=Text("Add a parameter nummer.", "Voeg een parameter nummer toe."),
    ),
    Finding(
        condition="C6",
        check="created",
        outcome=PARTLY,
        summary=Text("A creation is answered with 201.", "Op een toevoeging volgt 201."),
        evidence=(Evidence(where="POST /v2/relaties → 201", what=Text("Created", "Created"), exchange=EXCHANGE),),
        advice=Text("Answer 200 on a creation as well.", "Antwoord ook bij een toevoeging met 200."),
    ),
    Finding(
        condition="C6b",
        check="debtor",
        outcome=NOT_MET,
        summary=Text("The answer holds no address.", "Het antwoord bevat geen adres."),
        evidence=(Evidence(where="POST /v2/relaties → 201", what=Text("no address", "geen adres"), exchange=EXCHANGE),),
        advice=Text("Put adres into the answer.", "Zet adres in het antwoord."),
    ),
    Finding(
        condition="C7",
        check="refusal",
        outcome=NOT_MET,
        summary=Text("A wrong booking is answered with 422.", "Op een foute boeking volgt 422."),
        advice=Text("Answer 400.", "Antwoord met 400."),
    ),
)


def judgement(findings: Iterable[Finding] = (*GOOD, *BAD), *, manner: Manner = "check") -> Judgement:
    """Judge Boekhoudgemak, whose findings are these."""
    return Judgement(
        manner=manner,
        name="Boekhoudgemak",
        source="https://api.boekhoudgemak.example/v2",
        form="live API",
        judged_at=MOMENT,
        seconds=3.25,
        conditions=gather(findings),
        measurements=(
            Measurement(
                name=Text("Fields with a description", "Velden met een omschrijving"), value="75 % (213 of 284)"
            ),
        ),
        guesses=(
            Guess(
                subject=Text("debtors", "debiteuren"),
                taken="/v2/relaties",
                why=Text("its name", "de naam"),
            ),
        ),
        method=(
            Text("31 requests were sent, 4 of them writes.", "Er zijn 31 requests gestuurd, waarvan 4 schreven."),
            Text("Support was not called.", "Support is niet gebeld."),
        ),
    )


def all_met() -> Judgement:
    """Judge an API that does all that is asked."""
    return judgement(met(number, "It does.", "Dat is zo.") for number, asked in BY_NUMBER.items() if not asked.parts)


HOSTILE: Final = (
    "</style><script>alert(1)</script>\x1b[31mred\x1b[0m\x9b2J\x00\x07\r\n# heading | cell `tick` ``ticks`` "
    "[link](javascript:alert(1)) <img src=x onerror=alert(1)> {{ 7*7 }} @everyone \u202e\ud800 ]]>"
)


def hostile(text: str = HOSTILE) -> Judgement:
    """Judge a vendor whose every text is that one."""
    both = Text(text, text)
    evidence = Evidence(where=text, what=both, exchange=f"{text}\n```\n{text}")
    finding = Finding(
        condition="C1", check="seen", outcome=NOT_MET, summary=both, evidence=(evidence,), doubt=both, advice=both
    )
    return replace(
        judgement([finding]),
        name=text,
        source=text,
        form=text,
        measurements=(Measurement(name=both, value=text),),
        guesses=(Guess(subject=both, taken=text, why=both),),
        method=(both,),
    )
