"""The first half of the set-up: from the server's address to an access token."""

from html import escape
from typing import Final
from urllib.parse import quote_plus

from mockbooks.texts import Text
from mockbooks.web.walkthrough.exchanges import Outcome, Pairs
from mockbooks.web.walkthrough.step import Call, Chapter

SCOPE: Final = "debtors:read settings:read"
REDIRECT_URI: Final = "http://127.0.0.1:8090/callback"
GIVEN: Final = {
    "state": "xb7Fq2LkT9wMZr4s",
    "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
}
"""What the reader chooses. Verifier and challenge are those of RFC 7636, appendix B: anyone can check their own."""

DEMO_PAGE: Final = escape(
    "/oauth/authorize?response_type=code&client_id=mockbooks-demo"
    f"&redirect_uri={quote_plus(REDIRECT_URI)}&scope={quote_plus(SCOPE)}"
)
IN_A_SHELL: Final = f"""\
STATE={GIVEN["state"]}
VERIFIER={GIVEN["verifier"]}
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d =)"""
CLIENT: Final = ("{client_id}", "{client_secret}")
REGISTRATION: Final = """\
{
  "client_name": "Webshop Koppeling",
  "redirect_uris": ["http://127.0.0.1/callback"],
  "grant_types": ["authorization_code", "refresh_token", "client_credentials"],
  "token_endpoint_auth_method": "client_secret_basic",
  "scope": "debtors:read settings:read"
}"""
AUTHORIZATION: Final[Pairs] = (
    ("response_type", "code"),
    ("client_id", "{client_id}"),
    ("redirect_uri", REDIRECT_URI),
    ("scope", SCOPE),
    ("state", "{state}"),
    ("code_challenge", "{challenge}"),
    ("code_challenge_method", "S256"),
)
EXCHANGE: Final[Pairs] = (
    ("grant_type", "authorization_code"),
    ("code", "{code}"),
    ("redirect_uri", REDIRECT_URI),
    ("code_verifier", "{verifier}"),
)

DISCOVER: Final = Chapter(
    anchor="discover",
    title=Text("Find out where everything is", "Opzoeken waar alles staat"),
    text=Text(
        "The server tells its own addresses and abilities (RFC 8414). Read them when your program starts: then the "
        "only address that you have to configure is the server's.",
        "De server vertelt zelf zijn adressen en wat hij kan (RFC 8414). Lees ze als je programma start: dan is het "
        "adres van de server het enige dat je hoeft in te stellen.",
    ),
    calls=(Call(name="discover", path="/.well-known/oauth-authorization-server", expects=Outcome(200)),),
    notes=(
        Text(
            "<code>issuer</code> must be exactly the address that you asked (section 3.3). Keep it: the browser "
            'brings it back in <a href="#approve">step 5</a>.',
            "<code>issuer</code> moet precies het adres zijn waar je het vroeg (paragraaf 3.3). Bewaar het: de "
            'browser brengt het terug in <a href="#approve">stap 5</a>.',
        ),
    ),
    part="discover",
)

REGISTER: Final = Chapter(
    anchor="register",
    title=Text("Register your application", "Je applicatie registreren"),
    text=Text(
        "Most vendors have a web page where you get a client id and secret. Here it is a request (RFC 7591), so that "
        "every test can have a client of its own. With the client comes an <em>administration</em>, its home: a set "
        "of books with the start data in it, that nobody else works on.",
        "De meeste leveranciers hebben een webpagina waar je een client-id en -geheim krijgt. Hier is het een verzoek "
        "(RFC 7591), zodat elke test een eigen client kan hebben. Bij de client hoort een <em>administratie</em>, "
        "zijn thuis: een boekhouding met de begingegevens erin, waar verder niemand in werkt.",
    ),
    calls=(
        Call(
            name="register",
            method="POST",
            path="/oauth/register",
            expects=Outcome(201),
            json=REGISTRATION,
            keeps={
                "client_id": "client_id",
                "client_secret": "client_secret",
                "administration": "administration_id",
            },
        ),
    ),
    notes=(
        Text(
            "A redirect URI is compared character by character. Only for a loopback address is the port left out of "
            "the comparison (RFC 8252, section 7.3), because a program on somebody’s computer takes the port that is "
            "free.",
            "Een redirect-URI wordt teken voor teken vergeleken. Alleen bij een loopbackadres telt de poort niet mee "
            "(RFC 8252, paragraaf 7.3), omdat een programma op iemands computer de poort neemt die vrij is.",
        ),
        Text(
            "Without <code>grant_types</code> a client may use all that fit its kind: the three above, but without a "
            "secret (<code>token_endpoint_auth_method</code> <code>none</code>) not <code>client_credentials</code>.",
            "Zonder <code>grant_types</code> mag een client alles gebruiken wat bij zijn soort past: de drie "
            "hierboven, maar zonder geheim (<code>token_endpoint_auth_method</code> <code>none</code>) niet "
            "<code>client_credentials</code>.",
        ),
        Text(
            "<code>administration_id</code> in the answer is an addition of mockbooks: it names the home. Other "
            "servers do not send it.",
            "<code>administration_id</code> in het antwoord is een toevoeging van mockbooks: het noemt het thuis. "
            "Andere servers sturen het niet.",
        ),
    ),
    demo_note=Text(
        "In a hurry? The client <code>mockbooks-demo</code> with the secret <code>mockbooks-demo-secret</code> is "
        "ready, for the administration <code>demo</code> and any loopback redirect URI.",
        "Haast? De client <code>mockbooks-demo</code> met het geheim <code>mockbooks-demo-secret</code> staat "
        "klaar, voor de administratie <code>demo</code> en elke redirect-URI op een loopbackadres.",
    ),
    part="register",
)

PROVE: Final = Chapter(
    anchor="proof",
    title=Text("Make a verifier and a state", "Een verifier en een state maken"),
    text=Text(
        "PKCE (RFC 7636) sees to it that a stolen code is worth nothing: you keep a random <em>verifier</em> and send "
        "only its hash, the <em>challenge</em>. The <em>state</em> ties the answer to the person who went away. Make "
        "both anew for every authorization, and keep them in that person’s session.",
        "Met PKCE (RFC 7636) is een gestolen code niets waard: je bewaart een willekeurige <em>verifier</em> en "
        "stuurt alleen de hash ervan, de <em>challenge</em>. De <em>state</em> knoopt het antwoord vast aan degene "
        "die wegging. Maak beide voor elke autorisatie opnieuw, en bewaar ze in de sessie van die persoon.",
    ),
    notes=(
        Text(
            "The verifier shown is that of RFC 7636, appendix B, so that you can check your own hash by it. Yours is "
            "random, and 43 to 128 characters long. It is required of clients without a secret, and good for all.",
            "De getoonde verifier is die van RFC 7636, bijlage B, zodat je er je eigen hash mee kunt controleren. Die "
            "van jou is willekeurig, en 43 tot 128 tekens lang. Hij is verplicht voor clients zonder geheim, en goed "
            "voor allemaal.",
        ),
    ),
    part="verifier and state",
    typed=IN_A_SHELL,
)

AUTHORIZE: Final = Chapter(
    anchor="authorize",
    title=Text("Send the person to the consent page", "De persoon naar de toestemmingspagina sturen"),
    text=Text(
        "This is the one request that your program does not send itself: it lets the person’s browser open the "
        "address, with a redirect or a link. The page tells who asks for what, lets the person choose the "
        "administration to connect, and has two buttons: Approve and Deny. Nobody has to log in here.",
        "Dit is het enige verzoek dat je programma niet zelf verstuurt: het laat de browser van de persoon het adres "
        "openen, met een redirect of een link. De pagina vertelt wie wat vraagt, laat de persoon de administratie "
        "kiezen, en heeft twee knoppen: toestaan en weigeren. Inloggen hoeft hier niet.",
    ),
    calls=(Call(name="authorize", path="/oauth/authorize", expects=Outcome(200), query=AUTHORIZATION),),
    notes=(
        Text(
            "Scopes are separated by spaces (RFC 6749, section 3.3). Some libraries use commas unless told otherwise: "
            'that is <a href="#invalid-scope">invalid_scope</a>.',
            "Scopes worden gescheiden door spaties (RFC 6749, paragraaf 3.3). Sommige bibliotheken gebruiken komma’s "
            'als je niets instelt: dat is <a href="#invalid-scope">invalid_scope</a>.',
        ),
        Text(
            "For tests without a browser: <code>mockbooks serve --auto-approve</code> skips the page and answers with "
            "the redirect of step 5 at once. <code>administration=adm_000001</code> as an extra parameter picks "
            "another administration than the client’s home.",
            "Voor tests zonder browser: <code>mockbooks serve --auto-approve</code> slaat de pagina over en antwoordt "
            "meteen met de redirect van stap 5. De extra parameter <code>administration=adm_000001</code> kiest een "
            "andere administratie dan de thuisadministratie van de client.",
        ),
    ),
    demo_note=Text(
        f'<a href="{DEMO_PAGE}">Look at the page itself</a>, with the demo client as the one who asks.',
        f'<a href="{DEMO_PAGE}">Bekijk de pagina zelf</a>, met de democlient als degene die vraagt.',
    ),
    part="send the person to the consent page",
)

APPROVE: Final = Chapter(
    anchor="approve",
    title=Text("The browser comes back with a code", "De browser komt terug met een code"),
    text=Text(
        "The person presses Approve, the browser sends the form, and the answer leads it to your redirect URI. Your "
        "program reads three things from the address that is then opened, and checks two of them before it does "
        "anything else.",
        "De persoon kiest toestaan, de browser verstuurt het formulier, en het antwoord leidt naar jouw redirect-URI. "
        "Je programma leest drie dingen uit het adres dat dan geopend wordt, en controleert er twee voor het iets "
        "anders doet.",
    ),
    calls=(
        Call(
            name="approve",
            method="POST",
            path="/oauth/authorize",
            expects=Outcome(303),
            query=AUTHORIZATION,
            form=(("administration", "{administration}"), ("decision", "approve")),
            keeps={"code": "code"},
        ),
    ),
    notes=(
        Text(
            "A program that plays the browser, in a test for instance, must not follow this redirect, but read its "
            "<code>Location</code>: the code is in there, and nobody need listen at the redirect URI.",
            "Een programma dat voor browser speelt, in een test bijvoorbeeld, moet deze redirect niet volgen maar de "
            "<code>Location</code> ervan lezen: daar staat de code in, en op de redirect-URI hoeft niemand te "
            "luisteren.",
        ),
        Text(
            "<code>state</code> must be the one that you sent. If it is not, somebody else’s answer was slipped to "
            "this person: stop (RFC 6749, section 10.12).",
            "<code>state</code> moet die zijn die jij stuurde. Zo niet, dan is deze persoon het antwoord van een "
            "ander toegespeeld: stop (RFC 6749, paragraaf 10.12).",
        ),
        Text(
            "<code>iss</code> must be the <code>issuer</code> of step 1: then the code is from the server that you "
            "are about to send it to (RFC 9207).",
            "<code>iss</code> moet de <code>issuer</code> van stap 1 zijn: dan komt de code van de server waar je hem "
            "zo naartoe stuurt (RFC 9207).",
        ),
        Text(
            "<code>code</code> lives a minute and works once. In its place there may be an <code>error</code>, such "
            'as <a href="#access-denied">access_denied</a> when the person said no.',
            "<code>code</code> leeft een minuut en werkt één keer. In plaats daarvan kan er een <code>error</code> "
            'staan, zoals <a href="#access-denied">access_denied</a> als de persoon nee zei.',
        ),
    ),
    part="wait for the browser, and check what it brings",
)

TRADE: Final = Chapter(
    anchor="exchange",
    title=Text("Exchange the code for tokens", "De code inwisselen voor tokens"),
    text=Text(
        "Your server sends the code with the verifier, and proves who it is with its id and secret in HTTP Basic. The "
        "answer holds an access token to call the API with, and a refresh token to get the next one.",
        "Je server stuurt de code met de verifier, en bewijst met id en geheim in HTTP Basic wie hij is. Het antwoord "
        "bevat een access token om de API mee aan te roepen, en een refresh token om het volgende te krijgen.",
    ),
    calls=(
        Call(
            name="exchange",
            method="POST",
            path="/oauth/token",
            expects=Outcome(200),
            basic=CLIENT,
            form=EXCHANGE,
            keeps={"access_token": "access_token", "refresh_token": "refresh_token"},
        ),
    ),
    notes=(
        Text(
            "The body is a form, not JSON, and <code>redirect_uri</code> is once more the one of step 4.",
            "De body is een formulier, geen JSON, en <code>redirect_uri</code> is nog eens die van stap 4.",
        ),
        Text(
            "Tokens are opaque: read nothing from them but that they are there. Reckon with <code>expires_in</code> "
            "seconds, and with <code>scope</code> as it was granted.",
            "Tokens zijn ondoorzichtig: lees er niets uit dan dat ze er zijn. Reken met <code>expires_in</code> "
            "seconden, en met <code>scope</code> zoals die is toegekend.",
        ),
    ),
    part="exchange the code",
)

CHAPTERS: Final = (DISCOVER, REGISTER, PROVE, AUTHORIZE, APPROVE, TRADE)
