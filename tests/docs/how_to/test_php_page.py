"""The guide for PHP: its test passes as it stands, and fails with the verdict once the shop is careless."""

from pathlib import Path

import pytest

from tests.docs.blocks import write_files
from tests.docs.how_to.conftest import FAR_ZONES, Run, today_in_amsterdam

PHP = ("php", "-d", "error_reporting=-1", "-d", "display_errors=stderr")
BOOKS = """
require 'Shop.php';
$shop = new Shop(getenv('MOCKBOOKS_URL') . '/api/v1', 'mockbooks-demo-token');
echo $shop->book(date_default_timezone_get(), '100.00')['date'];
"""
CAREFUL = '["Idempotency-Key: order-$reference"]'


def test_the_test_of_the_page_passes(tmp_path: Path, run_in: Run) -> None:
    write_files("php.md", "php", tmp_path)
    ended = run_in(*PHP, "test_shop.php")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("booked 121.00\nScenario lost-reply: PASSED (5 passed)\n")


def test_without_the_key_it_fails_and_shows_the_verdict(tmp_path: Path, run_in: Run) -> None:
    shop = write_files("php.md", "php", tmp_path) / "Shop.php"
    text = shop.read_text(encoding="utf-8")
    assert CAREFUL in text
    shop.write_text(text.replace(CAREFUL, "[]"), encoding="utf-8")
    ended = run_in(*PHP, "test_shop.php")

    assert (ended.returncode, ended.stderr) == (1, "")
    assert "Scenario lost-reply: NOT PASSED" in ended.stdout
    assert "✗ noDuplicateBookings (failed)" in ended.stdout


@pytest.mark.parametrize("zone", FAR_ZONES)
def test_the_shop_books_on_the_day_that_it_is_in_amsterdam(tmp_path: Path, run_in: Run, zone: str) -> None:
    write_files("php.md", "php", tmp_path)
    ended = run_in(*PHP, "-d", f"date.timezone={zone}", "-r", BOOKS)

    assert ended.stdout == today_in_amsterdam(), ended.stderr
