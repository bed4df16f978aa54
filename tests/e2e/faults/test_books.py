"""Faults of the books: what others change meanwhile, what a search does not show yet, and vendors of other habits."""

import httpx

from tests.e2e.faults.conftest import DEBTOR, Play, data_of

DEBTORS = "/api/v1/debtors"


def walked(client: httpx.Client) -> list[str]:
    """Walk all pages of debtors, five at a time, and give the ids as they come."""
    pages = [data_of(client.get(DEBTORS, params={"page": page, "pageSize": 5})) for page in (1, 2, 3)]
    return [each["id"] for page in pages for each in page]


def test_what_was_written_is_there_by_id_and_found_only_later(play: Play) -> None:
    client = play("""
        clock: 2026-10-15T09:00:00+02:00
        injections:
          - {match: {operation: listDebtors}, fault: {staleReads: 5s}}
          - {match: {operation: getSupport}, fault: {delay: {fixed: 6s, virtual: true}}}
    """)
    created = data_of(client.post(DEBTORS, json={**DEBTOR, "email": "nieuw@korenaar.example"}))
    search = {"email": "nieuw@korenaar.example"}

    assert data_of(client.get(f"{DEBTORS}/{created['id']}")) == created
    assert data_of(client.get(DEBTORS, params=search)) == []
    client.get("/api/v1/support")
    assert data_of(client.get(DEBTORS, params=search)) == [created]


def test_rows_come_twice_when_pages_drift_one_way(play: Play) -> None:
    ids = walked(play("injections: [{match: {operation: listDebtors}, fault: driftPages}]"))

    assert ids[4:6] == ["deb_000005", "deb_000005"]


def test_rows_are_missed_when_pages_drift_the_other_way(play: Play) -> None:
    ids = walked(play("injections: [{match: {operation: listDebtors}, fault: {driftPages: {miss: 1}}}]"))

    assert "deb_000006" not in ids
    assert len(ids) == len(set(ids)) == 11


def test_who_walks_again_meets_all_rows_once_in_a_list_that_has_as_many_as_before(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {driftPages: {miss: 1}}}]")
    first_total = client.get(DEBTORS, params={"page": 3, "pageSize": 5}).json()["page"]["totalItems"]
    walked(client)
    client.delete("/_mockbooks/requests")

    assert first_total == 12
    assert walked(client) == [f"deb_{number:06d}" for number in range(1, 13)]


def test_a_drift_waits_for_the_second_page_of_a_walk(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, calls: 2, fault: {driftPages: {miss: 1}}}]")
    client.get(DEBTORS, params={"email": "inkoop@korenaar.example"})
    client.get(DEBTORS, params={"page": 1, "pageSize": 5})

    assert walked(client) == [f"deb_{number:06d}" for number in range(1, 13) if number != 11]


def test_a_vendor_of_other_habits_creates_with_201_and_does_not_find_with_404(play: Play) -> None:
    client = play("""
        injections:
          - match: {path: "/api/v1/**"}
            fault: {reshape: {created: 201, deleted: 204, refused: 422, codes: {not_found: 404}}}
    """)
    created = client.post(DEBTORS, json=DEBTOR)
    url = f"{DEBTORS}/{created.json()['data']['id']}"

    assert created.status_code == 201
    assert (client.delete(url).status_code, client.delete(url).status_code) == (204, 404)
    assert client.post(DEBTORS, json={}).status_code == 422
    assert client.post(DEBTORS, json={}).json()["status"] == 422


def test_a_vendor_that_changed_its_api_drops_renames_and_adds(play: Play) -> None:
    client = play("""
        injections:
          - match: {operation: getDebtor}
            fault: {reshape: {drop: [/data/email], rename: {/data/name: displayName}, add: {/data/loyaltyPoints: 7}}}
    """)
    debtor = data_of(client.get(f"{DEBTORS}/deb_000001"))

    assert (debtor["displayName"], debtor["loyaltyPoints"]) == ("Bakkerij De Korenaar", 7)
    assert not {"email", "name"} & debtor.keys()


def test_the_bookkeeper_locks_a_period_between_two_calls(play: Play) -> None:
    client = play("""
        clock: 2026-10-15T09:00:00+02:00
        injections:
          - {match: {operation: createTransaction}, calls: 2, fault: {bookkeeper: {lockPeriod: 2026-10-31}}}
    """)
    account = data_of(client.get("/api/v1/ledger-accounts", params={"code": "8000"}))[0]["id"]
    rate = data_of(client.get("/api/v1/vat-rates", params={"code": "NL_HOOG"}))[0]["id"]
    line = {"ledgerAccountId": account, "unitPrice": "100.00", "vatRateId": rate}
    sale = {"type": "sales", "date": "2026-10-15", "debtorId": "deb_000001", "lines": [line]}
    first, second = (client.post("/api/v1/transactions", json=sale) for _ in range(2))

    assert first.status_code == 200
    assert second.json()["code"] == "period_locked"


def test_the_timeline_has_the_bookkeeper_come_by_at_its_own_moment(play: Play) -> None:
    client = play("""
        clock: 2026-10-15T09:00:00+02:00
        injections: [{match: {operation: getSupport}, fault: {delay: {fixed: 5d, virtual: true}}}]
        timeline:
          - {at: +3d, bookkeeper: {lockPeriod: 2026-10-17}}
          - {at: +4d, bookkeeper: {archiveDebtor: deb_000001}}
          - {at: +6d, bookkeeper: {archiveDebtor: deb_000002}}
    """)
    client.get("/api/v1/support")
    archived = data_of(client.get(DEBTORS, params={"active": "false", "pageSize": 5}))

    assert data_of(client.get("/api/v1/administration"))["lockDate"] == "2026-10-17"
    assert data_of(client.get("/api/v1/administration"))["updatedAt"] == "2026-10-18T07:00:00Z"
    assert [each["updatedAt"] for each in archived if each["id"] == "deb_000001"] == ["2026-10-19T07:00:00Z"]
    assert "deb_000002" not in [each["id"] for each in archived]


def test_a_search_finds_whatever_holds_the_text(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {looseSearch: {contains: [email]}}}]")
    for email in ("an@vis.example", "JAN@vis.example", "els@vis.example"):
        data_of(client.post(DEBTORS, json={**DEBTOR, "email": email}))
    answer = client.get(DEBTORS, params={"email": "an@vis.example", "pageSize": 1})

    assert [each["email"] for each in data_of(answer)] == ["an@vis.example"]
    assert answer.json()["page"]["totalItems"] == 2
    assert "email=an%40vis.example" in answer.links["next"]["url"]
    assert [each["email"] for each in data_of(client.get(answer.links["next"]["url"]))] == ["JAN@vis.example"]


def test_a_search_finds_everything_where_its_parameter_is_ignored(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {looseSearch: {ignore: [email, q]}}}]")

    assert len(data_of(client.get(DEBTORS, params={"email": "niemand@nergens.example", "q": "x"}))) == 12
    assert len(data_of(client.get(DEBTORS, params={"email": "not even an address"}))) == 12
    assert data_of(client.get(DEBTORS, params={"code": "99999"})) == []
    assert client.get(DEBTORS, params={"emial": "x"}).status_code == 400


def test_a_search_that_heeds_case_misses_the_debtor_that_is_there(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {looseSearch: {exactCase: [email]}}}]")
    created = data_of(client.post(DEBTORS, json={**DEBTOR, "email": "Inkoop@Vis.example"}))

    assert data_of(client.get(DEBTORS, params={"email": "inkoop@vis.example"})) == []
    assert data_of(client.get(DEBTORS, params={"email": "Inkoop@Vis.example"})) == [created]


def test_a_vendor_tells_its_limits_in_no_header_and_its_type_wrongly(play: Play) -> None:
    client = play("""
        limits: {windows: [{requests: 60, per: minute}]}
        injections:
          - match: {operation: listDebtors}
            fault: {reshape: {dropHeaders: ["RateLimit*", "x-ratelimit-*"], setHeaders: {Content-Type: text/plain}}}
          - match: {operation: listProducts}
            fault: {reshape: {dropHeaders: [Content-Type, API-Version]}}
    """)
    debtors, products = client.get(DEBTORS), client.get("/api/v1/products")

    assert [name for name in debtors.headers if "ratelimit" in name] == []
    assert (debtors.headers["Content-Type"], debtors.headers["API-Version"]) == ("text/plain", "1.0.0")
    assert products.headers["X-RateLimit-Remaining"] == "58"
    assert not {"content-type", "api-version"} & set(products.headers)
    assert products.json()["success"] is True
