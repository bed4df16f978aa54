"""A memory that keeps the newest, and never more than so many."""

from mockbooks.stage.recent import Recent


def test_the_oldest_goes_when_there_are_too_many() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("ORD-1001", 1)
    recent.put("ORD-1002", 2)
    recent.put("ORD-1003", 3)

    assert "ORD-1001" not in recent
    assert (recent.get("ORD-1002"), recent.get("ORD-1003")) == (2, 3)


def test_what_is_put_in_again_is_the_newest() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("ORD-1001", 1)
    recent.put("ORD-1002", 2)
    recent.put("ORD-1001", 11)
    recent.put("ORD-1003", 3)

    assert (recent.get("ORD-1001"), recent.get("ORD-1002")) == (11, None)


def test_what_is_taken_out_is_gone() -> None:
    recent: Recent[str, int] = Recent()
    recent.put("ORD-1001", 1)

    assert recent.pop("ORD-1001") == 1
    assert recent.pop("ORD-1001") is None
