"""The table of deeds is the folder, and says of each deed what the reference of scenarios prints."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import mockbooks.bookkeeper
from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.deed import Deed


def _declared() -> Iterator[Deed[Any]]:
    """Give every deed that any file of the folder declares."""
    for path in sorted(Path(mockbooks.bookkeeper.__file__).parent.glob("[!_]*.py")):
        module = import_module(f"mockbooks.bookkeeper.{path.stem}")
        yield from (value for value in vars(module).values() if isinstance(value, Deed))


def test_every_deed_that_a_file_declares_stands_in_the_table_once() -> None:
    assert sorted(deed.name for deed in _declared()) == sorted(deed.name for deed in DEEDS)


def test_the_names_are_those_of_scenario_files() -> None:
    assert [deed.name for deed in DEEDS] == [
        "lockPeriod", "unlockPeriods", "fileVatReturn", "deactivateVatRate", "activateVatRate",
        "deactivateLedgerAccount", "activateLedgerAccount", "deactivateJournal", "activateJournal", "editDebtor",
        "archiveDebtor", "payInvoice", "creditInvoice", "reverseTransaction", "bookSale",
    ]  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_is_documented_by_sentences_and_an_example_that_it_takes(deed: Deed[Any]) -> None:
    description, (example,) = deed.field.metadata["description"], deed.field.metadata["examples"]

    assert deed.summary.endswith(".")
    assert description.endswith(".")
    assert deed.field.required
    assert deed.field.deserialize(example) is not None
