"""Why something cannot be told, and what whoever reads that can do about it."""

from typing import Final

from mockbooks.conformance.wire.trouble import Kind, Trouble
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

_UNAUTHENTICATED: Final = 401
_FORBIDDEN: Final = 403
_NO_ROOM: Final = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """`what` stands in the way, as part of a sentence; `remedy` is one sentence or two on what to do."""

    what: Text
    remedy: Text


NO_LIST: Final = Obstacle(
    what=Text(
        "the answer holds no list where the vendor file says (items)",
        "het antwoord heeft geen lijst waar het leveranciersbestand die noemt (items)",
    ),
    remedy=Text(
        "Say in the vendor file where the list stands in the answer: items, of all answers or of this resource.",
        "Zeg in het leveranciersbestand waar de lijst in het antwoord staat: items, van alle antwoorden of hiervan.",
    ),
)

NO_SUCCESS: Final = Obstacle(
    what=Text("no call succeeded", "geen enkele aanroep slaagde"),
    remedy=Text(
        "Make one call of the API succeed first: by its base URL, the token, and the calls of the vendor file.",
        "Laat eerst één aanroep van de API slagen: met basis-URL, token en de aanroepen uit het leveranciersbestand.",
    ),
)


def unanswered(call: str, trouble: Trouble) -> Obstacle:
    """Say that a call got no answer."""
    return Obstacle(
        what=Text(f"{call}: {trouble.what.en}", f"{call}: {trouble.what.nl}"),
        remedy=Text(
            f"Let {call} answer in time, or give it more with --timeout.",
            f"Laat {call} op tijd antwoorden, of geef meer tijd met --timeout.",
        )
        if trouble.kind is Kind.TOO_SLOW
        else Text(f"Let {call} answer completely.", f"Laat {call} compleet antwoorden."),
    )


def too_large(call: str) -> Obstacle:
    """Say that an answer was not read whole."""
    return Obstacle(
        what=Text(f"{call}: the answer is larger than is read", f"{call}: het antwoord is groter dan wordt gelezen"),
        remedy=Text(
            f"Let {call} ask for one page, in the vendor file.",
            f"Laat {call} in het leveranciersbestand één pagina vragen.",
        ),
    )


def not_acted_upon(call: str, status: int) -> Obstacle:
    """Say that a call was answered before any action was reached, or broke down."""
    return Obstacle(
        what=Text(f"{call} was answered with status {status}", f"{call} gaf status {status}"),
        remedy=_remedy(call, status),
    )


def _remedy(call: str, status: int) -> Text:
    if status in {_UNAUTHENTICATED, _FORBIDDEN}:
        return Text(f"Give a token that may do {call}.", f"Geef een token dat {call} mag doen.")
    if status == _NO_ROOM:
        return Text(
            "Check when there is room within the limits, or with higher ones.",
            "Toets als er ruimte is binnen de limieten, of met ruimere.",
        )
    return Text(
        f"Find out from the API why {call} breaks down, or name a better call in the vendor file.",
        f"Zoek bij de API uit waarom {call} stukloopt, of noem een betere aanroep in het leveranciersbestand.",
    )
