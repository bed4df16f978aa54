"""The dashboard: what it shows of an administration, in both languages, whatever stands in the books."""

import pytest

from mockbooks import __version__
from tests.api.conftest import ADDRESS, ApiClient, OpenApi, Play
from tests.api.controlling import CONTROL, Operator
from tests.api.visiting import Visitor, attributes_of, plain

PAGES = pytest.mark.parametrize(
    "path",
    ["/", "/dashboard/requests", "/dashboard/debtors", "/dashboard/transactions", "/dashboard/trial-balance"],
)
LOST = """
    injections:
      - name: the answer is lost
        match: {operation: createDebtor}
        calls: first
        phase: after
        fault: {dropConnection: reset}
    timeline:
      - {at: +3d, bookkeeper: {lockPeriod: 2026-10}}
    expect:
      - {debtors: {name: Garage Visser}, exactly: 1}
"""
GARAGE = {"name": "Garage Visser", "address": ADDRESS}


# ---- Every page


@PAGES
def test_a_page_is_html_that_loads_nothing_from_elsewhere(seeded_api: ApiClient, path: str) -> None:
    response = Visitor(seeded_api).get(path)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    policy = response.headers["Content-Security-Policy"]
    assert policy == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    assert [url for url in attributes_of(response.text, "(?:link|script|img)", "(?:src|href)") if url[0] != "/"] == []
    assert " style=" not in response.text
    assert "<script>" not in response.text


@PAGES
def test_a_page_is_kept_by_nobody_on_the_way_and_read_by_no_other_site(seeded_api: ApiClient, path: str) -> None:
    headers = Visitor(seeded_api).get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Access-Control-Allow-Origin" not in headers


@PAGES
def test_a_page_follows_the_language_of_the_browser_and_the_switch_beats_it(seeded_api: ApiClient, path: str) -> None:
    visitor = Visitor(seeded_api, **{"Accept-Language": "nl-NL,nl;q=0.9"})
    assert '<html lang="nl">' in visitor.get(path).text
    assert visitor.get(path).headers["Content-Language"] == "nl"
    assert '<html lang="en">' in visitor.get(f"{path}?lang=en").text


@PAGES
def test_a_page_that_has_not_changed_is_not_made_again(seeded_api: ApiClient, path: str) -> None:
    visitor = Visitor(seeded_api)
    tag = visitor.get(path).headers["ETag"]
    assert visitor.get(path, headers={"If-None-Match": tag}).status_code == 304
    seeded_api.get("/debtors")
    assert visitor.get(path, headers={"If-None-Match": tag}).status_code == 200


@PAGES
def test_no_id_stands_twice_on_a_page(seeded_api: ApiClient, path: str) -> None:
    seeded_api.get("/debtors")
    ids = attributes_of(Visitor(seeded_api).get(path).text, "[a-z1-6]+", "id")
    assert len(ids) == len(set(ids))


def test_looking_at_the_dashboard_is_no_call_of_the_api(api: ApiClient) -> None:
    visitor = Visitor(api)
    visitor.get("/")
    visitor.get("/dashboard/requests")
    assert Operator(api).told("GET", "/requests") == []


def test_no_scenario_and_no_limit_comes_between(play: Play) -> None:
    api = play("injections: [{phase: gate, fault: {respond: {status: 503, body: down}}}]", limits=((1, "minute"),))
    assert api.get("/debtors").status_code == 503
    assert api.get("/debtors").status_code == 503
    assert Visitor(api).get("/").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_can_only_be_read(api: ApiClient, method: str) -> None:
    response = Visitor(api).request(method, "/dashboard/requests")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", ["/dashboards", "/dashboard/nonsense", "/dashboard/requests/"])
def test_what_is_no_page_of_it_is_told_to_be_none(api: ApiClient, path: str) -> None:
    response = Visitor(api).get(path)
    assert response.status_code == 404
    assert "There is no such page" in response.text


@pytest.mark.parametrize("path", ["/dashboard", "/dashboard/"])
def test_whoever_types_its_name_is_led_to_it(api: ApiClient, path: str) -> None:
    response = Visitor(api).get(f"{path}?lang=nl&administration=demo")
    assert (response.status_code, response.headers["Location"]) == (303, "/?administration=demo&lang=nl")
    assert Visitor(api).get(path).headers["Location"] == "/"
    assert Visitor(api).post(path).status_code == 405


def test_a_page_that_is_nearly_one_is_told_which(api: ApiClient) -> None:
    assert "Did you mean <code>/dashboard/requests</code>" in Visitor(api).get("/dashboard/request").text


# ---- How to connect


def test_the_overview_tells_how_to_connect(api: ApiClient) -> None:
    text = Visitor(api).text_of("/")
    assert "API http://mockbooks.test/api/v1" in text
    assert 'curl -H "Authorization: Bearer mockbooks-demo-token" http://mockbooks.test/api/v1/debtors' in text
    assert "http://mockbooks.test/.well-known/oauth-authorization-server" in text
    assert "export MOCKBOOKS_URL=http://mockbooks.test export MOCKBOOKS_API_URL=http://mockbooks.test/api/v1 " in text
    assert "export MOCKBOOKS_CLIENT_ID=mockbooks-demo export MOCKBOOKS_CLIENT_SECRET=mockbooks-demo-secret" in text


@pytest.mark.parametrize("deed", ["expire", "revoke"])
def test_a_token_that_the_api_takes_no_more_is_not_offered(api: ApiClient, deed: str) -> None:
    visitor = Visitor(api)
    tag = visitor.get("/").headers["ETag"]
    Operator(api).post(f"/tokens/{deed}")
    assert visitor.get("/", headers={"If-None-Match": tag}).status_code == 200
    assert "mockbooks-demo-token" not in visitor.get("/").text
    assert "Token expired or revoked, until a reset" in visitor.text_of("/")
    assert "curl -u mockbooks-demo:mockbooks-demo-secret -d grant_type=client_credentials" in visitor.text_of("/")
    visitor.press("/dashboard/reset")
    assert "mockbooks-demo-token" in visitor.get("/").text


def test_the_overview_tells_which_mockbooks_is_running(api: ApiClient) -> None:
    assert f"Bakkerij De Korenaar B.V. demo mockbooks {__version__} " in Visitor(api).text_of("/")


def test_another_administration_has_credentials_of_its_own(api: ApiClient) -> None:
    made = Operator(api).told("POST", "/administrations", json={"name": "Garage Visser"})
    text = Visitor(api).text_of("/?administration=adm_000001")
    assert f"export MOCKBOOKS_TOKEN={made['accessToken']}" in text
    assert f"export MOCKBOOKS_CLIENT_SECRET={made['clientSecret']}" in text
    assert "mockbooks-demo-token" not in text


def test_an_administration_without_a_token_is_told_how_to_get_one(api: ApiClient) -> None:
    client = api.post("http://mockbooks.test/oauth/register", json={"redirect_uris": ["https://delinde.test/terug"]})
    told = client.json()
    text = Visitor(api).text_of(f"/?administration={told['administration_id']}")
    assert f"curl -u {told['client_id']}:{told['client_secret']} -d grant_type=client_credentials " in text


# ---- Requests


def test_a_request_is_shown_with_why_it_got_its_answer(api: ApiClient) -> None:
    api.post("/debtors", json={**GARAGE, "email": "geen adres"})
    assert "10:00:00 POST /api/v1/debtors 400 refused by the rule invalid_email at /email" in Visitor(api).text_of("/")
    text = Visitor(api).text_of("/?lang=nl")
    assert "10:00:00 POST /api/v1/debtors 400 geweigerd door de regel invalid_email bij /email" in text


def test_the_newest_request_stands_on_top(api: ApiClient) -> None:
    api.get("/debtors")
    api.get("/products")
    text = Visitor(api).text_of("/dashboard/requests")
    assert text.index("/api/v1/products 200") < text.index("/api/v1/debtors 200")


def test_an_answer_that_was_lost_is_told_with_its_injection(play: Play) -> None:
    api = play(LOST)
    with pytest.raises(ConnectionError):
        api.post("/debtors", json=GARAGE)
    api.get("/debtors")
    html = Visitor(api).get("/dashboard/requests?status=none").text
    assert '<option value="none" selected>no answer</option>' in html
    assert html.count('class="row') == 1
    text = Visitor(api).text_of("/dashboard/requests")
    assert "no answer connection reset created ⚡ the answer is lost after the action: dropConnection" in text


def test_of_an_answer_that_was_dropped_it_is_told_that_nothing_was_sent(play: Play) -> None:
    api = play(LOST)
    with pytest.raises(ConnectionError):
        api.post("/debtors", json=GARAGE)
    text = Visitor(api).text_of("/dashboard/requests?open=1")
    assert "What was sent nothing connection reset The true answer, which did not arrive 200 {" in text
    assert text.count(': "deb_000001"') == 1


def test_a_request_is_unfolded_to_both_messages_with_its_secrets_masked(api: ApiClient) -> None:
    api.post("/debtors", json=GARAGE, headers={"Idempotency-Key": "garage-1"})
    html = Visitor(api).get("/dashboard/requests?open=1").text
    assert '<a class="toggle" data-stay href="/dashboard/requests#r1" aria-expanded="true">' in html
    assert '<b>"name"</b>: &#34;Garage Visser&#34;' in html
    assert "idempotency-key garage-1" in plain(html)
    assert '<details id="headers-request-1">' in html
    assert '<details id="headers-answer-1">' in html
    assert "mockbooks-demo-token" not in html


def test_a_request_that_was_answered_otherwise_shows_both_answers(play: Play) -> None:
    api = play("injections: [{phase: after, fault: {reshape: {created: 201}}}]")
    api.post("/debtors", json=GARAGE)
    text = Visitor(api).text_of("/dashboard/requests?open=1")
    assert "201 truly 200" in text
    assert "True answer 200" in text
    assert "What was sent 201" in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("operation=listDebtors", ["/api/v1/debtors"]),
        ("status=404", ["/api/v1/nergens"]),
        ("injection=slow", []),
        ("status=nonsense", ["/api/v1/nergens", "/api/v1/debtors"]),
    ],
)
def test_requests_are_filtered(api: ApiClient, query: str, shown: list[str]) -> None:
    api.get("/debtors")
    api.get("/nergens")
    html = Visitor(api).get(f"/dashboard/requests?{query}").text
    assert (
        attributes_of(html.replace('<span class="path">', '<span path="').replace("</span>", '"'), "span", "path")
        == shown
    )


def test_a_long_log_is_shown_from_page_to_page(api: ApiClient) -> None:
    assert [api.get("/limits").status_code for _ in range(60)] == [200] * 60
    visitor = Visitor(api)
    newest = visitor.get("/dashboard/requests").text
    assert (newest.count('class="row'), 'id="r11"' in newest, 'id="r10"' in newest) == (50, True, False)
    assert 'href="/dashboard/requests?before=11" rel="next">Older' in newest
    oldest = visitor.get("/dashboard/requests?before=11").text
    assert (oldest.count('class="row'), "Older" in plain(oldest)) == (10, False)
    assert 'href="/dashboard/requests">← Newest</a>' in oldest
    assert "Requests 60 " in plain(oldest)


@pytest.mark.parametrize("path", ["/", "/dashboard/requests"])
def test_what_is_being_read_stays_below_the_newest(api: ApiClient, path: str) -> None:
    assert [api.get("/limits").status_code for _ in range(60)] == [200] * 60
    html = Visitor(api).get(f"{path}?open=2").text
    assert html.index('id="r60"') < html.index('id="r2"') < html.index('id="d2"')
    assert 'id="r3"' not in html


# ---- Scenario and verdict


def test_the_active_scenario_is_shown_with_what_each_injection_did(play: Play) -> None:
    api = play(LOST)
    before = Visitor(api).text_of("/")
    assert "Injections ○ the answer is lost not yet Calls match: {operation: createDebtor}, calls: first" in before
    assert "○ 26 Nov 2026 10:00:00 to come lockPeriod: 2026-10" in before
    with pytest.raises(ConnectionError):
        api.post("/debtors", json=GARAGE)
    after = Visitor(api).text_of("/")
    assert "● the answer is lost acted 1×" in after
    assert "Fault dropConnection: reset after the action Matched 1 call" in after


def test_what_the_timeline_had_due_has_happened_when_somebody_looks(play: Play) -> None:
    api = play(LOST)
    Visitor(api).press("/dashboard/clock", clock="advance", amount="3", unit="86400")
    assert "● 26 Nov 2026 10:00:00 happened lockPeriod: 2026-10" in Visitor(api).text_of("/")


def test_before_any_call_came_nothing_is_failed_and_each_expectation_tells_what_it_asks(play: Play) -> None:
    api = play(LOST)
    text = Visitor(api).text_of("/")
    assert "Verdict of the scenario played ○ Nothing has come in yet Run your integration: then it is judged." in text
    assert "○ everyInjectionFired to come Each injection acted at least once, and could do what it should." in text
    assert "✗" not in text
    assert "<code>false</code>" in Visitor(api).get("/").text
    assert "○ Nog niets binnengekomen Laat uw koppeling lopen" in Visitor(api).text_of("/?lang=nl")
    assert Operator(api).told("GET", "/verdict")["expectations"][1]["outcome"] == "failed"


def test_once_a_call_has_come_it_is_judged_also_when_the_log_was_emptied(play: Play) -> None:
    api = play(LOST)
    api.get("/debtors")
    Operator(api).delete("/requests")
    assert "✗ Failed 0 of 2 expectations passed" in Visitor(api).text_of("/")


def test_the_verdict_turns_to_passed_and_to_failed(play: Play) -> None:
    api = play(LOST)
    with pytest.raises(ConnectionError):
        api.post("/debtors", json=GARAGE)
    assert "✓ Passed 2 of 2 expectations passed" in Visitor(api).text_of("/")
    api.post("/debtors", json=GARAGE)
    assert "✗ Failed 1 of 2 expectations passed" in Visitor(api).text_of("/")
    assert "✗ Gezakt 1 van 2 verwachtingen geslaagd" in Visitor(api).text_of("/?lang=nl")


def test_an_expectation_that_was_not_exercised_is_no_failure_and_no_pass(play: Play) -> None:
    api = play("expect: [waitedForRetryAfter, {retriesReuseIdempotencyKey: {}, optional: true}]")
    api.get("/debtors")
    text = Visitor(api).text_of("/")
    assert "○ Not proven yet 0 of 2 expectations passed ○ waitedForRetryAfter not exercised" in text
    assert "optional: true not exercised · optional " in text


def test_what_is_optional_and_failed_is_simply_failed(play: Play) -> None:
    api = play("expect: [{noRefusedRequests: {}, optional: true}]")
    api.post("/debtors", json={})
    assert "optional: true failed Of" in Visitor(api).text_of("/")


def test_an_expectation_that_passed_tells_why_and_leads_to_what_it_means(play: Play) -> None:
    api = play("expect: [noRefusedRequests]")
    api.get("/debtors")
    html = Visitor(api).get("/").text
    assert "✓ noRefusedRequests passed Of" in plain(html)
    assert '<a href="/docs/scenarios#expectation-noRefusedRequests"><code>noRefusedRequests</code></a>' in html
    assert 'id="expectation-noRefusedRequests"' in Visitor(api).get("/docs/scenarios").text


def test_what_was_noticed_leads_to_its_requests(api: ApiClient) -> None:
    api.post("/debtors", json={**GARAGE, "email": "garage@visser.example"})
    again = api.post("/debtors", json={**GARAGE, "email": "garage@visser.example"}).headers["X-Request-Id"]
    html = Visitor(api).get("/").text.partition("Noticed besides")[2]
    assert f'<a href="/dashboard/requests?open=2#r2"><code>{again}</code></a>' in html


def test_a_failed_expectation_leads_to_its_requests(play: Play) -> None:
    api = play("expect: [noRefusedRequests]")
    refused = api.post("/debtors", json={}).headers["X-Request-Id"]
    html = Visitor(api).get("/").text
    assert f'<a href="/dashboard/requests?open=1#r1"><code>{refused}</code></a>' in html


def test_without_a_scenario_nothing_is_judged(api: ApiClient) -> None:
    assert "Nothing expected No scenario is active, so nothing is being judged." in Visitor(api).text_of("/")


# ---- Clock and limits


def test_the_clock_is_shown_in_amsterdam_and_as_the_api_tells_it(api: ApiClient) -> None:
    assert "10:00:00 Monday 23 Nov 2026 · Amsterdam 2026-11-23T09:00:00Z" in Visitor(api).text_of("/")
    assert "maandag 23 nov 2026" in Visitor(api).text_of("/?lang=nl")


def test_limits_are_gauges_with_their_figures(open_api: OpenApi) -> None:
    api = open_api(limits=((6000, "minute"), (2, "day")), concurrent=5)
    api.get("/debtors")
    api.get("/debtors")
    html = Visitor(api).get("/").text
    assert attributes_of(html, "meter", "value") == ["2", "2", "0"]
    assert attributes_of(html, "meter", "max") == ["6000", "2", "5"]
    assert "2 of 6,000 · renews 10:01:00" in plain(html)
    assert "2 of 2 · full · renews 24 Nov 2026 10:00:00" in plain(html)
    assert "0 of 5 in use" in plain(html)


def test_without_limits_that_is_said(open_api: OpenApi) -> None:
    assert "Requests are not limited." in Visitor(open_api(limits=())).text_of("/")


# ---- The books


def test_a_debtor_is_found_by_address_name_and_number(seeded_api: ApiClient) -> None:
    seeded_api.debtor(name="Garage Visser", email="garage@visser.example")
    visitor = Visitor(seeded_api)
    assert "Debtors 1 " in visitor.text_of("/dashboard/debtors?sought=GARAGE@visser.example")
    assert "Garage Visser garage@visser.example Utrecht" in visitor.text_of("/dashboard/debtors?sought=visser")
    assert "Debtors 1 " in visitor.text_of("/dashboard/debtors?sought=10001")
    assert "Debtors 1 " in visitor.text_of("/dashboard/debtors?sought=deb_000001")
    assert "Nobody is found by “Nergens”." in visitor.text_of("/dashboard/debtors?sought=Nergens")


def test_what_the_api_would_refuse_to_look_for_is_told_so(seeded_api: ApiClient) -> None:
    text = Visitor(seeded_api).text_of(f"/dashboard/debtors?sought={'a' * 101}")
    assert "At most 100 characters are allowed; 101 came." in text


def test_lists_have_pages_the_newest_first(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(debtors=60))
    first, last = visitor.get("/dashboard/debtors").text, visitor.get("/dashboard/debtors?page=3").text
    assert first.index('id="deb_000060"') < first.index('id="deb_000036"')
    assert 'id="deb_000001"' in last
    assert "Page 3 of 3" in plain(last)
    assert visitor.get("/dashboard/debtors?page=99").text.count("<tr id=") == 10
    assert visitor.get("/dashboard/debtors?page=nonsense").text.count("<tr id=") == 25


def test_a_transaction_is_unfolded_to_its_lines_and_postings(api: ApiClient) -> None:
    debtor = api.debtor()
    api.sale(debtor["id"], api.line(unitPrice="1000.00", description="Bruidstaart"), reference="WEB-4711")
    text = Visitor(api).text_of("/dashboard/transactions?open=trx_000001")
    assert "Sale Bakkerij De Korenaar WEB-4711 1,210.00 1,210.00 Open" in text
    assert "Bruidstaart 1 1,000.00 NL_HOOG 1,000.00 VAT NL_HOOG 21.00 % on 1,000.00 210.00" in text
    assert "1300 Debiteuren 1,210.00 8000 Omzet hoog 1,000.00 1500 Te betalen btw hoog 210.00" in text
    assert "Total ✓ in balance 1,210.00 1,210.00" in text


def test_a_transaction_is_found_by_id_number_and_reference(api: ApiClient) -> None:
    debtor = api.debtor()
    number = api.sale(debtor["id"], reference="WEB-4711")["number"]
    api.sale(debtor["id"], reference="WEB-4712")
    visitor = Visitor(api)
    assert "Transactions 1 " in visitor.text_of("/dashboard/transactions?sought=trx_000001")
    assert "WEB-4711" in visitor.text_of("/dashboard/transactions?sought=trx_000001")
    assert "WEB-4711" in visitor.text_of(f"/dashboard/transactions?sought={number}")
    assert "Transactions 1 " in visitor.text_of("/dashboard/transactions?sought=WEB-4712")
    assert "No transaction is found." in visitor.text_of("/dashboard/transactions?sought=trx_000009")


def test_amounts_and_dates_are_dutch_in_dutch(api: ApiClient) -> None:
    api.sale(api.debtor()["id"], api.line(unitPrice="1000.00"))
    text = Visitor(api).text_of("/dashboard/transactions?lang=nl")
    assert "23 nov 2026 Verkoop Bakkerij De Korenaar 1.210,00 1.210,00 Open" in text


def test_every_kind_of_transaction_is_shown_with_what_it_comes_to(seeded_api: ApiClient) -> None:
    sale = seeded_api.sale("deb_000001")
    seeded_api.pay(sale["id"], "21.00")
    memorial = {
        "type": "memorial",
        "date": "2026-11-23",
        "journalId": seeded_api.journal("90"),
        "lines": [
            {"ledgerAccountId": seeded_api.account("8000"), "debit": "12.50"},
            {"ledgerAccountId": seeded_api.account("8010"), "credit": "12.50"},
        ],
    }
    seeded_api.create("/transactions", memorial)
    text = Visitor(seeded_api).text_of("/dashboard/transactions")
    assert "Memorial 12.50 0.00" in text
    assert "121.00 100.00 Partly paid" in text
    assert [
        Visitor(seeded_api).get(f"/dashboard/transactions?open=trx_0000{number}").status_code
        for number in range(10, 34)
    ] == [200] * 24


def test_transactions_are_found_by_number_reference_debtor_kind_and_status(api: ApiClient) -> None:
    visser, korenaar = api.debtor(name="Garage Visser"), api.debtor()
    api.sale(visser["id"], reference="WEB-4711")
    api.sale(korenaar["id"], reference="WEB-4712")
    visitor = Visitor(api)
    assert "Transactions 1 " in visitor.text_of("/dashboard/transactions?sought=2026-0002")
    assert "Transactions 1 " in visitor.text_of("/dashboard/transactions?sought=WEB-4711")
    assert "Transactions 0 " in visitor.text_of("/dashboard/transactions?type=receipt")
    assert "Transactions 2 " in visitor.text_of("/dashboard/transactions?type=sales&status=open")
    assert "Of Garage Visser" in visitor.text_of(f"/dashboard/transactions?debtorId={visser['id']}")
    assert "This must be one of" in visitor.text_of("/dashboard/transactions?status=nonsense")


def test_the_trial_balance_comes_to_nothing(api: ApiClient) -> None:
    api.sale(api.debtor()["id"], api.line(unitPrice="1000.00"))
    text = Visitor(api).text_of("/dashboard/trial-balance?lang=nl")
    assert "✓ Verschil 0,00" in text
    assert "1300 Debiteuren 1.210,00 0,00 1.210,00" in text
    assert "8000 Omzet hoog 0,00 1.000,00 \u22121.000,00" in text
    assert "Totaal 1.210,00 1.210,00 0,00" in text


# ---- What callers sent is only ever text


def test_what_stands_in_the_books_is_escaped(api: ApiClient) -> None:
    hostile = '<script>alert("boeken")</script>'
    debtor = api.debtor(name=hostile)
    api.sale(debtor["id"], api.line(description=hostile), reference=hostile, description=hostile)
    visitor = Visitor(api)
    pages = [
        visitor.get("/dashboard/debtors").text,
        visitor.get("/dashboard/transactions?open=trx_000001").text,
        visitor.get(f"/dashboard/transactions?debtorId={debtor['id']}").text,
        visitor.get("/dashboard/requests?open=1.2").text,
    ]
    assert ["<script>alert" in page for page in pages] == [False] * 4
    assert ["&lt;script&gt;alert(" in page for page in pages] == [True] * 4


def test_what_callers_asked_is_escaped(api: ApiClient) -> None:
    api.get('/<script>"?q=<script>"', headers={"X-Request-Id": "a\"'b", "User-Agent": "<script>"})
    visitor = Visitor(api)
    pages = [
        visitor.get("/dashboard/requests?open=1").text,
        visitor.get("/dashboard/debtors", params={"sought": '"><script>'}).text,
        visitor.get("/dashboard/requests", params={"operation": '"><script>', "open": '"><script>'}).text,
        visitor.get("/", params={"administration": '"><script>'}).text,
        visitor.get("/", params={"lang": '"><script>'}).text,
    ]
    assert ["<script>" in page for page in pages] == [False] * 5


def test_a_path_that_is_no_text_can_be_shown(api: ApiClient) -> None:
    api.get("http://mockbooks.test/api/v1/%ff%fe?q=%ff")
    assert Visitor(api).get("/dashboard/requests?open=1").status_code == 200


# ---- Which administration


def test_the_administration_is_chosen_and_stays_chosen(api: ApiClient) -> None:
    Operator(api).told("POST", "/administrations", json={"name": "Garage Visser"})
    html = Visitor(api).get("/?administration=adm_000001&lang=nl").text
    assert '<option value="adm_000001" selected>Garage Visser (adm_000001)</option>' in html
    assert '<a href="/dashboard/requests?administration=adm_000001&amp;lang=nl">Verzoeken</a>' in html
    assert 'action="/dashboard/clock?administration=adm_000001&amp;lang=nl"' in html
    assert '<a href="?administration=adm_000001&amp;lang=en"' in html


def test_one_that_is_not_there_is_told_so(api: ApiClient) -> None:
    response = Visitor(api).get("/?administration=adm_000009")
    assert response.status_code == 404
    assert "There is no such administration" in response.text
    assert "Bakkerij De Korenaar B.V." in response.text


def test_without_demo_the_newest_is_shown(open_api: OpenApi) -> None:
    api = open_api(demo=False)
    visitor = Visitor(api)
    assert "There is no administration yet" in visitor.text_of("/")
    Operator(api).post("/administrations")
    Operator(api).post("/administrations", json={"name": "Garage Visser"})
    response = visitor.get("/dashboard/debtors")
    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/debtors?administration=adm_000002")
    assert "Garage Visser" in visitor.text_of("/?administration=adm_000002")


def test_health_and_documents_are_where_they_were(api: ApiClient) -> None:
    assert api.get(f"{CONTROL}/health").status_code == 200
    assert Visitor(api).get("/docs").status_code == 200
