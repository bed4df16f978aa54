"""Products. An `item` is one with Xero, and the line of an invoice elsewhere."""

from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS, LOGIN, RECORDS
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

PRODUCTS: Final = Signs(
    names=rated(
        sure="product article artikel stockitem inventoryitem productitem artikelstam produkt logisticsitem",
        likely="item good inventory salesitem",
        possible="invoiceitem part service catalogitem catalogueitem variant productvariant material dienst",
    ),
    against=table(
        f"{RECORDS} purchase order line category group type image price stock invoice journal adjustment"
        " movement assembly unit tag warehouse transaction quantity batch serial work todo"
    ),
    fields={
        **weighing(0.2, "sku productcode articlenumber artikelcode artikelnummer itemcode ean code productnumber"),
        **weighing(
            0.2,
            "price prijs unitprice salesprice verkoopprijs standardprice saleprice priceexcl priceincl unitamount",
        ),
        **weighing(0.1, "unit eenheid stock taxrateid vatrateid vatcode btwcode taxcode quantityonhand isstockitem"),
        **weighing(0.05, "description omschrijving name naam"),
    },
    strange=weighing(0.5, f"{LOGIN} email debit credit invoicenumber duedate iban"),
    ambiguous=table("article artikel product item good service"),
    proof=table(
        "sku productcode articlenumber artikelcode artikelnummer itemcode ean code productnumber price prijs unitprice"
        " salesprice"
        " verkoopprijs standardprice saleprice priceexcl priceincl unitamount unit eenheid stock vatrateid taxrateid"
    ),
    unproven=0.3,
    marks=table(
        f"{LABELS} "
        "sku productcode articlenumber artikelcode artikelnummer itemcode ean code price prijs unitprice salesprice"
        " verkoopprijs standardprice saleprice priceexcl unitamount unit description omschrijving name naam"
        " productnumber productname netunitprice"
    ),
)
