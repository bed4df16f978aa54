"""The guide for Node: its tests pass as they stand, and fail with the verdict once the shop is careless."""

from pathlib import Path

from tests.docs.blocks import write_files
from tests.docs.how_to.conftest import Run

CAREFUL = '{ ...this.headers, "Idempotency-Key": `order-${reference}` }'


def test_the_tests_of_the_page_pass(tmp_path: Path, run_in: Run) -> None:
    write_files("node.md", "js", tmp_path)
    ended = run_in("node", "--test", "--test-reporter=tap")

    assert "# pass 2\n# fail 0\n" in ended.stdout, ended.stdout


def test_without_the_key_the_second_fails_and_shows_the_verdict(tmp_path: Path, run_in: Run) -> None:
    shop = write_files("node.md", "js", tmp_path) / "shop.mjs"
    text = shop.read_text(encoding="utf-8")
    assert CAREFUL in text
    shop.write_text(text.replace(CAREFUL, "this.headers"), encoding="utf-8")
    ended = run_in("node", "--test", "--test-reporter=tap")

    assert "# pass 1\n# fail 1\n" in ended.stdout, ended.stdout
    assert "Scenario lost-reply: NOT PASSED" in ended.stdout
    assert "noDuplicateBookings (failed)" in ended.stdout
