"""The request log: bounded in number and in bytes, per administration and all together."""

import pytest

from mockbooks.traffic import request_log
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import LONGEST_BODY_BYTES, Entry, LogRoom, RequestLog
from tests.unit.traffic.surroundings import MORNING

FOUND = Answer(status=200, body=b'{"success":true,"data":[]}')


def entry(request_id: str = "req_1", body: bytes = b"", **members: Answer) -> Entry:
    sent = members.get("sent", members.get("answer", FOUND))
    return Entry(
        request_id=request_id,
        received_at=MORNING,
        answered_at=MORNING,
        method="POST",
        path="/api/v1/debtors",
        query_string=b"",
        headers={"content-type": "application/json"},
        body=body,
        body_bytes=len(body),
        operation_id="createDebtor",
        client_id="mockbooks-demo",
        answer=members.get("answer", sent),
        sent=sent,
    )


def note(log: RequestLog, request_id: str, body: bytes = b"", **members: Answer) -> None:
    log.add(entry(request_id, body, **members), log.life)


def log_of(name: str = "demo", maximum_bytes: int = 1_000_000) -> RequestLog:
    return LogRoom(maximum_bytes=maximum_bytes).log_of(name)


def test_entries_are_counted_from_one_in_the_order_of_their_ends() -> None:
    log = log_of()
    note(log, "req_a")
    note(log, "req_b")

    assert [(each.number, each.request_id) for each in log] == [(1, "req_a"), (2, "req_b")]


def test_of_two_with_one_request_id_the_newest_is_found() -> None:
    log = log_of()
    note(log, "req_a", b'{"name":"Garage Visser"}')
    note(log, "req_a", b'{"name":"Slagerij Van Dam"}')

    found = log.find("req_a")
    assert found is not None
    assert found.content == {"name": "Slagerij Van Dam"}
    assert log.find("req_b") is None


def test_beyond_the_maximum_the_oldest_are_forgotten_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_log, "MAXIMUM_ENTRIES", 2)
    log = log_of()
    note(log, "req_a")
    note(log, "req_b")
    note(log, "req_c")

    assert [each.request_id for each in log] == ["req_b", "req_c"]
    assert [each.number for each in log] == [2, 3]


def test_a_long_body_is_cut_and_its_length_is_kept() -> None:
    log = log_of()
    note(log, "req_a", b"x" * 100_000, sent=Answer(status=200, body=b"y" * 100_000))

    (kept,) = log
    assert (len(kept.body), kept.body_bytes, len(kept.sent.body)) == (LONGEST_BODY_BYTES, 100_000, LONGEST_BODY_BYTES)


def test_what_was_sent_in_place_of_the_true_answer_stays_apart_when_it_is_cut() -> None:
    log = log_of()
    log.add(
        entry("req_a", answer=Answer(status=200, body=b"x" * 50_000), sent=Answer(status=502, body=b"gone")),
        log.life,
    )

    (kept,) = log
    assert (kept.answer.status, len(kept.answer.body), kept.sent.body) == (200, LONGEST_BODY_BYTES, b"gone")


def test_where_there_is_no_room_left_the_log_that_has_more_than_its_share_forgets() -> None:
    room = LogRoom(maximum_bytes=60_000)
    quiet, busy = room.log_of("demo"), room.log_of("adm_000001")
    note(quiet, "req_quiet", b"x" * 10_000)
    note(busy, "req_1", b"x" * 15_000)
    note(busy, "req_2", b"x" * 15_000)
    note(busy, "req_3", b"x" * 15_000)

    assert [each.request_id for each in quiet] == ["req_quiet"]
    assert [each.request_id for each in busy] == ["req_2", "req_3"]
    assert room.size_bytes <= 60_000


def test_a_small_log_that_grows_makes_the_largest_one_forget() -> None:
    room = LogRoom(maximum_bytes=60_000)
    quiet, busy = room.log_of("demo"), room.log_of("adm_000001")
    note(busy, "req_1", b"x" * 15_000)
    note(busy, "req_2", b"x" * 15_000)
    note(busy, "req_3", b"x" * 15_000)
    note(quiet, "req_quiet", b"x" * 10_000)

    assert [each.request_id for each in quiet] == ["req_quiet"]
    assert [each.request_id for each in busy] == ["req_2", "req_3"]


def test_a_log_that_is_cleared_counts_from_one_again_and_gives_its_room_back() -> None:
    room = LogRoom(maximum_bytes=60_000)
    log = room.log_of("demo")
    note(log, "req_a")
    log.clear()
    note(log, "req_b")

    assert [(each.number, each.request_id) for each in log] == [(1, "req_b")]
    assert room.size_bytes == log.size_bytes


def test_what_came_before_a_clearing_is_not_kept_and_ends_among_the_others() -> None:
    log = log_of()
    overtaken, life = entry("req_a"), log.life
    log.clear()
    later = entry("req_b")
    log.add(overtaken, life)
    log.add(later, log.life)

    assert (overtaken.number, overtaken.ended) == (0, 1)
    assert (later.number, later.ended) == (1, 2)
    assert [each.request_id for each in log] == ["req_b"]


def test_what_headers_take_counts_with_their_names_and_with_what_holds_each() -> None:
    usual, many, long = entry(), entry(), entry()
    many.headers = {f"x-{number}": "" for number in range(3_000)}
    long.headers = {"x" * 30_000: ""}
    wordy = entry()
    wordy.query_string = b"name=" + b"x" * 7_995

    assert many.size_bytes() > 450_000
    assert long.size_bytes() > 30_000
    assert wordy.size_bytes() - usual.size_bytes() == 40_000  # the links to the pages around tell it too


def test_an_administration_that_is_gone_gives_its_room_back() -> None:
    room = LogRoom(maximum_bytes=60_000)
    log = room.log_of("adm_000001")
    note(log, "req_a")
    room.forget("adm_000001")
    room.forget("adm_000002")

    assert room.size_bytes == 0


@pytest.mark.parametrize(
    ("sent", "was_delivered"),
    [
        (FOUND, True),
        (Answer(status=200, delivery=Dribble(5, 1.0)), True),
        (Answer(status=200, delivery=Drop("reset")), False),
        (Answer(status=200, delivery=Cut(10)), False),
    ],
)
def test_an_answer_that_was_dropped_or_cut_was_not_delivered(sent: Answer, was_delivered: bool) -> None:  # noqa: FBT001
    assert entry(sent=sent).was_delivered is was_delivered


def test_bodies_are_given_as_values() -> None:
    noted = entry("req_a", b'{"name":"Garage Visser"}', answer=FOUND, sent=Answer(status=502, media_type="text/html"))

    assert noted.content == {"name": "Garage Visser"}
    assert noted.answer_content == {"success": True, "data": []}
    assert noted.sent_content is None


def test_while_many_look_at_a_body_it_is_read_once_and_its_value_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[bytes] = []

    def read(body: bytes, _: str | None) -> bytes:
        reads.append(body)
        return body

    monkeypatch.setattr(request_log, "content_of", read)
    looked_at = entry("req_a", b"{}")
    with looked_at.read_once():
        assert looked_at.content == looked_at.content == b"{}"
        assert len(reads) == 1
    assert looked_at.content == b"{}"
    assert len(reads) == 2
