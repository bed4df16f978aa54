"""What a run writes and removes: never without leave, and never anything but what bears its own name."""

import json
from urllib.parse import urlsplit

import pytest

from mockbooks.conformance.check_api import judge, plan
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.vendor.loading import load_vendor
from mockbooks.conformance.wire.exchange import Answer, Request
from mockbooks.conformance.wire.trouble import Trouble
from tests.unit.conformance.checks.korenaar import SANNE, VENDOR, Korenaar, answer, broken_off, findings_of, on

BY_POST = VENDOR.replace("list: GET /btw", "list: POST /btw").replace("call: GET /hulp", "call: POST /hulp")
ONLY_READS = VENDOR.replace("list: GET /btw", "list: {call: POST /btw, onlyReads: true}")
UNREADABLE = VENDOR.replace("    read: GET /relaties/${id}\n", "")
SEARCH_IGNORED = on("GET", "/relaties[?]mail=.*", answer(200, {"rows": [SANNE]}))


def asked(korenaar: Korenaar, method: str) -> list[str]:
    """List the paths that were asked for by a method."""
    exchanges = [each.request for each in korenaar.exchanges if each.request.method == method]
    return [urlsplit(request.url).path.removeprefix("/v1") for request in exchanges]


def left(target: Target) -> list[str]:
    return [told.en for told in target.left]


# Without leave


def test_without_leave_to_write_what_reads_by_post_is_not_asked() -> None:
    korenaar = Korenaar()

    judgement = korenaar.judged(vendor=BY_POST, allow_writes=False)

    assert asked(korenaar, "POST") == ["/token"]
    assert findings_of(judgement, "C4d")[0].summary.en == (
        "Cannot tell: POST may write, and the vendor file does not say onlyReads."
    )


def test_a_post_that_only_reads_is_asked_without_leave_to_write() -> None:
    korenaar = Korenaar()

    korenaar.judged(vendor=ONLY_READS, allow_writes=False)

    assert sorted(asked(korenaar, "POST")) == ["/btw", "/token"]


def test_with_leave_to_write_what_reads_by_post_is_asked_and_told_before() -> None:
    korenaar = Korenaar()

    korenaar.judged(vendor=BY_POST)

    assert "/btw" in asked(korenaar, "POST")
    assert "POST /btw: to read, by a method that may write" in [
        line.en for line in plan(load_vendor(BY_POST.encode(), source="korenaar.yaml"))
    ]


def test_what_may_write_is_never_tried_without_a_token() -> None:
    every_list = VENDOR.replace("list: GET /", "list: POST /")
    korenaar = Korenaar([on("POST", "/(relaties|boekingen|rekeningen)", answer(200, {"rows": []}))])

    korenaar.judged(vendor=every_list)

    posts = [
        each.request for each in korenaar.exchanges if each.request.method == "POST" and "/v1/" in each.request.url
    ]
    assert {request.headers.get("X-Key") for request in posts} == {"sleutel"}


# What is removed


def test_a_record_that_was_there_and_is_on_no_page_that_was_seen_is_left() -> None:
    korenaar = Korenaar(
        [on("GET", "/relaties", answer(200, {"rows": []})), on("POST", "/relaties", answer(200, SANNE))]
    )
    target = korenaar.target()

    judge(target)

    assert asked(korenaar, "DELETE") == ["/boekingen/100"]
    assert left(target) == [
        "Left behind: debtor 1 (it was not seen to bear the name of the run, so it was not touched)."
    ]


def test_what_anybody_may_have_is_no_name_of_the_run() -> None:
    neighbour = answer(200, {"id": 1, "adres": {"straat": "Dorpsstraat 1"}})
    korenaar = Korenaar(
        [
            on("GET", "/relaties", answer(200, {"rows": []})),
            on("GET", "/relaties/1", neighbour),
            on("POST", "/relaties", neighbour),
        ]
    )

    korenaar.judged()

    assert "/relaties/1" not in asked(korenaar, "DELETE")


def test_a_record_that_is_read_as_another_is_left() -> None:
    korenaar = Korenaar()
    another = {"id": 1, "naam": "mockbooks check r1"}
    korenaar.reactions = [on("GET", "/relaties/10.", answer(200, another))]

    korenaar.judged()

    assert asked(korenaar, "DELETE") == ["/boekingen/102"]


def test_an_answer_to_a_read_with_more_than_one_record_shows_nothing() -> None:
    korenaar = Korenaar()
    korenaar.reactions = [on("GET", "/relaties/10.", answer(200, [SANNE, {"naam": "mockbooks check r1"}]))]

    korenaar.judged()

    assert asked(korenaar, "DELETE") == ["/boekingen/102"]


def test_a_part_of_a_text_is_no_name_of_the_run() -> None:
    renamed = on("GET", "/relaties/10.", answer(200, {"naam": "mockbooks check r1 and sons"}))
    korenaar = Korenaar([renamed])

    korenaar.judged()

    assert asked(korenaar, "DELETE") == ["/boekingen/102"]


def test_what_bears_the_name_of_the_run_in_capitals_is_removed() -> None:
    korenaar = Korenaar([on("GET", "/relaties/100", answer(200, {"id": 100, "naam": "MOCKBOOKS CHECK R1 "}))])

    korenaar.judged()

    assert "/relaties/100" in asked(korenaar, "DELETE")


def test_what_cannot_be_read_is_removed_where_a_search_shows_it() -> None:
    korenaar = Korenaar()

    korenaar.judged(vendor=UNREADABLE)

    assert korenaar.relaties.keys() == {1}


def test_what_cannot_be_read_and_is_not_found_is_left() -> None:
    korenaar = Korenaar([SEARCH_IGNORED])
    target = korenaar.target(vendor=UNREADABLE)

    judge(target)

    assert korenaar.relaties.keys() == {1, 100, 101}
    assert left(target)[-1] == (
        "Left behind: debtor 100 (it was not seen to bear the name of the run, so it was not touched)."
    )


@pytest.mark.parametrize("vendor", [VENDOR, UNREADABLE])
def test_strangers_that_an_ignored_search_finds_are_not_taken_for_what_got_lost(vendor: str) -> None:
    def lose(request: Request) -> Trouble | None:
        return broken_off() if request.method == "POST" and b"naam" in (request.body or b"") else None

    korenaar = Korenaar([lose, SEARCH_IGNORED])
    target = korenaar.target(vendor=vendor)

    judge(target)

    assert asked(korenaar, "DELETE") == []
    assert left(target) == []


def test_what_two_answers_call_by_one_id_is_removed_once() -> None:
    korenaar = Korenaar()

    def upsert(request: Request) -> Answer | None:
        if request.method != "POST" or not request.url.endswith("/relaties") or request.body == b"{}":
            return None
        sent = json.loads(request.body or b"{}")
        korenaar.relaties[100] = {"id": 100, **sent}
        return answer(200, korenaar.relaties[100])

    korenaar.reactions = [upsert]
    korenaar.judged()

    assert asked(korenaar, "DELETE").count("/relaties/100") == 1


@pytest.mark.parametrize("identifier", [".", "..", "./", "/"])
def test_an_id_that_names_the_folder_is_never_removed(identifier: str) -> None:
    made = answer(200, {"id": identifier, "naam": "mockbooks check r1"})
    korenaar = Korenaar([on("POST", "/relaties", made), on("GET", "/relaties/[.%].*", made)])

    korenaar.judged()

    assert asked(korenaar, "DELETE") == ["/boekingen/100"]


def test_what_was_on_its_way_when_the_run_was_interrupted_is_found_and_removed() -> None:
    korenaar = Korenaar()

    def interrupt(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/relaties"):
            korenaar.usual(request)
            raise KeyboardInterrupt

    korenaar.reactions = [interrupt]
    target = korenaar.target()
    with pytest.raises(KeyboardInterrupt):
        judge(target)

    assert korenaar.relaties.keys() == {1}
    assert left(target) == []


def test_what_was_just_answered_when_the_run_was_interrupted_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> bool:
        monkeypatch.undo()
        raise KeyboardInterrupt

    korenaar = Korenaar()
    target = korenaar.target()
    monkeypatch.setattr("mockbooks.conformance.live.target._may_have_made", interrupt)
    with pytest.raises(KeyboardInterrupt):
        judge(target)

    assert korenaar.relaties.keys() == {1}
    assert left(target) == []
