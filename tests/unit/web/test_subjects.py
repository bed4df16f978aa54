"""Each scenario of the library is shown to readers once, under the subject that it is about."""

from mockbooks.scenarios.library import folders, names
from mockbooks.web.reference.subjects import SUBJECTS
from mockbooks.web.reference.written.library import page


def test_every_scenario_of_the_library_has_one_subject() -> None:
    grouped = [name for subject in SUBJECTS for name in subject.scenarios]
    assert sorted(grouped) == sorted(names(folders()))


def test_with_every_scenario_stands_what_a_test_must_do_at_least() -> None:
    demands = [line for line in page().splitlines() if line.startswith("- **Your test must**")]
    assert [line for line in demands if "at least" not in line] == []
    assert len(demands) == len(names(folders()))
