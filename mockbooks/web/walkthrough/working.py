"""The second half of the set-up: calling the API, and the life of tokens until they are revoked."""

from typing import Final

from mockbooks.texts import Text
from mockbooks.web.walkthrough.connecting import CLIENT
from mockbooks.web.walkthrough.exchanges import Outcome, Pairs
from mockbooks.web.walkthrough.step import Call, Chapter

REFRESH: Final[Pairs] = (("grant_type", "refresh_token"), ("refresh_token", "{refresh_token}"))
# Longer than an access token lives.
AN_HOUR: Final = 3600

CALL: Final = Chapter(
    anchor="call",
    title=Text("Call the API", "De API aanroepen"),
    text=Text(
        "The access token goes along in the header <code>Authorization</code> of every call, never in the address "
        "(RFC 6750, section 2.1). The token alone decides which administration a call works on; this first call shows "
        "which.",
        "Het access token gaat bij elke aanroep mee in de header <code>Authorization</code>, nooit in het adres (RFC "
        "6750, paragraaf 2.1). Alleen het token bepaalt in welke administratie een aanroep werkt; deze eerste aanroep "
        "laat zien welke.",
    ),
    calls=(Call(name="call", path="/api/v1/administration", expects=Outcome(200), bearer="{access_token}"),),
    part="call the API",
)

EXPIRED: Final = Chapter(
    anchor="expired",
    title=Text("An hour later: the token has expired", "Een uur later: het token is verlopen"),
    text=Text(
        "The same call, an hour later. 401 with <code>invalid_token</code> says: get a new access token and call once "
        "more. It comes also when a token was revoked, so do not rely on your own clock alone.",
        "Dezelfde aanroep, een uur later. 401 met <code>invalid_token</code> zegt: haal een nieuw access token en "
        "roep nog één keer aan. Het komt ook als een token is ingetrokken, dus vertrouw niet alleen op je eigen klok.",
    ),
    calls=(
        Call(
            name="call-expired",
            path="/api/v1/administration",
            expects=Outcome(401, "invalid_token", "token_expired"),
            bearer="{access_token}",
            seconds_later=AN_HOUR,
        ),
    ),
    notes=(
        Text(
            "No need to wait an hour in a test: <code>mockbooks serve --access-token-seconds 5</code>.",
            "In een test hoef je geen uur te wachten: <code>mockbooks serve --access-token-seconds 5</code>.",
        ),
    ),
    part="refresh when the token has expired",
)

RENEW: Final = Chapter(
    anchor="refresh",
    title=Text("Refresh", "Vernieuwen"),
    text=Text(
        "The refresh token gives a new access token, and with it a new refresh token: the old one is used up "
        "(rotation). Store the new one before you use the new access token.",
        "Het refresh token geeft een nieuw access token, en daarbij een nieuw refresh token: het oude is op "
        "(rotatie). Bewaar het nieuwe voor je het nieuwe access token gebruikt.",
    ),
    calls=(
        Call(
            name="refresh",
            method="POST",
            path="/oauth/token",
            expects=Outcome(200),
            basic=CLIENT,
            form=REFRESH,
            keeps={"access_token": "access_token", "refresh_token": "refresh_token"},
        ),
    ),
    notes=(
        Text(
            "Let one process refresh at a time. Whoever comes second with the same token looks like a thief: the "
            "whole family of tokens is revoked, and the person has to give consent again (<a "
            'href="#invalid-grant">invalid_grant</a>; RFC 9700, section 4.14.2).',
            "Laat één proces tegelijk vernieuwen. Wie als tweede komt met hetzelfde token ziet eruit als een dief: de "
            "hele familie van tokens wordt ingetrokken, en de persoon moet opnieuw toestemming geven (<a "
            'href="#invalid-grant">invalid_grant</a>; RFC 9700, paragraaf 4.14.2).',
        ),
        Text(
            "Some vendors forgive it for a while: <code>--refresh-grace-seconds 1800</code> imitates them.",
            "Sommige leveranciers vergeven het een tijdje: <code>--refresh-grace-seconds 1800</code> doet hen na.",
        ),
    ),
    part="refresh",
)

REVOKE: Final = Chapter(
    anchor="revoke",
    title=Text("Revoke", "Intrekken"),
    text=Text(
        "When somebody disconnects your application, give back what you hold (RFC 7009). Revoking the refresh token "
        "ends its access tokens too. The answer is 200, also for a token that was already dead.",
        "Als iemand je applicatie loskoppelt, geef dan terug wat je hebt (RFC 7009). Met het refresh token vervallen "
        "ook zijn access tokens. Het antwoord is 200, ook voor een token dat al dood was.",
    ),
    calls=(
        Call(
            name="revoke",
            method="POST",
            path="/oauth/revoke",
            expects=Outcome(200),
            basic=CLIENT,
            form=(("token", "{refresh_token}"), ("token_type_hint", "refresh_token")),
        ),
        Call(
            name="call-revoked",
            path="/api/v1/administration",
            expects=Outcome(401, "invalid_token", "token_invalid"),
            bearer="{access_token}",
            caption=Text("The access token that came with it is dead as well:", "Het access token erbij is ook dood:"),
        ),
    ),
    part="revoke",
)

CLIENT_CREDENTIALS: Final = Chapter(
    anchor="client-credentials",
    title=Text("Without a person: client credentials", "Zonder persoon: client credentials"),
    text=Text(
        "For work that belongs to nobody in particular, such as a nightly job on your own books: the client asks in "
        "its own name (RFC 6749, section 4.4). The token is for its home administration. There is no refresh token: "
        "just ask again.",
        "Voor werk dat van niemand in het bijzonder is, zoals een nachtelijke taak in je eigen boeken: de client "
        "vraagt uit eigen naam (RFC 6749, paragraaf 4.4). Het token is voor zijn thuisadministratie. Een refresh "
        "token is er niet: vraag gewoon opnieuw.",
    ),
    calls=(
        Call(
            name="client-credentials",
            method="POST",
            path="/oauth/token",
            expects=Outcome(200),
            basic=CLIENT,
            form=(("grant_type", "client_credentials"), ("scope", "debtors:read")),
            keeps={"own_token": "access_token"},
        ),
    ),
    part="client credentials",
)

INTROSPECT: Final = Chapter(
    anchor="introspect",
    title=Text("Look into a token", "In een token kijken"),
    text=Text(
        "What is this token still good for? Ask (RFC 7662). Handy in tests; a program in earnest can do without. Of a "
        "token that is expired, revoked or unknown nothing is told but that.",
        "Waar is dit token nog goed voor? Vraag het (RFC 7662). Handig in tests; een echt programma kan zonder. Van "
        "een token dat verlopen, ingetrokken of onbekend is wordt niets verteld dan dat.",
    ),
    calls=(
        Call(
            name="introspect",
            method="POST",
            path="/oauth/introspect",
            expects=Outcome(200),
            basic=CLIENT,
            form=(("token", "{own_token}"),),
        ),
        Call(
            name="introspect-revoked",
            method="POST",
            path="/oauth/introspect",
            expects=Outcome(200),
            basic=CLIENT,
            form=(("token", "{access_token}"),),
            caption=Text("And the one that was revoked:", "En het token dat is ingetrokken:"),
        ),
    ),
    part="look into a token",
)

CHAPTERS: Final = (CALL, EXPIRED, RENEW, REVOKE, CLIENT_CREDENTIALS, INTROSPECT)
