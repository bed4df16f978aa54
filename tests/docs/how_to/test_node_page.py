"""The guide for Node: its tests pass as they stand, and fail with the verdict once the shop is careless."""

from pathlib import Path

from tests.docs.blocks import write_files
from tests.docs.how_to.conftest import Run

# It is half past midnight in Amsterdam, on the first of April.
AT_NIGHT = """
import { Shop } from "./shop.mjs";

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor() {
    super("2026-03-31T22:30:00Z");
  }
};
globalThis.fetch = async (url, { body }) => {
  if (body) console.log(JSON.parse(body).date);
  return Response.json({ data: [{ id: "deb_000001" }] });
};
await new Shop("http://mockbooks.test/api/v1", "token").book("WEB-1", "100.00");
"""
CAREFUL = '{ ...this.headers, "Idempotency-Key": `order-${reference}` }'


def test_the_tests_of_the_page_pass(tmp_path: Path, run_in: Run) -> None:
    write_files("node.md", "js", tmp_path)
    ended = run_in("node", "--test", "--test-reporter=tap")

    assert "# pass 2\n# fail 0\n" in ended.stdout, ended.stdout


def test_without_a_server_the_helper_says_so(tmp_path: Path, run_in: Run) -> None:
    write_files("node.md", "js", tmp_path)
    nowhere = "process.env.MOCKBOOKS_URL = 'http://127.0.0.1:9'; await import('./shop.test.mjs')"
    ended = run_in("node", "--input-type=module", "--eval", nowhere)

    assert "error: 'no answer from http://127.0.0.1:9: is mockbooks running there?'" in ended.stdout
    assert "# pass 0\n# fail 2\n" in ended.stdout, ended.stdout


def test_without_the_key_the_second_fails_and_shows_the_verdict(tmp_path: Path, run_in: Run) -> None:
    shop = write_files("node.md", "js", tmp_path) / "shop.mjs"
    text = shop.read_text(encoding="utf-8")
    assert CAREFUL in text
    shop.write_text(text.replace(CAREFUL, "this.headers"), encoding="utf-8")
    ended = run_in("node", "--test", "--test-reporter=tap")

    assert "# pass 1\n# fail 1\n" in ended.stdout, ended.stdout
    assert "Scenario lost-reply: NOT PASSED" in ended.stdout
    assert "noDuplicateBookings (failed)" in ended.stdout


def test_the_shop_books_on_the_day_that_it_is_in_amsterdam(tmp_path: Path, run_in: Run) -> None:
    (write_files("node.md", "js", tmp_path) / "night.mjs").write_text(AT_NIGHT, encoding="utf-8")

    assert run_in("node", "night.mjs").stdout == "2026-04-01\n"
