"""The example integration books what it reads, to the cent and never twice, on a server that really runs."""

import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from examples.accounting import Accounting
from examples.answers import RefusedError
from examples.booking import book_all
from examples.connection import Connection
from examples.online_retail import read_retail_lines, read_retail_year
from examples.orders import OrderFile
from examples.own_server import own_server
from examples.reconciliation import reconcile
from examples.tokens import FixedToken
from examples.webshop import DATA_CLOCK, DEMO_TOKEN, SAMPLE, SAMPLE_CLOCK, main
from examples.woocommerce import read_woocommerce

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("MOCKBOOKS_EXAMPLE_DATA", ROOT.parent / "shared" / "data"))

needs_real_data = pytest.mark.skipif(
    not (DATA / "online-retail-invoices.csv").is_file(),
    reason="the files of Online Retail are absent; MOCKBOOKS_EXAMPLE_DATA tells where they are",
)


@pytest.fixture
def sample_books() -> Iterator[Accounting]:
    with own_server(SAMPLE_CLOCK) as url, Accounting(Connection(url, FixedToken(DEMO_TOKEN))) as accounting:
        yield accounting


@pytest.fixture
def books_of_2011() -> Iterator[Accounting]:
    with own_server(DATA_CLOCK) as url, Accounting(Connection(url, FixedToken(DEMO_TOKEN))) as accounting:
        yield accounting


@pytest.fixture
def sample() -> OrderFile:
    return read_woocommerce(SAMPLE)


def test_the_sample_is_booked_to_the_cent(sample_books: Accounting, sample: OrderFile) -> None:
    run = book_all(sample_books, sample.orders)
    outcome = reconcile(sample_books, sample, refused=run.refused)
    assert list(run.booked) == [
        "WC-1001", "WC-1002", "WC-R1051", "WC-1003", "WC-1004", "WC-1006", "WC-1007", "WC-R1052", "WC-1009", "WC-1010",
    ]  # fmt: skip
    assert outcome.file_total == Decimal("401.70")
    assert outcome.refused_total == Decimal("61.60")
    assert outcome.booked_total == Decimal("340.10")
    assert outcome.difference == Decimal("0.00")
    assert outcome.is_exact


def test_each_order_gets_the_vat_treatment_of_its_buyer(sample_books: Accounting, sample: OrderFile) -> None:
    run = book_all(sample_books, sample.orders)
    assert reconcile(sample_books, sample, refused=run.refused).vat == {
        ("EU_ICP", Decimal("0.00")): (Decimal("115.80"), Decimal("0.00")),
        ("EXPORT", Decimal("0.00")): (Decimal("47.47"), Decimal("0.00")),
        ("NL_HOOG", Decimal("21.00")): (Decimal("34.49"), Decimal("7.24")),
        ("NL_LAAG", Decimal("9.00")): (Decimal("54.82"), Decimal("4.94")),
        ("OSS_BE_21", Decimal("21.00")): (Decimal("27.19"), Decimal("5.71")),
        ("OSS_DE_19", Decimal("19.00")): (Decimal("13.72"), Decimal("2.61")),
        ("OSS_DE_7", Decimal("7.00")): (Decimal("24.40"), Decimal("1.71")),
    }


def test_a_second_run_books_nothing(sample_books: Accounting, sample: OrderFile) -> None:
    first = book_all(sample_books, sample.orders)
    second = book_all(sample_books, sample.orders)
    assert second.booked == {}
    assert second.found == first.booked


def test_a_run_after_a_crash_books_only_the_rest(sample_books: Accounting, sample: OrderFile) -> None:
    crashed = book_all(sample_books, sample.orders[:4])
    rest = book_all(sample_books, sample.orders)
    assert rest.found == crashed.booked
    assert list(rest.booked) == ["WC-1004", "WC-1006", "WC-1007", "WC-R1052", "WC-1009", "WC-1010"]


def test_a_business_with_a_bad_btw_id_is_left_to_the_owner(sample_books: Accounting, sample: OrderFile) -> None:
    refused = book_all(sample_books, sample.orders).refused
    assert list(refused) == ["WC-1005"]
    assert refused["WC-1005"].code == "vat_number_invalid"
    assert sample_books.transaction_id("WC-1005") is None


def test_a_customer_is_found_whatever_the_case_of_the_address(sample_books: Accounting, sample: OrderFile) -> None:
    run = book_all(sample_books, sample.orders)
    assert reconcile(sample_books, sample, refused=run.refused).debtor_count == 7


def test_names_keep_their_accents_and_ampersands(sample_books: Accounting, sample: OrderFile) -> None:
    book_all(sample_books, sample.orders)
    descriptions = {
        line["description"]
        for transaction in sample_books.transactions(sample.orders[0].date, sample.orders[0].date)
        for line in transaction["lines"]
    }
    assert descriptions == {"Keramische theepot «Zeeuws blauw»", "Biologische thee & honing, 100 g", "Verzendkosten"}


def test_a_refund_takes_its_amount_off_the_order_it_credits(sample_books: Accounting, sample: OrderFile) -> None:
    run = book_all(sample_books, sample.orders)
    transactions = sample_books.transactions(sample.orders[0].date, sample.orders[-1].date)
    statuses = {transaction["id"]: (transaction["status"], transaction["openAmount"]) for transaction in transactions}
    assert statuses[run.booked["WC-1002"]] == ("partly_paid", "34.19")
    assert statuses[run.booked["WC-1007"]] == ("credited", "0.00")


def test_the_command_tells_that_the_books_are_exact(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    told = capsys.readouterr().out
    assert "refused: WC-1005, needs the owner's attention" in told
    assert "exact to the cent" in told


def test_a_wrong_token_stops_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    with own_server(SAMPLE_CLOCK) as url:
        assert main(["--url", url, "--token", "a-token-of-nobody"]) == 1
    assert "stopped, what is booked stays booked: 401" in capsys.readouterr().out


def test_a_missing_setting_is_told_by_its_code(sample_books: Accounting, sample: OrderFile) -> None:
    with pytest.raises(RefusedError, match="setting_unknown: vat-rates OSS_XX_1 does not exist"):
        sample_books.settings.find("/vat-rates", "OSS_XX_1", sample.orders[0].date)


@needs_real_data
def test_real_invoices_with_all_their_lines_are_booked_to_the_cent(books_of_2011: Accounting) -> None:
    file = read_retail_lines(DATA / "online-retail-lines.csv")
    first, second = book_all(books_of_2011, file.orders), book_all(books_of_2011, file.orders)
    outcome = reconcile(books_of_2011, file, refused=second.refused)
    assert (len(first.booked), len(second.booked), len(second.found)) == (66, 0, 66)
    assert sum(len(order.lines) for order in file.orders) == 999
    assert outcome.debtor_count == 49
    assert outcome.booked_total == Decimal("24503.75")
    assert outcome.vat == {("NL_HOOG", Decimal("19.00")): (Decimal("20591.41"), Decimal("3912.34"))}
    assert outcome.is_exact


@needs_real_data
def test_a_year_of_real_invoices_is_booked_to_the_cent(books_of_2011: Accounting) -> None:
    file = read_retail_year(DATA / "online-retail-invoices.csv")
    first, second = book_all(books_of_2011, file.orders), book_all(books_of_2011, file.orders)
    outcome = reconcile(books_of_2011, file, refused=second.refused)
    assert (len(first.booked), len(second.booked), len(second.found)) == (18532, 0, 18532)
    assert outcome.debtor_count == 4338
    assert file.total_as_written == Decimal("8911407.9040000000250516")
    assert outcome.booked_total == Decimal("8911407.90")
    assert outcome.is_exact
