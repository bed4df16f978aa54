"""What the servers are compared by: the same requests, told to each in its own way, and ratios round by round."""

from pathlib import Path

import orjson
import pytest

from bench._running import Answer
from bench.peers import mountebank, prism, wiremock
from bench.peers.field import Field
from bench.peers.goals import outcomes
from bench.peers.peer import Answers, Peer, Site
from bench.peers.rounds import Figures, spread, two_cores
from bench.peers.work import GET, POST, REFRESH, search

SEARCH = search("anna@mail.example")
ANSWERS = {work: Answer(status=200, headers={}, body=b'{"data":[]}') for work in (GET, SEARCH, POST)}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(folder=tmp_path, port=8080, answers=Answers(replayed=ANSWERS))


def field_without(lacking: dict[str, str]) -> Field:
    return Field(groups=((GET,), (POST,)), peers=(), lacking=lacking, answers=Answers())


def test_each_request_of_a_load_has_a_number_of_its_own() -> None:
    assert "Slagerij Jansen {{n}}" in POST.body
    assert 'template:gsub("{{n}}", n)' in POST.script()
    assert "gsub" not in GET.script()


def test_a_refresh_begins_with_the_tokens_that_it_is_given() -> None:
    assert 'local tokens, template = { "one", "two" }, wrk.body' in REFRESH.script(["one", "two"])


def test_wiremock_finds_a_search_by_its_query_and_a_post_by_its_body() -> None:
    assert wiremock.stub(SEARCH, ANSWERS[SEARCH])["request"] == {
        "method": "GET",
        "urlPath": "/api/v1/debtors",
        "queryParameters": {"email": {"equalTo": "anna@mail.example"}},
    }
    assert wiremock.stub(POST, ANSWERS[POST])["request"]["bodyPatterns"] == [{"matchesJsonPath": "$.name"}]
    assert wiremock.stub(POST, ANSWERS[POST])["response"]["body"] == '{"data":[]}'


def test_mountebank_gets_one_imposter_with_a_stub_for_each(site: Site) -> None:
    mountebank.peer(frozenset(ANSWERS)).prepare(site)
    imposter = orjson.loads((site.folder / "imposters.json").read_bytes())["imposters"][0]
    assert imposter["port"] == 8080
    assert [stub["predicates"][0]["equals"].get("query") for stub in imposter["stubs"]] == [
        None,
        {"email": "anna@mail.example"},
        None,
    ]


def test_prism_gets_a_document_with_the_answers_as_examples(site: Site) -> None:
    prism.peer(frozenset(ANSWERS)).prepare(site)
    paths = orjson.loads((site.folder / "openapi.json").read_bytes())["paths"]
    assert {path: list(operations) for path, operations in paths.items()} == {
        "/api/v1/debtors/{id}": ["get"],
        "/api/v1/debtors": ["get", "post"],
    }
    answer = paths["/api/v1/debtors"]["post"]["responses"]["200"]["content"]["application/json"]
    assert answer == {"example": {"data": []}}


def test_servers_are_compared_round_by_round() -> None:
    figures = Figures({("mockbooks", "GET by id"): [60, 90, 50], ("mountebank", "GET by id"): [150, 180, 200]})
    (judged,) = [each for each in outcomes(field_without({}), figures) if each.goal.what == "GET by id ÷ mountebank"]
    assert (judged.reached, judged.detail, judged.verdict) == (0.4, "0.25–0.50", "met")


def test_the_goal_beside_a_peer_that_is_missing_says_what_would_bring_it() -> None:
    reason = "there is no java here (Debian: apt-get install default-jre-headless)"
    judged = list(outcomes(field_without({"WireMock tuned": reason}), Figures({})))
    (one,) = [each for each in judged if each.goal.what == "POST debtor ÷ WireMock tuned"]
    assert (one.verdict, one.detail) == ("?", f"not measured: {reason}")


def test_a_peer_says_which_program_it_lacks() -> None:
    peer = Peer(name="A", prepare=lambda _: (), ready="/", needs={"no-such-program": "Debian: apt-get install it"})
    assert peer.lacks() == "there is no no-such-program here (Debian: apt-get install it)"


def test_the_load_has_a_core_of_its_own_when_there_are_two() -> None:
    assert two_cores([3, 5, 7]) == (3, 5)


def test_with_one_core_the_sharing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert two_cores([0]) == (None, None)
    assert "one core here, which the servers share with wrk" in capsys.readouterr().err


def test_a_spread_shows_the_median_and_both_ends() -> None:
    assert spread([84.4, 90.2, 82.1]) == "84 (82–90)"
    assert spread([84.4]) == "84"
