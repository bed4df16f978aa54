"""`fileVatReturn`: the accountant files the VAT return of a quarter, after which nothing can be booked in it."""

from typing import Final

from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.period_fields import QuarterText
from mockbooks.domain.periods import Quarter
from mockbooks.resources import administration
from mockbooks.service.context import Context


def _file_vat_return(context: Context, quarter: Quarter) -> None:
    with context.books.work(context.actor):
        administration.file_vat_return(context, quarter)


FILE_VAT_RETURN: Final = Deed(
    name="fileVatReturn",
    summary="Files the VAT return (btw-aangifte) of a quarter, which closes that quarter for good.",
    field=QuarterText(
        "Quarter whose return is filed: nothing can be booked in it any more (`period_locked`), also when no lock date"
        " covers it.",
        required=True,
        example="2026-Q3",
    ),
    do=_file_vat_return,
)
