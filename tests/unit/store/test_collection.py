"""The collection: records by id, by index and by page, each write all or nothing."""

from dataclasses import replace

import pytest

from mockbooks.store import Between, Books, Collection, CollectionSpec, Equals, Exact, Found, Has
from tests.unit.store.debtors import CODE, DEBTORS, Debtor

KORENAAR = Debtor(id="deb_000001", name="bakkerij de korenaar", code="D001", labels=("horeca", "noord"))
JANSEN = Debtor(id="deb_000002", name="slagerij jansen", code="D002", labels=("noord",), since=None)
OBRIEN = Debtor(id="deb_000003", name="o'brien & zonen", code=None, updated_at="2026-12-01T00:00:00Z")


@pytest.fixture
def debtors() -> Collection[Debtor]:
    collection = Books([DEBTORS]).collection(DEBTORS)
    collection.add(KORENAAR)
    collection.add(JANSEN)
    collection.add(OBRIEN)
    return collection


def test_a_record_is_found_by_its_id(debtors: Collection[Debtor]) -> None:
    assert debtors.get("deb_000002") is JANSEN
    assert debtors.body("deb_000002") == b"deb_000002 slagerij jansen"


@pytest.mark.parametrize(
    "record_id",
    [
        *("", "deb_", "deb_000000", "deb_000004", "deb_2", "deb_0000002", "deb_-00001", "deb_+00002", "trx_000002"),
        *("deb_00_002", "deb_٠٠٠٠٠٢", " deb_000002", "deb_000002 ", "deb_000002\n", "deb_" + "9" * 5000),
    ],
)
def test_an_id_that_is_not_written_canonically_is_not_found(debtors: Collection[Debtor], record_id: str) -> None:
    assert debtors.get(record_id) is None
    assert debtors.body(record_id) is None


def test_a_write_gives_the_record_as_it_was_written_out(debtors: Collection[Debtor]) -> None:
    assert debtors.replace(replace(JANSEN, name="slagerij de jong")) == b"deb_000002 slagerij de jong"
    assert debtors.add(replace(JANSEN, id="deb_000004")) == b"deb_000004 slagerij jansen"


def test_a_page_gives_the_total_and_the_bodies_in_the_order_of_creation(debtors: Collection[Debtor]) -> None:
    assert debtors.find((), offset=1, limit=1) == Found(3, [b"deb_000002 slagerij jansen"])


def test_a_page_past_the_end_is_empty_and_still_tells_the_total(debtors: Collection[Debtor]) -> None:
    assert debtors.find((), offset=50, limit=50) == Found(3, [])


def test_a_search_without_a_hit_is_empty(debtors: Collection[Debtor]) -> None:
    assert debtors.find([Equals("code", "D999")], offset=0, limit=50) == Found(0, [])


def test_an_exact_value_is_found(debtors: Collection[Debtor]) -> None:
    assert list(debtors.entities([Equals("code", "D002")])) == [JANSEN]


def test_an_entity_without_a_key_is_not_in_the_index(debtors: Collection[Debtor]) -> None:
    assert debtors.count([Equals("code", None)]) == 0


def test_any_of_several_values_finds_a_record(debtors: Collection[Debtor]) -> None:
    assert list(debtors.entities([Equals("labels", "noord")])) == [KORENAAR, JANSEN]
    assert list(debtors.entities([Equals("labels", "horeca")])) == [KORENAAR]


def test_the_first_with_a_value_is_the_earliest_created(debtors: Collection[Debtor]) -> None:
    assert debtors.first("labels", "noord") is KORENAAR
    assert debtors.first("code", "D002") is JANSEN
    assert debtors.first("code", "D999") is None


@pytest.mark.parametrize(
    "query", ["g", "sl", "l", "an", "j j", "ja", "jan", "jans", "jansen", "rij jan", "slagerij jansen"]
)
def test_any_piece_of_a_text_finds_it(debtors: Collection[Debtor], query: str) -> None:
    assert list(debtors.entities([Has("name", query)])) == [JANSEN]


def test_a_text_with_all_pieces_of_the_query_in_another_order_is_not_found(debtors: Collection[Debtor]) -> None:
    debtors.add(Debtor(id="deb_000004", name="abcd bcde"))
    assert debtors.count([Has("name", "abcde")]) == 0


def test_a_word_settles_all_records_that_hold_it(debtors: Collection[Debtor]) -> None:
    debtors.add(Debtor(id="deb_000004", name="visserij"))
    debtors.add(Debtor(id="deb_000005", name="de slagerij"))
    found = debtors.find([Has("name", "gerij")], offset=0, limit=50)
    assert found == Found(2, [b"deb_000002 slagerij jansen", b"deb_000005 de slagerij"])


def test_searching_changes_nothing_in_the_index(debtors: Collection[Debtor]) -> None:
    debtors.add(Debtor(id="deb_000004", name="aaaa"))
    debtors.add(Debtor(id="deb_000005", name="aaaa en zonen"))
    assert debtors.count([Has("name", "aaaa")]) == 2
    assert debtors.count([Has("name", "aaa")]) == 2


def test_a_character_that_no_text_holds_any_more_finds_nothing_and_can_come_back(debtors: Collection[Debtor]) -> None:
    debtors.add(Debtor(id="deb_000004", name="xyz"))
    before = debtors.count([Has("name", "x")])
    debtors.replace(Debtor(id="deb_000004", name="abc"))
    assert (before, debtors.count([Has("name", "x")]), debtors.count([Has("name", "xy")])) == (1, 0, 0)
    debtors.replace(Debtor(id="deb_000004", name="zyx"))
    assert (debtors.count([Has("name", "x")]), debtors.count([Has("name", "yx")])) == (1, 1)


def test_every_text_holds_the_empty_query(debtors: Collection[Debtor]) -> None:
    assert debtors.count([Has("name", "")]) == 3


def test_a_range_includes_both_its_ends(debtors: Collection[Debtor]) -> None:
    assert debtors.count([Between("updated_at", "2026-11-23T10:15:30Z", "2026-12-01T00:00:00Z")]) == 3
    assert list(debtors.entities([Between("updated_at", "2026-11-23T10:15:31Z", None)])) == [OBRIEN]
    assert debtors.count([Between("updated_at", None, "2026-11-30T23:59:59Z")]) == 2


def test_a_range_upside_down_is_empty(debtors: Collection[Debtor]) -> None:
    assert debtors.count([Between("since", "2026-11-24", "2026-11-22")]) == 0


def test_criteria_combine_with_and(debtors: Collection[Debtor]) -> None:
    assert list(debtors.entities([Equals("labels", "noord"), Between("since", "2026-01-01", "2026-12-31")])) == [
        KORENAAR
    ]
    assert list(debtors.entities([Equals("labels", "noord"), Has("name", "gerij")])) == [JANSEN]
    assert list(debtors.entities([Equals("labels", "horeca"), Has("name", "gerij")])) == []


def test_an_index_that_was_not_declared_is_refused(debtors: Collection[Debtor]) -> None:
    with pytest.raises(KeyError, match="iban"):
        debtors.count([Equals("iban", "NL91ABNA0417164300")])


def test_an_index_of_another_kind_is_refused(debtors: Collection[Debtor]) -> None:
    with pytest.raises(TypeError, match=r"Exact\(name='code'.*cannot answer Has\(index='code'"):
        debtors.count([Has("code", "D0")])


def test_a_replaced_record_moves_in_every_index(debtors: Collection[Debtor]) -> None:
    moved = replace(
        KORENAAR, name="molen", code="D100", labels=(), since="2027-01-01", updated_at="2026-11-23T10:15:31Z"
    )
    debtors.replace(moved)
    assert debtors.get("deb_000001") is moved
    assert debtors.body("deb_000001") == b"deb_000001 molen"
    assert debtors.count([Equals("code", "D001")]) == 0
    assert debtors.count([Has("name", "korenaar")]) == 0
    assert list(
        debtors.entities([Equals("code", "D100"), Has("name", "mole"), Between("since", "2027-01-01", None)])
    ) == [moved]
    assert list(debtors.entities([Between("updated_at", "2026-11-23T10:15:31Z", "2026-11-23T10:15:31Z")])) == [moved]


def test_a_removed_record_is_gone_everywhere_and_its_id_is_never_given_again(debtors: Collection[Debtor]) -> None:
    debtors.remove("deb_000003")
    assert debtors.get("deb_000003") is None
    assert len(debtors) == 2
    assert debtors.count([Has("name", "brien")]) == 0
    debtors.add(Debtor(id="deb_000004"))
    assert debtors.find((), offset=2, limit=1).bodies == [b"deb_000004 bakkerij de korenaar"]


def test_a_record_with_another_id_than_the_next_is_refused(debtors: Collection[Debtor]) -> None:
    with pytest.raises(ValueError, match="the next id in debtors is deb_000004, not deb_000007"):
        debtors.add(Debtor(id="deb_000007"))


def test_what_is_not_there_cannot_be_replaced_or_removed(debtors: Collection[Debtor]) -> None:
    with pytest.raises(KeyError, match="deb_000009"):
        debtors.replace(Debtor(id="deb_000009"))
    with pytest.raises(KeyError, match="deb_000009"):
        debtors.remove("deb_000009")


def test_entities_are_those_of_the_moment_of_asking(debtors: Collection[Debtor]) -> None:
    asked = debtors.entities()
    debtors.remove("deb_000001")
    assert list(asked) == [KORENAAR, JANSEN, OBRIEN]


def test_a_write_that_fails_half_way_leaves_nothing_behind() -> None:
    unhashable: Exact[Debtor] = Exact("labels", lambda debtor: list(debtor.labels) or None)  # type: ignore[arg-type, return-value]
    spec = CollectionSpec("debtors", "deb", lambda debtor: debtor.name.encode(), (CODE, unhashable))
    books = Books([spec])
    with pytest.raises(TypeError, match="unhashable"):
        books.collection(spec).add(KORENAAR)
    assert books.next_id(spec) == "deb_000001"
    assert books.collection(spec).count([Equals("code", "D001")]) == 0


def test_two_indexes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="collection 'debtors': two indexes have the same name"):
        CollectionSpec("debtors", "deb", lambda debtor: debtor.name.encode(), (CODE, CODE))
