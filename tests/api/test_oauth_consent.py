"""The consent page: who asks for what, and what becomes of the person's decision."""

import re
from html import unescape

import httpx
import pytest

from tests.api.asking import ASKED, AUTHORIZE, BROWSER, CALLBACK, SERVER, ask, decide, register, told
from tests.api.conftest import ApiClient, OpenApi


def choices(page: httpx.Response) -> list[tuple[str, bool]]:
    """Give the administrations that can be chosen, and whether each is the chosen one."""
    found = re.findall(r'<(?:input type="radio"|option)[^>]* value="([^"]*)"[^>]*?( checked| selected)?>', page.text)
    return [(value, bool(mark)) for value, mark in found]


def action(page: httpx.Response) -> str:
    """Give where the form is sent."""
    found = re.search(r'<form [^>]*method="post" action="([^"]*)"', page.text)
    assert found is not None
    return SERVER + unescape(found[1])


# What is on the page


def test_the_page_says_who_asks_what_and_where_the_answer_goes(api: ApiClient) -> None:
    page = ask(api, f"{ASKED}&scope=debtors:read+transactions:write")

    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "<h1><strong>mockbooks demo</strong> asks for access</h1>" in page.text
    assert "See debtors <code>debtors:read</code>" in page.text
    assert "Book and reverse transactions <code>transactions:write</code>" in page.text
    assert "products:read" not in page.text
    assert "<code>mockbooks-demo</code>" in page.text
    assert f"<code>{CALLBACK}</code>" in page.text
    assert "Either way you go back to <b>127.0.0.1:5000</b>." in page.text
    assert "This is a mock: the books are made up, nobody logs in" in page.text


def test_the_page_speaks_dutch(api: ApiClient) -> None:
    page = ask(api, ASKED, **{"Accept-Language": "nl-NL,nl;q=0.9"})

    assert page.headers["Content-Language"] == "nl"
    assert page.headers["Vary"] == "Accept, Accept-Language"
    assert "<strong>mockbooks demo</strong> vraagt om toegang" in page.text
    assert "Debiteuren inzien <code>debtors:read</code>" in page.text
    assert ">Toestaan</button>" in page.text
    assert ">Weigeren</button>" in page.text


def test_the_switch_of_language_keeps_the_request(api: ApiClient) -> None:
    dutch = re.search(r'<a href="([^"]*)" lang="nl"', ask(api, f"{ASKED}&lang=en").text)
    assert dutch is not None
    assert unescape(dutch[1]) == f"?{ASKED}&lang=nl"

    assert "vraagt om toegang" in api.get(AUTHORIZE + unescape(dutch[1])).text


def test_the_client_may_ask_for_a_language(api: ApiClient) -> None:
    assert ask(api, f"{ASKED}&ui_locales=fr-BE+nl-BE").headers["Content-Language"] == "nl"
    assert ask(api, f"{ASKED}&ui_locales=nl&lang=en").headers["Content-Language"] == "en"
    assert ask(api, f"{ASKED}&ui_locales=fr", **{"Accept-Language": "nl"}).headers["Content-Language"] == "nl"


def test_a_name_cannot_become_part_of_the_page(api: ApiClient) -> None:
    shop = register(api, client_name='<img src=x> & "Zo"')

    page = ask(api, f"response_type=code&client_id={shop['client_id']}").text

    assert "<strong>&lt;img src=x&gt; &amp; &#34;Zo&#34;</strong> asks for access" in page
    assert "<img src=x>" not in page


def test_the_request_cannot_become_part_of_the_page(api: ApiClient) -> None:
    page = ask(api, f"{ASKED}&x=%22%3E%3Cscript%3E")

    assert "<script" not in page.text
    assert action(page) == f"{AUTHORIZE}?{ASKED}&x=%22%3E%3Cscript%3E"


def test_the_page_runs_no_script_and_goes_into_no_frame(api: ApiClient) -> None:
    page = ask(api, ASKED)

    assert page.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert re.findall(r"<script|<style|\sstyle=|\son[a-z]+=|https?://(?!127\.0\.0\.1:5000)", page.text) == []


def test_everything_that_the_page_loads_is_served(api: ApiClient) -> None:
    assets = set(re.findall(r'(?:src|href)="(/docs/assets/[^"]*)"', ask(api, ASKED).text))

    assert assets == {"/docs/assets/icon.svg", "/docs/assets/pages.css", "/docs/assets/consent.css"}
    assert {api.get(SERVER + asset).status_code for asset in assets} == {200}


def test_no_cookie_is_set(api: ApiClient) -> None:
    assert "Set-Cookie" not in ask(api, ASKED).headers
    assert "Set-Cookie" not in decide(api, ASKED, decision="approve").headers


# Which administration


def test_the_home_of_the_client_comes_first_and_is_chosen(api: ApiClient) -> None:
    register(api, client_name="Kapsalon Krul")
    shop = register(api)

    page = ask(api, f"response_type=code&client_id={shop['client_id']}")

    assert choices(page) == [("adm_000002", True), ("demo", False), ("adm_000001", False)]
    assert "<b>Bakkerij De Korenaar B.V.</b>" in page.text
    assert page.text.count('<span class="home">its own</span>') == 1


def test_the_client_can_propose_another_administration(api: ApiClient) -> None:
    register(api, client_name="Kapsalon Krul")
    register(api)

    page = ask(api, f"{ASKED}&administration=adm_000002")

    assert choices(page) == [("demo", False), ("adm_000002", True), ("adm_000001", False)]
    assert action(page) == f"{AUTHORIZE}?{ASKED}"


def test_many_administrations_become_a_list_to_choose_from(api: ApiClient) -> None:
    register(api, client_name="Kapsalon Krul")
    register(api, client_name="Slagerij Bos")
    register(api, client_name="Garage Willems")
    register(api, client_name="Fietsen Van Dam")
    register(api, client_name="Bloemen & Zo")
    assert '<select id="administration"' not in ask(api, ASKED).text
    register(api, client_name="Café 't Hoekje")

    page = ask(api, f"{ASKED}&administration=adm_000005")

    assert '<select id="administration" name="administration">' in page.text
    assert '<option value="adm_000005" selected>Bloemen &amp; Zo (adm_000005)</option>' in page.text
    assert '<option value="demo">Bakkerij De Korenaar B.V. (demo) · its own</option>' in page.text
    assert len(choices(page)) == 7


# The decision


def test_approve_sends_the_browser_back_with_a_code(api: ApiClient) -> None:
    response = api.post(action(ask(api, ASKED)), data={"decision": "approve", "administration": "demo"})

    assert (response.status_code, response.content) == (303, b"")
    assert response.headers["Location"].startswith(f"{CALLBACK}?code=mb_ac_")
    assert told(response).keys() == {"code", "state", "iss"}
    assert (told(response)["state"], told(response)["iss"]) == ("xyz", SERVER)


def test_a_code_becomes_a_token_for_the_administration_that_was_chosen(api: ApiClient) -> None:
    customer = register(api, client_name="Kapsalon Krul")["administration_id"]
    page = ask(api, f"{ASKED}&scope=settings:read")
    code = told(api.post(action(page), data={"decision": "approve", "administration": customer}))["code"]

    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    token = api.post(f"{SERVER}/oauth/token", data=form, auth=("mockbooks-demo", "mockbooks-demo-secret")).json()

    assert token["scope"] == "settings:read"
    books = api.get("/administration", headers={"Authorization": f"Bearer {token['access_token']}"}).json()
    assert books["data"]["id"] == customer


def test_the_choice_of_the_person_takes_the_place_of_what_the_client_proposed(api: ApiClient) -> None:
    register(api, client_name="Kapsalon Krul")

    asked = f"{ASKED}&administration=adm_000001"
    chosen = told(decide(api, asked, decision="approve", administration="demo"))["code"]
    proposed = told(decide(api, asked, decision="approve"))["code"]

    code, other = api.app.authority.tokens.code(chosen), api.app.authority.tokens.code(proposed)
    assert code is not None
    assert code.grant.administration_id == "demo"
    assert other is not None
    assert other.grant.administration_id == "adm_000001"


def test_deny_tells_the_client_so(api: ApiClient) -> None:
    response = decide(api, ASKED, decision="deny", administration="demo")

    assert response.status_code == 303
    assert told(response) == {
        "error": "access_denied",
        "error_description": "The person pressed Deny on the consent page.",
        "error_uri": f"{SERVER}/docs/oauth#access-denied",
        "state": "xyz",
        "iss": SERVER,
    }


def test_deny_is_heard_under_auto_approve_too(open_api: OpenApi) -> None:
    assert told(decide(open_api(auto_approve=True), ASKED, decision="deny"))["error"] == "access_denied"


@pytest.mark.parametrize(
    ("query", "form", "error", "description"),
    [
        pytest.param(
            ASKED,
            {"decision": "yes"},
            "invalid_request",
            "decision yes is not known; approve and deny are.",
            id="a decision that is none",
        ),
        pytest.param(
            ASKED,
            {"decision": "approve", "administration": "adm_999999"},
            "invalid_request",
            "There is no administration adm_999999 to connect.",
            id="an administration that is none",
        ),
        pytest.param(
            f"{ASKED}&scope=everything",
            {"decision": "approve"},
            "invalid_scope",
            "There is no scope 'everything'. This client is registered for debtors:read debtors:write"
            " transactions:read transactions:write products:read products:write settings:read.",
            id="another scope",
        ),
        pytest.param(
            f"{ASKED}&response_type=token",
            {"decision": "approve"},
            "invalid_request",
            "response_type came 2 times; it may come once.",
            id="a parameter added",
        ),
        pytest.param(
            ASKED,
            {"decision": "approve", "scope": "debtors:read", "code_challenge": "x"},
            "invalid_request",
            "code_challenge_method is missing, which means plain; only S256 is taken.",
            id="a field added",
        ),
    ],
)
def test_a_decision_that_was_tampered_with_is_told_to_the_client(
    api: ApiClient, query: str, form: dict[str, str], error: str, description: str
) -> None:
    response = decide(api, query, **form)

    assert response.status_code == 303
    assert (told(response)["error"], told(response)["error_description"]) == (error, description)


@pytest.mark.parametrize(
    "query",
    [
        ASKED.replace("127.0.0.1", "evil.test"),
        ASKED.replace("mockbooks-demo", "mockbooks-dem"),
        f"{ASKED}&redirect_uri=https://evil.test/",
    ],
)
def test_a_decision_with_another_destination_goes_nowhere(api: ApiClient, query: str) -> None:
    response = decide(api, query, decision="approve")

    assert response.status_code == 400
    assert "Location" not in response.headers


def test_a_link_cannot_approve(api: ApiClient) -> None:
    page = ask(api, f"{ASKED}&decision=approve")

    assert page.status_code == 200
    assert ">Approve</button>" in page.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_of_another_site_cannot_press_approve(api: ApiClient, site: str) -> None:
    sent = {**BROWSER, "Origin": "null", "Sec-Fetch-Site": site}

    page = api.post(f"{AUTHORIZE}?{ASKED}", data={"decision": "approve", "administration": "demo"}, headers=sent)
    approved = api.post(action(page), data={"decision": "approve", "administration": "demo"}, headers=BROWSER)

    assert (page.status_code, "Location" in page.headers) == (200, False)
    assert ">Approve</button>" in page.text
    assert told(approved)["code"].startswith("mb_ac_")


@pytest.mark.parametrize("origin", ["null", "http://evil.test", "http://evil.test:80", "http://["])
def test_where_browsers_tell_the_origin_alone_another_one_cannot_press_approve(api: ApiClient, origin: str) -> None:
    page = api.post(f"{AUTHORIZE}?{ASKED}", data={"decision": "approve"}, headers={**BROWSER, "Origin": origin})

    assert (page.status_code, "Location" in page.headers) == (200, False)


@pytest.mark.parametrize("origin", ["http://mockbooks.test", "https://mockbooks.test", "http://MOCKBOOKS.test"])
def test_where_browsers_tell_the_origin_alone_our_own_page_can_press_approve(api: ApiClient, origin: str) -> None:
    response = api.post(f"{AUTHORIZE}?{ASKED}", data={"decision": "approve"}, headers={**BROWSER, "Origin": origin})

    assert told(response)["code"].startswith("mb_ac_")


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_page_itself_can_press_approve_though_its_origin_is_kept_quiet(api: ApiClient, site: str) -> None:
    sent = {**BROWSER, "Origin": "null", "Sec-Fetch-Site": site}

    response = api.post(f"{AUTHORIZE}?{ASKED}", data={"decision": "approve"}, headers=sent)

    assert told(response)["code"].startswith("mb_ac_")


def test_without_a_decision_the_page_is_shown_again(api: ApiClient) -> None:
    page = api.post(f"{AUTHORIZE}?{ASKED}", data={"decision": ""}, headers=BROWSER)

    assert page.status_code == 200
    assert ">Approve</button>" in page.text


def test_head_gives_no_code_away_under_auto_approve(open_api: OpenApi) -> None:
    one, other = open_api(auto_approve=True), open_api(auto_approve=True)

    response = one.head(f"{AUTHORIZE}?{ASKED}")

    assert (response.status_code, "Location" in response.headers) == (200, False)
    assert told(ask(one, ASKED)) == told(ask(other, ASKED))


def test_head_is_answered_as_get_without_the_page(api: ApiClient) -> None:
    response = api.head(f"{AUTHORIZE}?{ASKED}")

    assert (response.status_code, response.content) == (200, b"")
