"""Codes for the limits on traffic (RFC 6585, section 4)."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.errors import Family
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="limits",
    title=Text("Limits", "Limieten"),
    introduction=Text(
        "These have status 429 with the header Retry-After, because the request was turned away at the door: nothing "
        "was done, and nothing was counted. Every answer tells in RateLimit and X-RateLimit-Remaining how much room is "
        "left, and GET /limits tells it without costing any.",
        "Deze hebben status 429 met de header Retry-After, omdat het verzoek aan de deur is geweigerd: er is niets "
        "gedaan en niets geteld. Elk antwoord vertelt in RateLimit en X-RateLimit-Remaining hoeveel ruimte er nog is, "
        "en GET /limits vertelt het zonder ruimte te kosten.",
    ),
    entries=(
        Entry(
            code="rate_limit_exceeded",
            family=Family.TOO_MANY_REQUESTS,
            title=Text("Too many requests", "Te veel verzoeken"),
            detail=Text(
                "The limit of {limit} per {window} on the requests of this administration is used up; {outlook}.",
                "De limiet van {limit} per {window} op de verzoeken van deze administratie is bereikt; {outlook}.",
            ),
            cause=Text(
                "More requests came within one window than the administration allows. A window begins with the first "
                "request after the one before has ended, and every client of the administration draws on it.",
                "Er kwamen binnen één venster meer verzoeken dan de administratie toestaat. Een venster begint bij het "
                "eerste verzoek nadat het vorige is afgelopen, en alle clients van de administratie putten eruit.",
            ),
            remedy=Text(
                "Wait as many seconds as Retry-After says, then send the same request again, with its "
                "Idempotency-Key. Slow down while RateLimit runs low, and fetch long lists with a larger pageSize.",
                "Wacht zoveel seconden als Retry-After zegt en stuur hetzelfde verzoek dan opnieuw, met dezelfde "
                "Idempotency-Key. Vertraag zodra RateLimit laag staat, en haal lange lijsten op met een grotere "
                "pageSize.",
            ),
            example={
                "limit": 6000,
                "window": Text("minute", "minuut"),
                "outlook": Text("there is room again in 42 seconds", "over 42 seconden is er weer ruimte"),
            },
        ),
        Entry(
            code="too_many_concurrent_requests",
            family=Family.TOO_MANY_REQUESTS,
            title=Text("Too many requests at the same time", "Te veel verzoeken tegelijk"),
            detail=Text(
                "The limit of {limit} at the same time is reached: that many requests of this administration are "
                "still running.",
                "De limiet van {limit} tegelijk is bereikt: zoveel verzoeken van deze administratie lopen nog.",
            ),
            cause=Text(
                "More workers call side by side than the administration allows. A request runs until its answer has "
                "been taken, so a caller that reads slowly keeps its place.",
                "Er roepen meer werkers tegelijk aan dan de administratie toestaat. Een verzoek loopt tot het antwoord "
                "is opgehaald, dus wie langzaam leest, houdt een plaats bezet.",
            ),
            remedy=Text(
                "Send the same request again once an earlier one is answered, at the soonest after Retry-After. Let no "
                "more workers call than GET /limits allows, and read every answer to its end.",
                "Stuur hetzelfde verzoek opnieuw zodra een eerder is beantwoord, op zijn vroegst na Retry-After. Laat "
                "niet meer werkers aanroepen dan GET /limits toestaat, en lees elk antwoord tot het eind.",
            ),
            example={"limit": 5},
        ),
    ),
)
