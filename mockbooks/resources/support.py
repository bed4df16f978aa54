"""Support: whom to turn to with a technical problem, in which language, and how soon an answer comes."""

from functools import cache
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.service.context import Context
from mockbooks.service.fields import Choice, PlainText, Whole
from mockbooks.service.list_fields import ListOf
from mockbooks.service.rendering import render
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.texts import Text
from mockbooks.traffic.operation import Operation

LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """One text in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpDesk:
    """Everything that a caller who is stuck needs to know."""

    email: str
    phone: str
    url: str
    languages: tuple[str, ...]
    hours: Wording
    response_time: Wording
    response_working_days: int
    how_to_report: Wording
    reference: Wording


class LocalizedText(StrictSchema):
    """One text in Dutch and in English."""

    nl = PlainText("The text in Dutch (Nederlands).", maximum=500, required=True, example="Op werkdagen")
    en = PlainText("The text in English (Engels).", maximum=500, required=True, example="On working days")


_LOCALIZED: Final = LocalizedText()


class Support(StrictSchema):
    """Whom to turn to, and how."""

    email = PlainText(
        "Where technical problems can be reported by mail (e-mailadres).",
        maximum=254,
        required=True,
        example="support@mockbooks.example",
        schema={"format": "email"},
    )
    phone = PlainText(
        "Telephone number, international (telefoonnummer); in this mock one that cannot be dialled.",
        maximum=25,
        required=True,
        example="+31200000000",
    )
    url = PlainText(
        "Page where technical problems can be reported and followed (meldpunt).",
        maximum=250,
        required=True,
        example="https://mockbooks.example/support",
        schema={"format": "uri"},
    )
    languages = ListOf(
        Choice("A language, ISO 639-1.", allowed=LANGUAGES, required=True, example="nl"),
        "Languages that are spoken and written, the preferred one first (talen).",
        required=True,
        example=["nl", "en"],
    )
    hours = Part(
        _LOCALIZED,
        "When somebody is there (openingstijden).",
        required=True,
        example={"nl": "Op werkdagen van 9.00 tot 17.30 uur", "en": "On working days from 9:00 to 17:30"},
    )
    response_time = Part(
        _LOCALIZED,
        "How soon an answer comes (reactietijd).",
        required=True,
        example={"nl": "Binnen één werkdag", "en": "Within one working day"},
    )
    response_working_days = Whole(
        "The same in working days, for programs (reactietijd in werkdagen).",
        lowest=0,
        highest=30,
        required=True,
        example=1,
    )
    how_to_report = Part(
        _LOCALIZED,
        "How to report a problem so that it can be solved at once (hoe te melden).",
        required=True,
        example={"nl": "Mail het requestId van het antwoord.", "en": "Mail the requestId of the answer."},
    )
    reference = Part(
        _LOCALIZED,
        "What to quote, and how a transaction that a problem is about is found (kenmerk).",
        required=True,
        example={"nl": "Vermeld het requestId.", "en": "Quote the requestId."},
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return Support()


HELP_DESK: Final = HelpDesk(
    email="support@mockbooks.example",
    phone="+31200000000",
    url="https://mockbooks.example/support",
    languages=LANGUAGES,
    hours=Wording(
        nl="Op werkdagen van 9.00 tot 17.30 uur, Nederlandse tijd. U krijgt een Nederlandstalige medewerker.",
        en="On working days from 9:00 to 17:30, Amsterdam time. There is always somebody who speaks Dutch.",
    ),
    response_time=Wording(nl="Binnen één werkdag.", en="Within one working day."),
    response_working_days=1,
    how_to_report=Wording(
        nl="Meld een technisch probleem per e-mail of via de webpagina. Vermeld het requestId van het antwoord, het"
        " tijdstip, wat u verwachtte en wat u kreeg. Stuur nooit een wachtwoord of toegangstoken mee.",
        en="Report a technical problem by mail or on the web page. Quote the requestId of the answer, the time, what"
        " you expected and what you got. Never send a password or an access token.",
    ),
    reference=Wording(
        nl="Elk antwoord heeft een requestId in de header X-Request-Id; bij een fout staat het ook in het antwoord"
        " zelf. Een transactie is terug te vinden op kenmerk: GET /transactions?reference=…",
        en="Every answer has a requestId in the header X-Request-Id; that of a failure also holds it in its body."
        " A transaction can be found by its reference: GET /transactions?reference=…",
    ),
)


def read(_: Context | None) -> bytes:
    """Tell whom to turn to; it is the same for everybody."""
    return render(HELP_DESK)


SINGLETON: Final = Singleton(
    operation=Operation(operation_id="getSupport", method="GET", path="/support", scope=None, needs_token=False),
    tag="Support",
    name=Text("support details", "ondersteuningsgegevens"),
    description="Whom to turn to with a technical problem (ondersteuning), how, in which language, and how soon an"
    " answer comes. It needs no access token, because somebody who cannot get one needs help most.",
    answer=answer,
    read=read,
)
