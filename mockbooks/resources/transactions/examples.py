"""Examples of transactions, one per kind and for what goes wrong most; they refer to the default seed."""

from typing import Final

from mockbooks.service.example import Example

_CONSUMER_SALE: Final = Example(
    name="consumerSale",
    summary="A sale to a consumer, with prices that include VAT",
    body={
        "type": "sales",
        "date": "2026-11-23",
        "reference": "ORD-2001",
        "description": "Bestelling 2001",
        "debtorId": "deb_000002",
        "pricesIncludeVat": True,
        "lines": [
            {"productId": "prd_000001", "quantity": "2"},
            {
                "ledgerAccountId": "led_000044",
                "description": "Broodmes",
                "quantity": "3",
                "unitPrice": "9.99",
                "vatRateId": "vat_000001",
            },
        ],
        "totalInclVat": "37.87",
    },
)
_EU_BUSINESS_SALE: Final = Example(
    name="euBusinessSale",
    summary="A sale of goods to a business in the EU (intracommunautaire levering), without Dutch VAT",
    body={
        "type": "sales",
        "date": "2026-11-23",
        "supplyDate": "2026-11-20",
        "reference": "ORD-2002",
        "debtorId": "deb_000009",
        "lines": [
            {
                "ledgerAccountId": "led_000047",
                "description": "Bakblik 30 cm",
                "quantity": "40",
                "unitPrice": "12.50",
                "discountPercentage": "10.00",
                "vatRateId": "vat_000007",
            }
        ],
        "totalExclVat": "450.00",
        "totalVat": "0.00",
    },
)
_CREDIT_NOTE: Final = Example(
    name="creditNote",
    summary="A credit note for a part of a sale",
    body={
        "type": "sales_credit",
        "date": "2026-11-23",
        "reference": "RET-ORD-1010",
        "description": "Een wenskaart retour",
        "debtorId": "deb_000024",
        "creditsTransactionId": "trx_000014",
        "pricesIncludeVat": True,
        "lines": [{"productId": "prd_000004", "quantity": "1"}],
    },
)
_RECEIPT: Final = Example(
    name="receipt",
    summary="A receipt by bank that settles an invoice",
    body={
        "type": "receipt",
        "date": "2026-11-23",
        "description": "Betaling 2026-0012",
        "debtorId": "deb_000024",
        "lines": [{"settlesTransactionId": "trx_000015", "amount": "11.00"}],
    },
)
_MEMORIAL: Final = Example(
    name="memorial",
    summary="A memorial entry: the depreciation of a month",
    body={
        "type": "memorial",
        "date": "2026-11-23",
        "description": "Afschrijving november",
        "lines": [
            {"ledgerAccountId": "led_000032", "debit": "50.00"},
            {"ledgerAccountId": "led_000002", "credit": "50.00"},
        ],
    },
)

CREATIONS: Final = (_CONSUMER_SALE, _EU_BUSINESS_SALE, _CREDIT_NOTE, _RECEIPT, _MEMORIAL)
REVERSALS: Final = (
    Example(name="today", summary="Reversed today, under the next number", body={}),
    Example(
        name="explained",
        summary="Reversed with a date and a reason",
        body={"date": "2026-11-23", "description": "Dubbel geboekt"},
    ),
)
