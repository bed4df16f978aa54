"""`archiveDebtor`: somebody archives a debtor, who keeps the code but can no longer be sold to (`debtor_inactive`)."""

from typing import Final

from mockbooks.bookkeeper.booking import save_debtor
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import debtor_field, find_debtor
from mockbooks.service.context import Context


def _archive_debtor(context: Context, who: str) -> None:
    with context.books.work(context.actor):
        debtor = find_debtor(context, who)
        if debtor.active:
            save_debtor(context, debtor, {"active": False})


ARCHIVE_DEBTOR: Final = Deed(
    name="archiveDebtor",
    summary="Archives a debtor: sales to it are refused (`debtor_inactive`), while its code stays taken.",
    field=debtor_field("The debtor that is archived"),
    do=_archive_debtor,
)
