"""The table of audits is the folder, and together they judge every condition."""

from pathlib import Path

import mockbooks.conformance.audits
from mockbooks.conformance.audits import AUDITS
from mockbooks.conformance.conditions import BY_NUMBER


def test_the_table_is_the_folder() -> None:
    folder = Path(mockbooks.conformance.audits.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {check.name for check in AUDITS} == files


def test_every_condition_without_parts_is_judged_by_one() -> None:
    judged = [number for check in AUDITS for number in check.conditions]
    assert sorted(judged) == sorted(set(BY_NUMBER) - {"C4", "C9"})
