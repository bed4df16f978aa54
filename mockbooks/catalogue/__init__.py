"""The catalogue: what every error code means, in English and in Dutch; the source of `/docs/errors`."""

from mockbooks.catalogue import (
    access,
    bookings,
    control,
    dates,
    expectations,
    fields,
    forms,
    injections,
    ledger,
    limits,
    numbers,
    protocol,
    records,
    requests,
    scenario_files,
    scenario_values,
    settlements,
    vat,
    whole_books,
)
from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Language, Text

__all__ = ["CATALOGUE", "SUBJECTS", "Entry", "Language", "Subject", "Text"]

SUBJECTS: tuple[Subject, ...] = (
    requests.SUBJECT,
    fields.SUBJECT,
    numbers.SUBJECT,
    dates.SUBJECT,
    forms.SUBJECT,
    records.SUBJECT,
    bookings.SUBJECT,
    ledger.SUBJECT,
    vat.SUBJECT,
    settlements.SUBJECT,
    access.SUBJECT,
    limits.SUBJECT,
    control.SUBJECT,
    whole_books.SUBJECT,
    scenario_files.SUBJECT,
    injections.SUBJECT,
    expectations.SUBJECT,
    scenario_values.SUBJECT,
    protocol.SUBJECT,
)
"""The chapters in the order of the documentation."""

CATALOGUE: dict[str, Entry] = {entry.code: entry for subject in SUBJECTS for entry in subject.entries}
"""Every code that an answer can carry."""
