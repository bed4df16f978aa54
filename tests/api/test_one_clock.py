"""One clock drives everything in an administration: tokens, limits, Idempotency-Keys, due dates, open years, faults."""

from collections.abc import Callable

import pytest

from tests.api.conftest import ApiClient, Json, Play
from tests.api.controlling import Operator

DAY = 86_400
OCTOBER = "clock: 2026-10-15T09:00:00+02:00\n"
Advance = Callable[[float], None]


@pytest.fixture
def api(play: Play) -> ApiClient:
    return play(OCTOBER + "limits: {windows: [{requests: 20, per: minute}, {requests: 1000, per: day}]}")


@pytest.fixture
def advance(api: ApiClient) -> Advance:
    def by(seconds: float) -> None:
        Operator(api).told("POST", "/clock/advance", json={"seconds": seconds})

    return by


def token(api: ApiClient) -> dict[str, str]:
    """Get an access token for the demo client's own books, as a header."""
    answer = api.post(
        "http://mockbooks.test/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=("mockbooks-demo", "mockbooks-demo-secret"),
    )
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def remaining(api: ApiClient) -> int:
    return int(api.read("/limits")["windows"][0]["remaining"])


def test_a_token_lives_an_hour_of_it(api: ApiClient, advance: Advance) -> None:
    header = token(api)
    advance(3599)
    assert api.get("/debtors", headers=header).status_code == 200
    advance(1)

    assert api.get("/debtors", headers=header).json()["code"] == "token_expired"


def test_a_window_of_the_limits_ends_on_it(api: ApiClient, advance: Advance) -> None:
    api.get("/debtors")
    assert remaining(api) == 19
    advance(59.5)
    assert remaining(api) == 19
    advance(0.5)

    assert remaining(api) == 20


def test_an_idempotency_key_lives_a_day_of_it(api: ApiClient, advance: Advance) -> None:
    body: Json = {"name": "Garage Visser", "address": api.debtor()["address"]}

    def is_replayed() -> bool:
        answer = api.post("/debtors", json=body, headers={"Idempotency-Key": "debtor-1"})
        return "Idempotency-Replayed" in answer.headers

    assert [is_replayed(), is_replayed()] == [False, True]
    advance(DAY - 1)
    assert is_replayed()
    advance(1)

    assert not is_replayed()


def test_what_is_booked_bears_its_moment_and_is_due_after_its_term(api: ApiClient, advance: Advance) -> None:
    debtor = api.debtor()
    advance(5 * DAY)
    sale = api.sale(debtor["id"], date="2026-10-20", paymentTermId=api.id_of("/payment-terms", "14"))

    assert (sale["createdAt"], sale["dueDate"]) == ("2026-10-20T07:00:00Z", "2026-11-03")


def test_fiscal_years_open_and_close_on_it(api: ApiClient, advance: Advance) -> None:
    debtor = api.debtor()
    early = api.post("/transactions", json=api.sale_body(debtor["id"], date="2027-01-05"))
    advance(80 * DAY)
    late = api.post("/transactions", json=api.sale_body(debtor["id"], date="2025-06-30"))

    assert early.json()["code"] == "fiscal_year_closed"
    assert api.sale(debtor["id"], date="2027-01-05")["fiscalYear"] == 2027
    assert late.json()["code"] == "fiscal_year_closed"


def test_what_falls_due_during_one_advance_happens_in_order_each_at_its_own_moment(play: Play) -> None:
    api = play(f"""
        {OCTOBER.strip()}
        books: {{debtors: 2}}
        timeline:
          - {{at: +3d, bookkeeper: {{editDebtor: {{debtor: deb_000001, set: {{phone: second}}}}}}}}
          - {{at: +1d, bookkeeper: {{editDebtor: {{debtor: deb_000001, set: {{phone: first}}}}}}}}
          - {{at: +9d, bookkeeper: {{archiveDebtor: deb_000001}}}}
    """)
    operator = Operator(api)
    operator.told("POST", "/clock/advance", json={"seconds": 5 * DAY})
    debtor = api.read("/debtors/deb_000001")
    changes = operator.told("GET", "/changes")

    assert (debtor["phone"], debtor["version"], debtor["active"]) == ("second", 3, True)
    assert debtor["updatedAt"] == "2026-10-18T07:00:00Z"
    assert [each["at"] for each in changes] == ["2026-10-16T07:00:00Z", "2026-10-18T07:00:00Z"]
