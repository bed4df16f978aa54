"""Codes for transactions that follow another one: credit notes, receipts and reversals."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="settlements",
    title=Text("Credit notes, receipts and reversals", "Creditnota's, ontvangsten en storno's"),
    introduction=Text(
        "A transaction that follows another one must fit it: the debtor, the type and what is left of the amount.",
        "Een boeking die op een andere volgt moet erbij passen: de debiteur, de soort en wat er van het bedrag over "
        "is.",
    ),
    entries=(
        Entry(
            code="credit_exceeds_original",
            title=Text("Credit is larger than the original", "Credit is hoger dan het origineel"),
            detail=Text(
                "The credit note is {total}, but only {left} of transaction {transaction} is left to credit.",
                "De creditnota is {total}, maar van boeking {transaction} is nog maar {left} te crediteren.",
            ),
            cause=Text(
                "All credit notes on one invoice together never exceed it. Often the same return came in twice.",
                "Alle creditnota's op één factuur samen gaan die nooit te boven. Vaak is dezelfde retour twee keer "
                "verwerkt.",
            ),
            remedy=Text(
                "Credit what is left, or leave creditsTransactionId out if the credit stands on its own.",
                "Crediteer wat er nog over is, of laat creditsTransactionId weg als de creditnota op zichzelf staat.",
            ),
            example={"total": "121.00", "left": "60.50", "transaction": "trx_000001"},
            example_pointer="/creditsTransactionId",
        ),
        Entry(
            code="payment_exceeds_open_amount",
            title=Text("Payment is larger than the open amount", "Betaling is hoger dan het openstaande bedrag"),
            detail=Text(
                "The amount {amount} is not what can be settled of transaction {transaction}: {because}.",
                "Het bedrag {amount} is niet wat van boeking {transaction} kan worden afgeletterd: {because}.",
            ),
            cause=Text(
                "The invoice was paid or credited before, or the buyer paid too much.",
                "De factuur was al betaald of gecrediteerd, of de afnemer heeft te veel betaald.",
            ),
            remedy=Text(
                "Settle at most what is open and book the rest on a ledger account in a line of its own.",
                "Letter hooguit af wat openstaat en boek de rest in een eigen regel op een grootboekrekening.",
            ),
            example={
                "amount": "121.00",
                "transaction": "trx_000001",
                "because": Text("from 0.01 to 60.50 is open", "open staat 0.01 tot en met 60.50"),
            },
            example_pointer="/lines/0/amount",
        ),
        Entry(
            code="already_reversed",
            title=Text("Already reversed", "Al gestorneerd"),
            detail=Text(
                "Transaction {transaction} has already been reversed.", "Boeking {transaction} is al gestorneerd."
            ),
            cause=Text(
                "A transaction is reversed at most once, and a reversed one takes no payment or credit note any more.",
                "Een boeking wordt hooguit één keer gestorneerd, en krijgt daarna geen betaling of creditnota meer.",
            ),
            remedy=Text(
                "Read the transaction: if its status is reversed, the work is done.",
                "Lees de boeking: is de status reversed, dan is het werk gedaan.",
            ),
            example={"transaction": "trx_000001"},
            example_parameter="id",
        ),
        Entry(
            code="debtor_mismatch",
            title=Text("Transaction of another debtor", "Boeking van een andere debiteur"),
            detail=Text(
                "Transaction {transaction} belongs to another debtor than {debtor}.",
                "Boeking {transaction} hoort bij een andere debiteur dan {debtor}.",
            ),
            cause=Text(
                "A credit note or receipt points to an invoice of someone else, often because a debtor exists twice.",
                "Een creditnota of ontvangst verwijst naar een factuur van iemand anders, vaak omdat een debiteur "
                "dubbel bestaat.",
            ),
            remedy=Text(
                "Use the debtor of the transaction that is named, or name the right transaction.",
                "Gebruik de debiteur van de genoemde boeking, of noem de juiste boeking.",
            ),
            example={"transaction": "trx_000001", "debtor": "deb_000017"},
            example_pointer="/debtorId",
        ),
        Entry(
            code="transaction_type_mismatch",
            title=Text("Transaction is of another type", "Boeking is van een ander type"),
            detail=Text(
                "Transaction {transaction} is of type {type}; here it must be: {allowed}.",
                "Boeking {transaction} is van het type {type}; hier moet dat zijn: {allowed}.",
            ),
            cause=Text(
                "A credit note credits a sale, and a receipt settles a sale or a credit note; other types have no "
                "open amount.",
                "Een creditnota crediteert een verkoop, en een ontvangst wordt afgeletterd op een verkoop of "
                "creditnota; andere soorten hebben geen openstaand bedrag.",
            ),
            remedy=Text(
                "Refer to the right transaction; GET /transactions/{id} shows its type.",
                "Verwijs naar de juiste boeking; GET /transactions/{id} toont het type.",
            ),
            example={"transaction": "trx_000009", "type": "memorial", "allowed": "sales"},
            example_pointer="/creditsTransactionId",
        ),
    ),
)
