"""The trial balance adds up every posting per ledger account, in order of code."""

import orjson

from mockbooks.ledger import trial_balance
from mockbooks.service.rendering import render
from tests.unit.ledger.shop import SALE, Shop, busy_shop


def _told(shop: Shop) -> list[tuple[str, str, str, str]]:
    return [
        (each.code, str(each.debit), str(each.credit), str(each.balance)) for each in trial_balance(shop.books).accounts
    ]


def test_books_without_transactions_come_to_nothing() -> None:
    assert orjson.loads(render(trial_balance(Shop().books))) == {
        "accounts": [],
        "totalDebit": "0.00",
        "totalCredit": "0.00",
        "difference": "0.00",
    }


def test_a_sale_stands_on_the_debtors_the_vat_and_the_revenue() -> None:
    shop = Shop()
    shop.sell()

    assert orjson.loads(render(trial_balance(shop.books))) == {
        "accounts": [
            {"code": "1300", "description": "Debiteuren", "debit": "121.00", "credit": "0.00", "balance": "121.00"},
            {
                "code": "1500",
                "description": "Te betalen btw hoog",
                "debit": "0.00",
                "credit": "21.00",
                "balance": "-21.00",
            },
            {"code": "8000", "description": "Omzet hoog", "debit": "0.00", "credit": "100.00", "balance": "-100.00"},
        ],
        "totalDebit": "121.00",
        "totalCredit": "121.00",
        "difference": "0.00",
    }


def test_both_sides_of_an_account_are_told() -> None:
    assert _told(busy_shop()) == [
        ("1100", "21.00", "50.00", "-29.00"),
        ("1300", "121.00", "21.00", "100.00"),
        ("1500", "0.00", "21.00", "-21.00"),
        ("4700", "50.00", "0.00", "50.00"),
        ("8000", "0.00", "100.00", "-100.00"),
    ]


def test_a_reversed_sale_and_its_reversal_are_both_counted() -> None:
    shop = Shop()
    shop.sell()
    shop.reverse(SALE)

    assert _told(shop) == [
        ("1300", "121.00", "121.00", "0.00"),
        ("1500", "21.00", "21.00", "0.00"),
        ("8000", "100.00", "100.00", "0.00"),
    ]
