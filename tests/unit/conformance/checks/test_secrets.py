"""No report shows a secret, whatever an API quotes of what it was sent, and in whatever form."""

import json
from base64 import b64encode
from urllib.parse import quote_plus

import pytest

from mockbooks.conformance.check_api import CheckError, judge, target_of
from mockbooks.conformance.live.access import Credentials
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.vendor.loading import load_vendor
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.masking import masked
from mockbooks.conformance.wire.shown import shown
from tests.unit.conformance.checks.korenaar import VENDOR, Korenaar, answer, findings_of, on

TOKEN = 'tok/abc+"SECRET1"=='


def judged_as_text(target: Target) -> str:
    """Give all that is said of an API."""
    return f"{judge(target)!r}{target.left!r}"


def quoting(request: Request) -> Answer:
    """Quote every header and the URL in whatever is answered."""
    words = f"You sent {' '.join(request.headers.values())} to {request.url}"
    status = 400 if request.method == "DELETE" or "nothing" in request.url else 200
    body = {"id": 7, "rows": [{"id": 7, "naam": words}], "melding": words, "error": words if status == 400 else None}
    return answer(status, body, Location=words, X_Trace=words)


# In whatever is said


def test_a_token_that_is_quoted_by_the_api_is_masked_in_all_that_is_said() -> None:
    korenaar = Korenaar([quoting], credentials=Credentials(token=TOKEN))

    told = judged_as_text(korenaar.target())

    assert "You sent" in told
    assert "SECRET1" not in told


def test_a_token_is_masked_in_what_stays_behind() -> None:
    refused = on("DELETE", "/relaties/.*", answer(400, {"melding": "sleutel/geheim1 mag dit niet."}))
    korenaar = Korenaar([refused])
    target = korenaar.target()
    target.session.secrets.add("sleutel/geheim1")

    judgement = judge(target)

    assert target.left[-1].en == "Left behind: debtor 100 (DELETE /relaties/${id} → 400: *** mag dit niet.)."
    assert target.left[-1].nl == "Achtergebleven: debiteur 100 (DELETE /relaties/${id} → 400: *** mag dit niet.)."
    assert judgement.method[-1] == target.left[-1]


def test_half_a_token_that_a_cut_left_is_masked() -> None:
    words = "x" * 190 + "sleutel/geheim1"
    korenaar = Korenaar([on("DELETE", "/relaties/.*", answer(400, {"melding": f"{words} mag dit niet."}))])
    target = korenaar.target()
    target.session.secrets.add("sleutel/geheim1")

    judge(target)

    assert target.left[-1].en.endswith("xxx***…).")


def test_a_token_is_masked_in_what_is_summed_up() -> None:
    target = Korenaar([on("GET", "/hulp", answer(200, {"mail": "geheim/token1@x.example"}))]).target()
    target.session.secrets.add("geheim/token1")

    (finding,) = findings_of(judge(target), "C9i")

    assert finding.summary.en.endswith(": ***@x.example")


def test_a_redirect_with_a_token_is_told_without_it() -> None:
    redirect = on("GET", "/btw", answer(302, Location="https://login.example/?t=geheim/token1"))
    target = Korenaar([redirect]).target()
    target.session.secrets.add("geheim/token1")

    told = judged_as_text(target)

    assert "it redirects to https://login.example/?t=***" in told
    assert "geheim/token1" not in told


def test_an_error_at_the_door_tells_no_key_of_a_url() -> None:
    vendor = VENDOR.replace("tokenUrl: /token", "tokenUrl: /token?key=URLSECRET9")
    korenaar = Korenaar(credentials=Credentials(client_id="winkel", client_secret="geheim"))
    korenaar.reactions = [lambda request: answer(401) if "/token" in request.url else None]

    with pytest.raises(CheckError, match=r"/token\?\*\*\* gives no token") as refused:
        judge(korenaar.target(vendor=vendor))

    assert "URLSECRET9" not in refused.value.what.nl


def test_what_stands_behind_the_urls_of_a_vendor_file_is_shown_nowhere() -> None:
    vendor = VENDOR.replace("/help/oauth", "/help/oauth?k=URLSECRET9").replace("/openapi.json", "/doc?k=URLSECRET8")
    target = Korenaar([on("GET", "/(help|doc).*", answer(404, {"melding": "URLSECRET8 URLSECRET9"}))]).target(
        vendor=vendor
    )

    told = judged_as_text(target)

    assert "GET /help/oauth?***" in told
    assert "URLSECRET" not in told


def test_the_values_of_headers_of_a_vendor_file_are_shown_nowhere() -> None:
    vendor = f"{VENDOR}\nheaders: {{Ocp-Apim-Subscription-Key: kort, X-App: appSECRET6, Accept: application/json}}"

    told = judged_as_text(Korenaar([quoting]).target(vendor=vendor))

    assert "Ocp-Apim-Subscription-Key: ***" in told
    assert "X-App: ***" in told
    assert "Accept: application/json" in told
    assert "appSECRET6" not in told
    assert "kort" not in told.replace("kortingen", "")


# In whatever form


@pytest.mark.parametrize(
    "form",
    [
        TOKEN,
        json.dumps(TOKEN),
        json.dumps(TOKEN).replace("/", "\\/"),
        json.dumps(TOKEN).replace("/", "\\u002f"),
        json.dumps(TOKEN).replace("+", "\\u002B"),
        json.dumps(json.dumps(TOKEN)),
        quote_plus(TOKEN),
        quote_plus(TOKEN).lower().replace("secret1", "SECRET1"),
        quote_plus(quote_plus(TOKEN)),
        TOKEN.replace('"', "&quot;"),
        TOKEN.replace('"', "&#34;").replace("/", "&#x2F;"),
    ],
)
def test_a_secret_is_masked_in_every_form(form: str) -> None:
    assert masked(f"<{form}>", [TOKEN]).strip('<>"\\') == "***"


@pytest.mark.parametrize("form", ["geh eim é😀", "geh+eim+%C3%A9%F0%9F%98%80", "geh%20eim\\u0020\\u00e9\\ud83d\\ude00"])
def test_signs_outside_ascii_are_masked_as_well(form: str) -> None:
    assert masked(form.replace("\\u0020", " "), ["geh eim é😀"]) == "***"


def test_a_secret_that_begins_with_another_is_masked_to_its_end() -> None:
    assert masked("sleutel-en-meer", ["sleutel", "sleutel-en-meer"]) == "***"


def test_what_is_too_short_for_a_secret_leaves_the_words() -> None:
    assert masked("test", ["t", ""]) == "test"


def test_the_client_is_masked_as_it_is_sent() -> None:
    credentials = Credentials(client_id="winkel+1", client_secret="ge/heim")
    sent = b64encode(b"winkel%2B1:ge%2Fheim").decode()

    assert masked(f"Basic {sent}, {b64encode(b'winkel+1:ge/heim').decode()}", credentials.secrets) == "Basic ***, ***"


def test_a_secret_across_the_end_of_what_is_shown_is_masked_whole() -> None:
    body = b"x" * 1495 + b"sleutel-geheim"
    exchange = Exchange(request=Request(method="GET", url="https://x.example/"), answer=Answer(status=200, body=body))

    assert shown(exchange, ["sleutel-geheim"]).endswith("xxx***")


def test_what_invites_to_get_in_is_shown() -> None:
    refused = Answer(status=401, headers=(("WWW-Authenticate", 'Bearer realm="x"'), ("X-Auth", "geheim")))
    exchange = Exchange(request=Request(method="GET", url="https://x.example/"), answer=refused)

    assert shown(exchange, []).endswith('WWW-Authenticate: Bearer realm="x"\nX-Auth: ***')


# From the environment


def test_a_key_is_taken_from_the_environment_and_shown_nowhere() -> None:
    vendor = f'{VENDOR}\nheaders: {{X-App: "k ${{env.KORENAAR_KEY}}"}}'
    korenaar = Korenaar([quoting])
    target = korenaar.target(vendor=vendor)
    target.session.variables = {"KORENAAR_KEY": "omgevingSECRET"}

    told = judged_as_text(target)

    assert korenaar.exchanges[0].request.headers["X-App"] == "k omgevingSECRET"
    assert "omgevingSECRET" not in told


def test_a_value_of_the_file_may_be_taken_from_the_environment() -> None:
    vendor = VENDOR.replace('datum: "${date}"', 'datum: "${date}", sleutel: "${sleutel}"').replace(
        "values:", 'values:\n  sleutel: "x-${env.KORENAAR_KEY}"'
    )
    korenaar = Korenaar()
    target = korenaar.target(vendor=vendor)
    target.session.variables = {"KORENAAR_KEY": "waarde"}

    judge(target)

    assert any(b'"sleutel":"x-waarde"' in (each.request.body or b"") for each in korenaar.exchanges)


def test_a_variable_that_is_not_set_is_told_before_anything_is_asked() -> None:
    vendor = load_vendor(b'{name: x, headers: {X-A: "${env.KEY_B} ${env.KEY_A}"}}', source="x.yaml")
    known = Korenaar().target()

    with pytest.raises(CheckError, match=r"variables of the environment that are not set: KEY_A, KEY_B$"):
        target_of(
            vendor,
            "https://x.example",
            run="r1",
            credentials=Credentials(),
            allow_writes=False,
            now=known.now,
            seconds=known.seconds,
            sleep=known.session.sleep,
            environment={"KEY_B": ""},
        )


def test_variables_are_taken_from_the_environment() -> None:
    vendor = load_vendor(b'{name: x, resources: {journals: {list: "GET /${env.KEY_A}"}}}', source="x.yaml")
    known = Korenaar().target()

    target = target_of(
        vendor,
        "https://x.example",
        run="r1",
        credentials=Credentials(),
        allow_writes=False,
        now=known.now,
        seconds=known.seconds,
        sleep=known.session.sleep,
        environment={"KEY_A": "a", "KEY_B": "b"},
    )

    assert target.session.variables == {"KEY_A": "a"}
