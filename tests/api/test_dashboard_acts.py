"""What the forms of the dashboard do, and where the browser goes next."""

import pytest

from tests.api.conftest import ADDRESS, ApiClient, OpenApi
from tests.api.controlling import Operator
from tests.api.visiting import Visitor, plain

GARAGE = {"name": "Garage Visser", "address": ADDRESS}


def test_an_act_sends_the_browser_back_to_the_page_that_it_came_from(api: ApiClient) -> None:
    response = Visitor(api).press("/dashboard/clock", clock="freeze", back="/dashboard/requests?lang=nl")
    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/requests?lang=nl")
    assert response.content == b""


@pytest.mark.parametrize("back", ["//[", "/[", "https://[", "/dashboard/clock", "/docs"])
def test_from_what_is_no_page_of_it_an_act_leads_to_the_overview(api: ApiClient, back: str) -> None:
    response = Visitor(api).press("/dashboard/clock", clock="freeze", back=back)
    assert (response.status_code, response.headers["Location"]) == (303, "/")


def test_the_language_is_chosen_on_the_page_of_a_refusal_too(api: ApiClient) -> None:
    html = Visitor(api).press("/dashboard/clock?administration=demo", clock="stop").text
    assert '<a href="?administration=demo&amp;lang=nl"' in html
    response = Visitor(api).get("/dashboard/clock?administration=demo&lang=nl")
    assert response.headers["Location"] == "/?administration=demo&lang=nl"


# ---- Clock


def test_the_clock_is_frozen_run_and_made_to_follow(api: ApiClient) -> None:
    visitor, operator = Visitor(api), Operator(api)
    visitor.press("/dashboard/clock", clock="freeze")
    assert operator.told("GET", "/clock")["frozen"] is True
    assert "frozen" in visitor.text_of("/")
    visitor.press("/dashboard/clock", clock="run")
    assert (operator.told("GET", "/clock")["speed"], operator.told("GET", "/clock")["real"]) == (1, False)
    visitor.press("/dashboard/clock", clock="follow")
    assert operator.told("GET", "/clock")["real"] is True


@pytest.mark.parametrize(
    ("amount", "unit", "then"),
    [
        ("60", None, "2026-11-23T09:01:00Z"),
        ("3600", None, "2026-11-23T10:00:00Z"),
        ("15", "60", "2026-11-23T09:15:00Z"),
        ("2", "86400", "2026-11-25T09:00:00Z"),
    ],
)
def test_the_clock_is_advanced(api: ApiClient, amount: str, unit: str | None, then: str) -> None:
    form = {"clock": "advance", "amount": amount, **({} if unit is None else {"unit": unit})}
    Visitor(api).press("/dashboard/clock", **form)
    assert Operator(api).told("GET", "/clock")["now"] == then


def test_the_clock_is_set_to_a_time_in_amsterdam(api: ApiClient) -> None:
    Visitor(api).press("/dashboard/clock", clock="set", moment="2026-07-01T09:30")
    assert Operator(api).told("GET", "/clock")["now"] == "2026-07-01T07:30:00Z"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"clock": "advance", "amount": "0"}, "more than 0"),
        ({"clock": "advance", "amount": "veel"}, "veel"),
        ({"clock": "advance", "amount": "9" * 40}, "9999"),
        ({"clock": "set", "moment": "gisteren"}, "gisteren"),
        ({"clock": "set", "moment": "1999-01-01T00:00"}, "2003"),
        ({"clock": "set"}, "2026-11-23T10:15:30Z"),
        ({"clock": "advance", "amount": "-1", "unit": "60"}, "more than 0"),
        ({"clock": "advance", "amount": "1", "unit": "x"}, "1, 60, 3600, 86400"),
        ({"clock": "advance", "amount": "1", "unit": "6" * 5000}, "1, 60, 3600, 86400"),
        ({"clock": "advance", "amount": "6" * 5000}, "6666"),
        ({"clock": "set", "moment": "real"}, "real"),
        ({"clock": "set", "moment": "2026-01-01"}, "2026-01-01"),
        ({"clock": "set", "moment": "2026-02-30T10:00"}, "2026-02-30"),
        ({"clock": "set", "moment": "1899-01-01T10:00"}, "2003"),
        ({"clock": "set", "moment": "0001-01-01T00:00"}, "0001-01-01"),
        ({"clock": "set", "moment": "9999-12-31T23:59"}, "2999"),
        ({"clock": "stop"}, "freeze, run, follow, set, advance"),
        ({}, "freeze, run, follow, set, advance"),
    ],
)
def test_what_no_clock_can_do_is_told_and_changes_nothing(api: ApiClient, form: dict[str, str], told: str) -> None:
    response = Visitor(api).press("/dashboard/clock", back="/?lang=en", **form)
    assert response.status_code == 400
    assert "That will not do" in response.text
    assert told in plain(response.text)
    assert '<a href="/?lang=en">Back to the dashboard</a>' in response.text
    assert Operator(api).told("GET", "/clock")["now"] == "2026-11-23T09:00:00Z"


# ---- Scenarios


def test_a_scenario_of_the_library_is_activated_and_acts(seeded_api: ApiClient) -> None:
    response = Visitor(seeded_api).press("/dashboard/scenario", name="lost-debtor-reply", back="/")
    assert response.status_code == 303
    with pytest.raises(ConnectionError):
        seeded_api.post("/debtors", json=GARAGE)
    assert Operator(seeded_api).told("GET", "/scenario")["name"] == "lost-debtor-reply"


def test_the_library_is_there_to_choose_from_with_what_each_is_about(seeded_api: ApiClient) -> None:
    html = Visitor(seeded_api).get("/").text
    assert html.count("<option value=") == 33 + 4
    assert "so do the books where the scenario says what is in them, and else they stay." in plain(html)
    assert 'data-description="The first booking of every order is stored, but its answer never arrives:' in html


def test_scenarios_of_a_folder_are_there_too_and_what_cannot_be_used_cannot_be_chosen(
    open_api: OpenApi, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "eigen.yaml").write_text("name: eigen\ndescription: Van onszelf.\n")
    (folder / "kapot.yaml").write_text("nam: kapot\n")
    visitor = Visitor(open_api(scenario_folder=str(folder)))
    html = visitor.get("/").text
    assert '<option value="eigen" data-description="Van onszelf.">eigen</option>' in html
    assert "disabled>kapot</option>" in html
    assert 'These cannot be used: kapot:1:1: There is no field "nam" here.' in plain(html)
    assert visitor.press("/dashboard/scenario", name="eigen").status_code == 303
    (folder / "eigen.yaml").write_text("name: eigen\ndescription: Anders.\n")
    assert "Van onszelf." in visitor.text_of("/")
    visitor.press("/dashboard/scenario/leave")
    assert 'data-description="Anders."' in visitor.get("/").text


@pytest.mark.parametrize("name", ["", "nergens", "../../etc/passwd", "lost-repl"])
def test_a_scenario_that_is_not_there_is_told_and_changes_nothing(api: ApiClient, name: str) -> None:
    response = Visitor(api).press("/dashboard/scenario", name=name)
    assert response.status_code == 400
    assert "That will not do" in response.text
    assert Operator(api).told("GET", "/scenario")["active"] is False


def test_a_scenario_is_left_and_the_books_are_reset(seeded_api: ApiClient) -> None:
    visitor = Visitor(seeded_api)
    seeded_api.debtor()
    visitor.press("/dashboard/scenario", name="not-found-404")
    visitor.press("/dashboard/scenario/leave")
    assert Operator(seeded_api).told("GET", "/scenario")["active"] is False
    seeded_api.debtor()
    visitor.press("/dashboard/reset")
    assert Operator(seeded_api).told("GET", "/info")["counts"]["debtors"] == 25
    assert Operator(seeded_api).told("GET", "/requests") == []


# ---- Administrations


def test_a_new_administration_is_made_and_shown(api: ApiClient) -> None:
    visitor = Visitor(api)
    response = visitor.press("/dashboard/administrations")
    assert (response.status_code, response.headers["Location"]) == (303, "/?administration=adm_000001")
    assert "export MOCKBOOKS_ADMINISTRATION=adm_000001" in visitor.text_of("/?administration=adm_000001")


def test_an_act_concerns_the_administration_that_is_chosen(api: ApiClient) -> None:
    Operator(api).post("/administrations")
    Visitor(api).press("/dashboard/clock?administration=adm_000001", clock="freeze")
    assert Operator(api).told("GET", "/clock?administration=adm_000001")["frozen"] is True
    assert Operator(api).told("GET", "/clock")["frozen"] is False


def test_an_act_on_an_administration_that_is_gone_is_told_so(api: ApiClient) -> None:
    response = Visitor(api).press("/dashboard/reset?administration=adm_000009")
    assert response.status_code == 404
    assert "There is no such administration" in response.text


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_an_act_is_only_done_by_a_form(api: ApiClient, method: str) -> None:
    response = Visitor(api).request(method, "/dashboard/reset")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST, GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", ["/dashboard/reset", "/dashboard/sign-in", "/dashboard/clock"])
def test_the_address_of_a_form_leads_to_the_overview_and_does_nothing(api: ApiClient, path: str) -> None:
    api.debtor()
    response = Visitor(api).get(f"{path}?clock=freeze")
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    assert len(api.listed("/debtors")) == 1
    assert Operator(api).told("GET", "/clock")["frozen"] is False


def test_what_is_no_form_does_nothing(api: ApiClient) -> None:
    response = Visitor(api).post("/dashboard/clock", content=b"\xff\xfe", headers={"Content-Type": "text/plain"})
    assert response.status_code == 400
    as_json = Visitor(api).post("/dashboard/clock", json={"clock": "freeze"})
    assert as_json.status_code == 400
