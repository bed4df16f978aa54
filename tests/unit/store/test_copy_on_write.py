"""The map and the list that are shared until written to."""

from collections import deque

from mockbooks.store.copy_on_write import PAGE_SIZE, PagedList, ShardedMap


def test_a_map_and_its_copy_go_their_own_way() -> None:
    original: ShardedMap[str, int] = ShardedMap()
    original["D001"] = 1
    copy = original.copy()
    original["D001"] = 2
    copy.discard("D001")
    assert original.get("D001") == 2
    assert copy.get("D001") is None


def test_a_copy_does_not_see_what_is_added_later() -> None:
    original: ShardedMap[str, int] = ShardedMap()
    copy = original.copy()
    original["D001"] = 1
    assert list(copy.items()) == []
    assert list(original.items()) == [("D001", 1)]


def test_discarding_what_is_not_there_does_nothing() -> None:
    empty: ShardedMap[str, int] = ShardedMap()
    empty.discard("D001")
    assert list(empty.items()) == []


def test_items_are_read_at_several_places_across_pages() -> None:
    items: PagedList[int] = PagedList()
    deque(map(items.append, range(PAGE_SIZE + 1)), maxlen=0)
    assert items.at([0, PAGE_SIZE - 1, PAGE_SIZE]) == [0, 1023, 1024]
    assert items.at([PAGE_SIZE - 1, PAGE_SIZE]) == [1023, 1024]
    assert items.at([]) == []


def test_items_beside_each_other_are_read_as_others_are() -> None:
    items: PagedList[int] = PagedList()
    deque(map(items.append, range(PAGE_SIZE + 4)), maxlen=0)
    assert items.at([7, 8, 9]) == [7, 8, 9]
    assert items.at([7, 9, 10]) == [7, 9, 10]
    assert items.at([PAGE_SIZE + 1, PAGE_SIZE + 2]) == [1025, 1026]


def test_a_list_and_its_copy_go_their_own_way_across_pages() -> None:
    original: PagedList[int] = PagedList()
    deque(map(original.append, range(PAGE_SIZE + 1)), maxlen=0)
    copy = original.copy()
    original[0] = -1
    copy.pop()
    copy.pop()
    copy.append(7)
    assert (len(original), original[0], original[PAGE_SIZE - 1], original[PAGE_SIZE]) == (1025, -1, 1023, 1024)
    assert (len(copy), copy[0], copy[PAGE_SIZE - 1]) == (1024, 0, 7)
