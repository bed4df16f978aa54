"""The nine conditions that a Dutch integrator of web shops and cash registers asks of an accounting API.

Source: Webwinkelfacturen, "Noodzakelijke voorwaarden API boekhoudsysteem", 2021-02-24; the words are ours.
"""

from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition: its number, what it is called, and what is asked; `parts` are asked apart."""

    number: str
    title: Text
    asks: Text
    parts: tuple["Condition", ...] = ()


CONDITIONS: Final = (
    Condition(
        number="C1",
        title=Text("REST", "REST"),
        asks=Text("The API is a REST API.", "De API is een REST API."),
    ),
    Condition(
        number="C2",
        title=Text("Documentation", "Documentatie"),
        asks=Text(
            "The API is documented with Swagger or alike: every field described, and whether it is required.",
            "De API is gedocumenteerd met Swagger of zoiets: van elk veld de omschrijving, en of het verplicht is.",
        ),
    ),
    Condition(
        number="C3",
        title=Text("OAuth", "OAuth"),
        asks=Text(
            "Preferably OAuth, with an example of setting it up in which all requests are written out.",
            "Bij voorkeur OAuth, met een voorbeeld van het opzetten waarin alle requests zijn uitgeschreven.",
        ),
    ),
    Condition(
        number="C4",
        title=Text("Resources and searches", "Gegevens en zoeken"),
        asks=Text(
            "What an integration needs can be read and searched.",
            "Wat een koppeling nodig heeft, is te lezen en te doorzoeken.",
        ),
        parts=(
            Condition(
                number="C4a",
                title=Text("Debtors", "Debiteuren"),
                asks=Text("Debtors, searched by e-mail address.", "Debiteuren, te zoeken op e-mailadres."),
            ),
            Condition(
                number="C4b",
                title=Text("Financial transactions", "Financiële transacties"),
                asks=Text(
                    "Financial transactions, searched by id, preferably by number and date as well.",
                    "Financiële transacties, te zoeken op id, bij voorkeur ook op nummer en datum.",
                ),
            ),
            Condition(
                number="C4c",
                title=Text("Products", "Producten"),
                asks=Text(
                    "Products, where there are any, searched by id and by product code or SKU.",
                    "Producten, indien van toepassing, te zoeken op id en op productcode of SKU.",
                ),
            ),
            Condition(
                number="C4d",
                title=Text("VAT rates", "Btw-tarieven"),
                asks=Text("VAT rates can be read.", "De btw-tarieven zijn op te vragen."),
            ),
            Condition(
                number="C4e",
                title=Text("Ledger accounts", "Grootboekrekeningen"),
                asks=Text("Ledger accounts can be read.", "De grootboekrekeningen zijn op te vragen."),
            ),
            Condition(
                number="C4f",
                title=Text("Journals", "Dagboeken"),
                asks=Text(
                    "Journals can be read, where a journal must be given.",
                    "De dagboeken zijn op te vragen, als een dagboek moet worden meegegeven.",
                ),
            ),
            Condition(
                number="C4g",
                title=Text("Payment terms", "Betaalcondities"),
                asks=Text(
                    "Payment terms can be read, where a payment term must be given.",
                    "De betaalcondities zijn op te vragen, als een betaalconditie moet worden meegegeven.",
                ),
            ),
            Condition(
                number="C4h",
                title=Text("Invoice profiles", "Factuurprofielen"),
                asks=Text(
                    "Invoice profiles can be read, where an invoice profile can be given.",
                    "De factuurprofielen zijn op te vragen, als een factuurprofiel kan worden meegegeven.",
                ),
            ),
        ),
    ),
    Condition(
        number="C5",
        title=Text("Success or failure", "Geslaagd of niet"),
        asks=Text(
            "Every response says whether the request succeeded.",
            "Elke response geeft aan of het request geslaagd is.",
        ),
    ),
    Condition(
        number="C6",
        title=Text("Successful answers", "Geslaagde acties"),
        asks=Text(
            "A successful action is answered with HTTP 200, and the answer holds what is needed.",
            "Een geslaagde actie geeft HTTP 200, met in het antwoord wat nodig is.",
        ),
        parts=(
            Condition(
                number="C6a",
                title=Text("Id of a transaction", "Id van een transactie"),
                asks=Text(
                    "The id, on adding a financial transaction.",
                    "De id, bij het toevoegen van een financiële transactie.",
                ),
            ),
            Condition(
                number="C6b",
                title=Text("Debtor", "Debiteur"),
                asks=Text(
                    "Id, name and address, on adding or reading a debtor.",
                    "Id, naam en adres, bij het toevoegen of uitlezen van een debiteur.",
                ),
            ),
            Condition(
                number="C6c",
                title=Text("Product", "Product"),
                asks=Text(
                    "Id, description and price, on adding or reading a product.",
                    "Id, omschrijving en prijs, bij het toevoegen of uitlezen van een product.",
                ),
            ),
            Condition(
                number="C6d",
                title=Text("VAT rate", "Btw-tarief"),
                asks=Text(
                    "The percentage and, where there is one, the code, on reading VAT rates.",
                    "Het percentage en eventueel de code, bij het uitlezen van btw-tarieven.",
                ),
            ),
            Condition(
                number="C6e",
                title=Text("Ledger account", "Grootboekrekening"),
                asks=Text(
                    "Code, id and description, on reading ledger accounts.",
                    "Code, id en omschrijving, bij het uitlezen van grootboekrekeningen.",
                ),
            ),
            Condition(
                number="C6f",
                title=Text("Payment term and invoice profile", "Betaalconditie en factuurprofiel"),
                asks=Text(
                    "The needed details, on reading payment terms and invoice profiles.",
                    "De noodzakelijke details, bij het uitlezen van betaalcondities en factuurprofielen.",
                ),
            ),
        ),
    ),
    Condition(
        number="C7",
        title=Text("Failed actions", "Mislukte acties"),
        asks=Text(
            "A failed action is answered with HTTP 400, and a description of what went wrong.",
            "Een mislukte actie geeft HTTP 400, met een omschrijving van wat er verkeerd is gegaan.",
        ),
    ),
    Condition(
        number="C8",
        title=Text("Limits", "Limieten"),
        asks=Text(
            "Limits are generous, or the room that is left can be computed.",
            "De limieten zijn ruim, of de ruimte die over is, is te berekenen.",
        ),
    ),
    Condition(
        number="C9",
        title=Text("Support", "Support"),
        asks=Text(
            "Problems get solved, with somebody to talk to.",
            "Problemen worden opgelost, met iemand die aanspreekbaar is.",
        ),
        parts=(
            Condition(
                number="C9i",
                title=Text("Where to report", "Waar te melden"),
                asks=Text(
                    "Technical problems can be reported by e-mail or with a tool.",
                    "Technische problemen kunnen per e-mail of met een tool worden gemeld.",
                ),
            ),
            Condition(
                number="C9ii",
                title=Text("In Dutch", "In het Nederlands"),
                asks=Text("Somebody at support speaks Dutch.", "Bij support is een Nederlandse contactpersoon."),
            ),
            Condition(
                number="C9iii",
                title=Text("Transactions by reference", "Transacties op kenmerk"),
                asks=Text(
                    "Transactions can be read by a characteristic or a reference.",
                    "Transacties zijn uit te lezen op een kenmerk of een referentie.",
                ),
            ),
            Condition(
                number="C9iv",
                title=Text("Within one working day", "Binnen één werkdag"),
                asks=Text(
                    "A report of a technical problem is answered within one working day.",
                    "Een melding van een technisch probleem wordt binnen één werkdag beantwoord.",
                ),
            ),
        ),
    ),
)


def _by_number() -> dict[str, Condition]:
    return {each.number: each for condition in CONDITIONS for each in (condition, *condition.parts)}


BY_NUMBER: Final = _by_number()
"""Every condition and every part of one, by its number."""
