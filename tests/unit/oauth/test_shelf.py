"""A shelf: bounded, and fair to administrations that run side by side."""

from mockbooks.oauth.shelf import Shelf


def filled(maximum: int, **texts: str) -> Shelf[int]:
    """Fill a shelf with the letters of each administration in turn."""
    shelf: Shelf[int] = Shelf(maximum)
    for administration_id, letters in texts.items():
        for number, letter in enumerate(letters):
            shelf.put(letter, administration_id, number)
    return shelf


def found(shelf: Shelf[int], letters: str) -> str:
    return "".join(letter for letter in letters if shelf.find(letter) is not None)


def test_what_is_put_is_found_until_it_is_cleared() -> None:
    shelf = filled(10, bakkerij="ab", slagerij="c")

    assert (shelf.find("b"), shelf.find("c"), shelf.find("d"), len(shelf)) == (1, 0, None, 3)
    shelf.clear("bakkerij")
    shelf.clear("nobody")
    assert (found(shelf, "abc"), len(shelf)) == ("c", 1)


def test_what_belongs_to_one_administration_is_given_in_order_of_age() -> None:
    shelf = filled(3, bakkerij="abc", slagerij="d")

    assert (shelf.of("bakkerij"), shelf.of("slagerij"), shelf.of("nobody")) == ([1, 2], [0], [])


def test_beyond_the_maximum_the_oldest_goes() -> None:
    assert found(filled(3, bakkerij="abcde"), "abcde") == "cde"


def test_one_that_takes_all_the_room_loses_its_own() -> None:
    shelf = filled(4, slagerij="a", bakkerij="bcdefghi")

    assert found(shelf, "abcdefghi") == "aghi"


def test_the_one_with_most_makes_room_for_others() -> None:
    shelf = filled(4, bakkerij="abcd", slagerij="xy")

    assert found(shelf, "abcdxy") == "cdxy"


def test_what_is_put_again_takes_no_second_place() -> None:
    shelf = filled(2, bakkerij="aaa")
    shelf.put("b", "bakkerij", 7)

    assert (found(shelf, "ab"), shelf.find("a"), len(shelf)) == ("ab", 2, 2)
    shelf.clear("bakkerij")
    assert len(shelf) == 0


def test_there_is_room_again_after_clearing() -> None:
    shelf = filled(3, bakkerij="abc")
    shelf.clear("bakkerij")
    shelf.put("d", "slagerij", 1)

    assert (found(shelf, "abcd"), len(shelf)) == ("d", 1)
