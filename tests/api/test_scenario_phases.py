"""The three phases of a fault, in the order that the documentation gives, and what each leaves behind."""

import pytest

from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from tests.api.conftest import ApiClient, Play
from tests.api.controlling import Operator

KEY = {"Idempotency-Key": "order-1001"}
GATE = """
    injections:
      - {name: a proxy says no, match: {operation: createTransaction}, phase: gate, calls: first,
         fault: {respond: {status: 502, headers: {Content-Type: text/html}, body: "<h1>Bad gateway</h1>"}}}
"""
BEFORE = """
    injections:
      - {name: out of order, match: {operation: createTransaction}, phase: before, calls: first,
         fault: {respond: {status: 503, headers: {Retry-After: "5"}}}}
"""
AFTER = """
    injections:
      - {name: the answer is lost, match: {operation: createTransaction}, phase: after, calls: first,
         fault: {dropConnection: reset}}
"""


def sale(api: ApiClient, reference: str = "ORD-1001", debtor_id: str | None = None) -> dict[str, object]:
    return api.sale_body(debtor_id or api.debtor()["id"], reference=reference)


def fired(api: ApiClient) -> dict[str, int]:
    firings = api.app.administrations[DEMO_ADMINISTRATION].firings()
    return {name: firing.fired for name, firing in firings.items()}


def test_at_the_gate_no_token_is_asked_for(play: Play) -> None:
    api = play(GATE)
    answer = api.post("/transactions", json={}, headers={"Authorization": "Bearer nobody"})

    assert (answer.status_code, answer.text) == (502, "<h1>Bad gateway</h1>")
    assert "API-Version" not in answer.headers


def test_at_the_gate_nothing_is_counted_and_nothing_booked(play: Play) -> None:
    api = play(GATE, limits=((10, "minute"),))
    api.post("/transactions", json=sale(api))

    assert api.read("/limits")["windows"][0]["remaining"] == 7
    assert api.listed("/transactions") == []


def test_before_the_action_a_bad_token_is_refused_and_does_not_meet_the_fault(play: Play) -> None:
    api = play(BEFORE)
    answer = api.post("/transactions", json={}, headers={"Authorization": "Bearer nobody"})

    assert answer.status_code == 401
    assert fired(api) == {"out of order": 0}


def test_before_the_action_a_call_is_counted_and_nothing_booked(play: Play) -> None:
    api = play(BEFORE, limits=((10, "minute"),))
    body = sale(api)
    remaining = api.read("/limits")["windows"][0]["remaining"]
    answer = api.post("/transactions", json=body)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert api.read("/limits")["windows"][0]["remaining"] == remaining - 1
    assert api.listed("/transactions") == []


def test_what_a_fault_answered_before_the_action_is_not_kept_for_an_idempotency_key(play: Play) -> None:
    api = play(BEFORE)
    body = sale(api)

    assert api.post("/transactions", json=body, headers=KEY).status_code == 503
    again = api.post("/transactions", json=body, headers=KEY)
    assert (again.status_code, again.headers.get("Idempotency-Replayed")) == (200, None)
    assert len(api.listed("/transactions")) == 1


def test_a_refusal_that_a_fault_made_up_is_not_kept_either(play: Play) -> None:
    api = play("injections: [{match: {operation: createTransaction}, calls: first, fault: {fail: period_locked}}]")
    body = sale(api)

    assert api.post("/transactions", json=body, headers=KEY).json()["code"] == "period_locked"
    assert api.post("/transactions", json=body, headers=KEY).status_code == 200


def test_after_the_action_it_is_booked_and_the_answer_is_lost(play: Play) -> None:
    api = play(AFTER)
    body = sale(api)
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=body)

    assert [each["reference"] for each in api.listed("/transactions")] == ["ORD-1001"]


def test_a_retry_with_the_same_key_gets_the_true_answer_and_books_nothing(play: Play) -> None:
    api = play(AFTER)
    body = sale(api)
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=body, headers=KEY)
    again = api.post("/transactions", json=body, headers=KEY)

    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert [each["id"] for each in api.listed("/transactions")] == [again.json()["data"]["id"]]


def test_a_retry_without_a_key_books_a_second_time(play: Play) -> None:
    api = play(AFTER)
    body = sale(api)
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=body)
    api.post("/transactions", json=body)

    assert len(api.listed("/transactions", reference="ORD-1001")) == 2


def test_a_refused_action_does_not_use_up_the_first_call(play: Play) -> None:
    api = play(AFTER)
    body = sale(api)
    assert api.post("/transactions", json={**body, "date": "1999-01-01"}).status_code == 400

    assert fired(api) == {"the answer is lost": 0}
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=body)


def test_the_token_endpoint_has_phases_too(play: Play) -> None:
    api = play("injections: [{match: {operation: issueToken}, phase: after, calls: first, fault: empty}]")
    body = {"grant_type": "client_credentials"}
    url = "http://mockbooks.test/oauth/token"
    first = api.post(url, data=body, auth=("mockbooks-demo", "mockbooks-demo-secret"))
    second = api.post(url, data=body, auth=("mockbooks-demo", "mockbooks-demo-secret"))

    assert (first.status_code, first.content) == (200, b"")
    assert second.json()["token_type"] == "Bearer"


def test_several_faults_of_one_injection_act_in_the_order_written(play: Play) -> None:
    api = play("""
        clock: 2026-11-23T10:00:00+01:00
        injections:
          - match: {operation: listDebtors}
            fault: [{delay: {fixed: 30s, virtual: true}}, {rateLimit: {retryAfter: 60s, style: httpDate}}]
    """)

    answer = api.get("/debtors")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "Mon, 23 Nov 2026 09:01:30 GMT")


def test_in_each_phase_the_first_injection_that_is_due_acts_and_all_count_the_call(play: Play) -> None:
    api = play("""
        injections:
          - {name: a, match: {operation: listDebtors}, calls: first, fault: {fail: {code: busy_once}}}
          - {name: b, match: {operation: listDebtors}, calls: first 2, fault: {fail: {code: busy_twice}}}
          - {name: c, match: {operation: listDebtors}, phase: after, calls: "1", fault: {reshape: {add: {/data2: 1}}}}
    """)
    answers = [api.get("/debtors").json() for _ in range(3)]

    assert [each.get("code") for each in answers] == ["busy_once", "busy_twice", None]
    assert answers[2]["data2"] == 1
    assert fired(api) == {"a": 1, "b": 1, "c": 1}


def test_calls_are_counted_per_value_so_that_every_order_meets_the_fault_once(play: Play) -> None:
    api = play("""
        injections:
          - {match: {operation: createTransaction}, calls: first, countBy: /reference, fault: {fail: busy}}
    """)
    debtor_id = str(api.debtor()["id"])
    statuses = [
        api.post("/transactions", json=sale(api, reference, debtor_id)).status_code
        for reference in ("ORD-1", "ORD-2", "ORD-1", "ORD-2", "ORD-3")
    ]

    assert statuses == [400, 400, 200, 200, 400]


def test_a_fault_holds_during_a_part_of_the_run_on_the_clock_of_the_administration(play: Play) -> None:
    api = play("""
        clock: 2026-11-23T10:00:00+01:00
        injections: [{match: {operation: listDebtors}, during: {from: 10s, until: 30s}, fault: {fail: busy}}]
    """)
    clock = api.app.administrations[DEMO_ADMINISTRATION].clock
    moment = clock.now()

    def status_after(seconds: int) -> int:
        clock.set(moment.replace(second=seconds))
        return api.get("/debtors").status_code

    assert [status_after(9), status_after(10), status_after(29), status_after(30)] == [200, 400, 400, 200]


def test_chance_draws_from_the_random_seed_of_the_scenario(play: Play) -> None:
    scenario = "randomSeed: {}\ninjections: [{{match: {{operation: listDebtors}}, chance: 30%, fault: {{fail: busy}}}}]"

    def statuses(random_seed: int) -> list[int]:
        api = play(scenario.format(random_seed))
        return [api.get("/debtors").status_code for _ in range(40)]

    seven = statuses(7)
    assert statuses(7) == seven
    assert statuses(8) != seven
    assert 4 <= seven.count(400) <= 20


def test_a_header_names_what_acted_when_that_is_switched_on(play: Play) -> None:
    scenario = "injections: [{name: één keer traag, match: {operation: listDebtors}, calls: first, fault: empty}]"
    marked = play(scenario, mark_injections=True)

    assert marked.get("/debtors").headers["Mockbooks-Injection"] == "%C3%A9%C3%A9n keer traag"
    assert "Mockbooks-Injection" not in marked.get("/debtors").headers
    assert "Mockbooks-Injection" not in play(scenario).get("/debtors").headers


def test_a_scenario_never_acts_on_the_control_api(play: Play) -> None:
    api = play("injections: [{match: {path: '/**'}, phase: gate, fault: dropConnection}]")
    with pytest.raises(ConnectionResetError):
        api.get("/debtors")

    assert api.get("http://mockbooks.test/_mockbooks/health").status_code == 200
    assert api.get("http://mockbooks.test/_mockbooks/administrations").status_code == 200


def outcome_of(api: ApiClient, page: int) -> str:
    """Ask for a page of debtors, and tell how it went."""
    try:
        return str(api.get("/debtors", params={"page": page}).status_code)
    except ConnectionError as error:
        return str(error)


def recorded(api: ApiClient) -> list[str]:
    return [repr(entry) for entry in api.app.administrations[DEMO_ADMINISTRATION].request_log]


def test_the_same_calls_under_the_same_scenario_give_the_same_request_log_byte_for_byte(play: Play) -> None:
    scenario = """
        randomSeed: 7
        books: {debtors: 12, products: 5, transactions: 3}
        clock: 2026-10-15T09:00:00+02:00
        injections:
          - {match: {path: /api/v1/*}, chance: 20%, fault: {fail: busy}}
          - {match: {operation: listDebtors}, phase: after, calls: every 3, fault: {truncate: 50%}}
    """
    first, second = play(scenario), play(scenario)
    outcomes = [outcome_of(first, page) for page in range(1, 21)]

    assert set(outcomes) == {"200", "400", "the answer was cut off by the scenario"}
    assert [outcome_of(second, page) for page in range(1, 21)] == outcomes
    assert recorded(first) == recorded(second)
    assert len(recorded(first)) == 20


def test_where_two_are_due_at_one_call_the_verdict_says_that_the_other_acted_first(play: Play) -> None:
    api = play("""
        injections:
          - {name: busy, match: {operation: listDebtors}, calls: first, fault: {fail: busy}}
          - {name: down, match: {operation: listDebtors}, calls: first, fault: {fail: down}}
          - {name: third, match: {operation: listDebtors}, calls: 3, fault: {fail: third}}
          - {name: booking, match: {operation: createTransaction}, fault: {fail: booking}}
        expect: [everyInjectionFired]
    """)
    api.get("/debtors")
    api.get("/debtors")

    (expectation,) = Operator(api).told("GET", "/verdict")["expectations"]
    assert (expectation["name"], expectation["outcome"]) == ("everyInjectionFired", "failed")
    assert expectation["detail"] == (
        "Of 4 injections, 3 never acted: 'down' matched 2 calls, and each time that it was its turn another injection "
        "of the same phase acted first; 'third' matched 2 calls, of which none was its turn; 'booking' "
        "matched no call that it can act on."
    )
