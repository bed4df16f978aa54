"""The bookkeeper: somebody else who works in the books between two calls. This table is the list of what they do."""

from typing import Any, Final

from mockbooks.bookkeeper import switches
from mockbooks.bookkeeper.archive_debtor import ARCHIVE_DEBTOR
from mockbooks.bookkeeper.book_sale import BOOK_SALE
from mockbooks.bookkeeper.credit_invoice import CREDIT_INVOICE
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.edit_debtor import EDIT_DEBTOR
from mockbooks.bookkeeper.file_vat_return import FILE_VAT_RETURN
from mockbooks.bookkeeper.lock_period import LOCK_PERIOD
from mockbooks.bookkeeper.pay_invoice import PAY_INVOICE
from mockbooks.bookkeeper.reverse_transaction import REVERSE_TRANSACTION
from mockbooks.bookkeeper.unlock_periods import UNLOCK_PERIODS

DEEDS: Final[tuple[Deed[Any], ...]] = (
    LOCK_PERIOD,
    UNLOCK_PERIODS,
    FILE_VAT_RETURN,
    switches.DEACTIVATE_VAT_RATE,
    switches.ACTIVATE_VAT_RATE,
    switches.DEACTIVATE_LEDGER_ACCOUNT,
    switches.ACTIVATE_LEDGER_ACCOUNT,
    switches.DEACTIVATE_JOURNAL,
    switches.ACTIVATE_JOURNAL,
    EDIT_DEBTOR,
    ARCHIVE_DEBTOR,
    PAY_INVOICE,
    CREDIT_INVOICE,
    REVERSE_TRANSACTION,
    BOOK_SALE,
)
