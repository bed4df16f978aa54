"""The dashboard in a browser: live, by mouse and by keyboard, and whole without JavaScript."""

import httpx
import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Complaints, Open, Running, Start

ADDRESS = {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
GARAGE = {"name": "Garage Visser", "address": ADDRESS}
SCENARIO = {
    "name": "lost-debtor",
    "description": "The first debtor is made, and the answer is lost.",
    "injections": [
        {
            "name": "the answer is lost",
            "match": {"operation": "createDebtor"},
            "calls": "first",
            "phase": "after",
            "fault": {"dropConnection": "reset"},
        }
    ],
    "expect": [{"debtors": {"name": "Garage Visser"}, "exactly": 1}],
}


def standing_still(page: Page) -> None:
    """Load the page once more, with timers that go off only when a test says so."""
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(1_000)


def newest(page: Page) -> Locator:
    return page.locator("table.log tbody tr.row").first


def test_a_call_appears_by_itself_in_the_log(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    expect(page.get_by_text("Nothing has come in yet.")).to_be_visible()
    server.api.post("/debtors", json={**GARAGE, "email": "geen adres"})
    row = page.locator("table.log tbody tr.row")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("refused by the rule invalid_email at /email")
    expect(row.locator(".status")).to_have_text("400")


def test_what_is_unfolded_stays_so_and_keeps_the_focus_while_more_comes_in(server: Running, open_page: Open) -> None:
    server.api.post("/debtors", json=GARAGE)
    page = open_page(server, "/dashboard/requests")
    toggle = page.locator("#r1 a.toggle")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#d1")).to_contain_text('"Garage Visser"')
    server.api.get("/products")
    expect(page.locator("#r2")).to_be_visible()
    expect(toggle).to_be_focused()
    expect(page.locator("#d1")).to_contain_text('"Garage Visser"')
    assert page.url.endswith("/dashboard/requests?open=1#r1")
    page.go_back()
    expect(page.locator("#d1")).to_have_count(0)


def test_what_is_typed_and_what_is_opened_by_the_reader_is_left_alone(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    page.get_by_text("Another step, or a moment").click()
    page.get_by_label("Advance by").fill("42")
    server.api.get("/debtors")
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)
    expect(page.get_by_label("Advance by")).to_be_focused()
    expect(page.get_by_label("Advance by")).to_have_value("42")
    expect(page.locator("#more-clock")).to_have_attribute("open", "")


def test_a_scenario_that_is_switched_in_the_browser_acts_on_the_wire(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    page.get_by_label("Activate a scenario").select_option("not-found-404")
    expect(page.locator("#scenario-preview")).to_contain_text("404")
    page.get_by_role("button", name="Activate").click()
    expect(page.locator(".scenario-name")).to_have_text("not-found-404")
    assert server.api.get("/debtors/deb_999999").status_code == 404
    expect(page.locator(".injections .word").first).to_have_text("acted 1×")
    page.get_by_role("button", name="Deactivate").click()
    expect(page.locator(".scenario-name")).to_have_count(0)
    assert server.api.get("/debtors/deb_999999").status_code == 400


def test_the_verdict_turns_green_and_red_and_is_announced(server: Running, open_page: Open) -> None:
    server.control("PUT", "/scenario", json=SCENARIO)
    page = open_page(server, "/")
    outcome, said = page.locator("#outcome"), page.locator("#said")
    expect(outcome).to_have_text("Nothing has come in yet")
    with pytest.raises(httpx.ReadError):
        server.api.post("/debtors", json=GARAGE)
    expect(outcome).to_have_text("Passed")
    expect(said).to_have_text("Verdict: Passed")
    expect(page.locator(".verdict .sign").first).to_have_css("background-color", "rgb(13, 107, 69)")
    server.api.post("/debtors", json=GARAGE)
    expect(outcome).to_have_text("Failed")
    expect(page.locator(".verdict .sign").first).to_have_css("background-color", "rgb(152, 33, 27)")


def test_the_clock_is_advanced_frozen_and_set(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    hands = page.locator("#now .hands")
    expect(hands).to_have_text("10:00:00")
    page.get_by_role("button", name="+ 1 hour").click()
    expect(hands).to_have_text("11:00:00")
    expect(page.locator("#said")).to_have_text("Done")
    assert server.control("GET", "/clock")["now"] == "2026-11-23T10:00:00Z"
    page.get_by_text("Another step, or a moment").click()
    page.get_by_label("Set to (Amsterdam time)").fill("2026-07-01T09:30:00")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator("#now .date")).to_have_text("Wednesday 1 Jul 2026")
    page.get_by_role("button", name="Let it run").click()
    expect(hands).to_have_text("09:30:02")
    page.get_by_role("button", name="Freeze").click()
    expect(page.locator(".pace")).to_contain_text("frozen")


def test_what_will_not_do_is_told_on_the_spot(server: Running, open_page: Open, complaints: Complaints) -> None:
    page = open_page(server, "/")
    page.get_by_text("Another step, or a moment").click()
    page.get_by_label("Set to (Amsterdam time)").fill("1999-01-01T00:00:00")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("2003")
    expect(page.locator("#now .hands")).to_have_text("10:00:00")
    (told,) = complaints.told
    assert "400 (Bad Request)" in told
    complaints.told.clear()


def test_what_is_needed_to_connect_is_copied(server: Running, open_page: Open) -> None:
    page = open_page(server, "/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy: token").click()
    expect(page.get_by_role("button", name="Copy: token")).to_have_text("✓")
    assert page.evaluate("navigator.clipboard.readText()") == "mockbooks-demo-token"
    page.get_by_role("button", name="Copy the environment variables").click()
    assert f"export MOCKBOOKS_API_URL={server.url}/api/v1\n" in page.evaluate("navigator.clipboard.readText()")


def test_requests_are_filtered_without_leaving_the_page(server: Running, open_page: Open) -> None:
    server.api.get("/debtors")
    server.api.get("/nergens")
    page = open_page(server, "/dashboard/requests")
    page.get_by_label("Status").select_option("404")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)
    expect(newest(page)).to_contain_text("/api/v1/nergens")
    assert page.url == f"{server.url}/dashboard/requests?status=404"


def test_everything_is_reached_by_keyboard(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.get_by_role("button", name="+ 1 day").focus()
    page.keyboard.press("Space")
    expect(page.locator("#now .date")).to_have_text("Tuesday 24 Nov 2026")
    expect(page.get_by_role("button", name="+ 1 day")).to_be_focused()


def test_a_reader_who_wants_rest_pauses_it(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    standing_still(page)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(".state-word")).to_have_text("Paused")
    server.api.get("/debtors")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(5_000)
    expect(page.get_by_text("Paste the first call")).to_be_visible()
    assert asked == []
    page.get_by_role("button", name="Resume").click()
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)


def test_what_was_copied_stays_told_while_more_comes_in(server: Running, open_page: Open) -> None:
    page = open_page(server, "/", permissions=["clipboard-read", "clipboard-write"])
    standing_still(page)
    button = page.get_by_role("button", name="Copy: token")
    button.click()
    expect(button).to_have_text("✓")
    server.api.get("/debtors")
    page.clock.run_for(1_200)
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)
    expect(button).to_have_text("✓")
    page.clock.run_for(1_000)
    expect(button.locator("svg")).to_be_visible()


def test_what_is_asked_for_is_done_in_order_and_never_broken_off(server: Running, open_page: Open) -> None:
    page = open_page(server, "/")
    held: list[Route] = []
    page.route("**/dashboard/clock", lambda route: held.append(route))  # noqa: PLW0108 - no built-in will do
    page.get_by_role("button", name="+ 1 hour").click()
    page.get_by_role("button", name="+ 1 day").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[aria-busy]")).to_have_count(2)
    (first,) = held
    with page.expect_request("**/dashboard/clock"):
        first.continue_()
    expect(page.locator("#now .hands")).to_have_text("11:00:00")
    _, second = held
    second.continue_()
    expect(page.locator("#now .date")).to_have_text("Tuesday 24 Nov 2026")
    expect(page.locator("#said")).to_have_text("Done")


def test_in_the_other_language_the_filter_and_what_is_unfolded_stay(server: Running, open_page: Open) -> None:
    server.api.get("/debtors")
    server.api.get("/nergens")
    page = open_page(server, "/dashboard/requests")
    page.get_by_label("Status").select_option("404")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)
    page.locator("#r2 a.toggle").click()
    expect(page.locator("#d2")).to_be_visible()
    page.get_by_role("link", name="NL, Nederlands").click()
    expect(page.locator("#d2")).to_contain_text("Verzoek-id")
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)


def test_when_the_server_has_gone_that_is_said_and_when_it_is_back_too(
    server: Running, open_page: Open, complaints: Complaints
) -> None:
    page = open_page(server, "/")
    page.context.set_offline(True)
    expect(page.locator("#live")).to_have_class("live gone")
    expect(page.locator("#said")).to_contain_text("No answer from the server")
    server.api.get("/debtors")
    page.context.set_offline(False)
    expect(page.locator("#live")).to_have_class("live live")
    expect(page.locator("table.log tbody tr.row")).to_have_count(1)
    assert {"ERR_INTERNET_DISCONNECTED" in each for each in complaints.told} == {True}
    complaints.told.clear()


def test_without_javascript_everything_is_there_and_works(server: Running, open_page: Open) -> None:
    server.api.post("/debtors", json=GARAGE)
    page = open_page(server, "/", language="nl", java_script_enabled=False)
    page.get_by_label("Activeer een scenario").select_option("not-found-404")
    page.get_by_role("button", name="Activeer").click()
    assert page.locator(".scenario-name").text_content() == "not-found-404"
    page.get_by_role("button", name="+ 1 uur").click()
    assert page.locator("#now .hands").text_content() == "11:00:00"
    server.api.post("/debtors", json=GARAGE)
    page.get_by_role("link", name="Verzoeken", exact=True).click()
    page.locator("#r1 a.toggle").click()
    assert '"Garage Visser"' in (page.locator("#d1").text_content() or "")
    assert page.locator("#live").is_hidden()
    assert page.locator("button.copy").first.is_hidden()


def test_whoever_has_the_control_token_signs_in_and_out(start: Start, open_page: Open, complaints: Complaints) -> None:
    server = start(control_token="controle-7f3a")
    page = open_page(server, "/dashboard/requests")
    page.get_by_label("Control token", exact=True).fill("controle-7f3")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("That is not the control token.")
    page.get_by_label("Control token", exact=True).fill("controle-7f3a")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Requests")).to_be_visible()
    assert page.url == f"{server.url}/dashboard/requests"
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Control token", exact=True)).to_be_visible()
    assert {"401 (Unauthorized)" in each for each in complaints.told} == {True}
    complaints.told.clear()


def test_a_page_of_another_site_does_nothing_and_its_links_stop_at_the_door(
    server: Running, start: Start, open_page: Open, complaints: Complaints
) -> None:
    page = open_page(start(), "/docs/errors")
    page.evaluate(
        "url => fetch(url, {method: 'POST', body: new URLSearchParams('clock=follow'), mode: 'no-cors'}).catch(String)",
        f"{server.url}/dashboard/clock",
    )
    assert server.control("GET", "/clock")["real"] is False
    complaints.told.clear()

    elsewhere = page.context.new_page()
    elsewhere.goto(page.url)
    elsewhere.evaluate("url => { document.querySelector('.brand').href = url }", f"{server.url}/")
    elsewhere.locator(".brand").click()
    expect(elsewhere.get_by_role("heading", name="You came here from another site")).to_be_visible()
    elsewhere.get_by_role("link", name="Open the dashboard").click()
    expect(elsewhere.get_by_role("heading", name="Verdict")).to_be_visible()


def test_a_debtor_is_found_and_leads_to_its_transactions(server: Running, open_page: Open) -> None:
    page = open_page(server, "/dashboard/debtors")
    page.get_by_label("E-mail address, name, number or id").fill("korenaar")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody tr").get_by_role("link").click()
    expect(page.get_by_text("Of Bakkerij De Korenaar")).to_be_visible()


def test_a_transaction_is_unfolded_to_postings_in_balance(server: Running, open_page: Open) -> None:
    page = open_page(server, "/dashboard/transactions", language="nl")
    page.locator("tbody tr.row a.toggle").first.click()
    expect(page.locator("tr.unfolded")).to_contain_text("in balans")
    expect(page.locator("tr.unfolded caption")).to_contain_text(["Journaalposten"])
