"""Reads the real invoices of "Online Retail", line by line or one amount each for a whole year."""

import csv
import datetime as dt
import itertools
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from examples.orders import Customer, Line, Order, OrderFile, round_to_cents

# A simplification, on purpose: the shop is taken to be Dutch and its pounds to be euros with VAT in them. All is booked
# at the home high rate, 19 % in 2010 and 2011: a gift shop sells at that rate, the United Kingdom and France were in
# the EU and sales to consumers there stayed below the thresholds for distance sales, and the few parcels to Australia
# are not treated as exports because the data has no proof that they left.
RETAIL_VAT_CODE = "NL_HOOG"
# The data has no addresses; the register of debtors wants one. ZZ99 3VZ is the British code for "no fixed abode".
RETAIL_PLACES = {
    "United Kingdom": ("GB", "ZZ99 3VZ"),
    "France": ("FR", "00000"),
    "Australia": ("AU", "0000"),
    "Netherlands": ("NL", "1000 AA"),
}
RETAIL_SERVICE_ACCOUNTS = {"POST": "8100", "D": "8200", "M": "8000"}


def read_retail_lines(path: Path) -> OrderFile:
    """Read "Online Retail" line by line: an invoice per number; numbers that start with C are credit notes."""
    rows = _csv_rows(path)
    names = {row["StockCode"]: row["Description"].strip() for row in reversed(rows) if row["Description"].strip()}
    invoices = itertools.groupby(rows, key=lambda row: row["InvoiceNo"])
    return OrderFile(
        orders=tuple(_retail_order(number, list(its_rows), names) for number, its_rows in invoices),
        total_as_written=sum((Decimal(row["Quantity"]) * Decimal(row["UnitPrice"]) for row in rows), Decimal(0)),
    )


def read_retail_year(path: Path) -> OrderFile:
    """Read a year of "Online Retail", one row and one amount per invoice, written as a binary float's text."""
    rows = _csv_rows(path)
    return OrderFile(
        orders=tuple(_retail_year_order(row) for row in rows),
        total_as_written=sum((Decimal(row["TotalPrice"]) for row in rows), Decimal(0)),
    )


def _csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _retail_order(number: str, rows: list[dict[str, str]], names: Mapping[str, str]) -> Order:
    lines = tuple(_retail_line(row, names) for row in rows)
    # Which invoice a credit note credits is not in the data, so it is booked without a link to the original.
    return Order(
        kind="sales_credit" if number.startswith("C") else "sales",
        reference=number,
        date=dt.datetime.strptime(rows[0]["InvoiceDate"].split()[0], "%m/%d/%y").date(),  # noqa: DTZ007 (a date)
        customer=_retail_customer(rows[0]["CustomerID"], rows[0]["Country"]),
        lines=lines,
        total=sum((line.amount for line in lines), Decimal(0)),
    )


def _retail_line(row: Mapping[str, str], names: Mapping[str, str]) -> Line:
    sku, quantity, unit_price = row["StockCode"], abs(Decimal(row["Quantity"])), Decimal(row["UnitPrice"])
    return Line(
        description=row["Description"].strip() or names.get(sku, sku),
        amount=round_to_cents(quantity * unit_price),
        vat_code=RETAIL_VAT_CODE,
        account_code=RETAIL_SERVICE_ACCOUNTS.get(sku, "8000"),
        quantity=quantity,
        unit_price=unit_price,
        sku=sku,
        kind="service" if sku in RETAIL_SERVICE_ACCOUNTS else "goods",
    )


def _retail_year_order(row: Mapping[str, str]) -> Order:
    number, total = row["InvoiceNo"], round_to_cents(Decimal(row["TotalPrice"]))
    return Order(
        kind="sales",
        reference=number,
        date=dt.date.fromisoformat(row["InvoiceDate"]),
        customer=_retail_customer(row["CustomerID"], "United Kingdom"),  # the year's file has no countries
        lines=(Line(f"Factuur {number}", total, RETAIL_VAT_CODE, "8000"),),
        total=total,
    )


def _retail_customer(number: str, country: str) -> Customer:
    """Name the customer by number; a sale without a customer goes on the collective debtor for cash sales."""
    country_code, postal_code = RETAIL_PLACES[country]
    return Customer(
        name=f"Klant {number}" if number else "Contante verkoop",
        email=f"klant-{number}@online-retail.example" if number else "contante-verkoop@online-retail.example",
        address={"line1": "Onbekend", "postalCode": postal_code, "city": "Onbekend", "countryCode": country_code},
    )
