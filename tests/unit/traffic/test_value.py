"""Values: made quickly, and as good as frozen dataclasses in everything else."""

from dataclasses import replace

from mockbooks.traffic.exchange import Answer

FOUND = Answer(status=200, body=b"{}")


def test_values_are_the_same_when_all_of_them_is() -> None:
    assert Answer(status=200, body=b"{}") == FOUND
    assert len({FOUND, Answer(status=200, body=b"{}"), Answer(status=200)}) == 2


def test_another_value_is_made_of_one() -> None:
    assert replace(FOUND, status=404) == Answer(status=404, body=b"{}")
    assert FOUND.status == 200


def test_a_value_takes_nothing_but_its_fields() -> None:
    assert not hasattr(FOUND, "__dict__")
