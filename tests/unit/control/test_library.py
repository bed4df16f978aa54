"""The list of scenarios that can be named: read again only when a file has changed."""

from dataclasses import replace
from pathlib import Path

from mockbooks.control import Control
from mockbooks.control.library import Listed, library_of, library_state
from tests.unit.control.worlds import control_of


def with_folder(folder: Path) -> Control:
    return replace(control_of(), scenario_folder=str(folder))


def own_of(control: Control) -> list[Listed]:
    return [each for each in library_of(control) if each.name.startswith("eigen")]


def test_every_scenario_of_the_library_can_be_used() -> None:
    listed = library_of(control_of())
    assert [each.problems for each in listed if each.problems] == []
    assert "lost-reply" in {each.name for each in listed}


def test_a_file_that_comes_changes_and_goes_is_seen(tmp_path: Path) -> None:
    control, file = with_folder(tmp_path), tmp_path / "eigen.yaml"
    assert own_of(control) == []
    file.write_text("name: eigen\ndescription: Van onszelf.\n")
    assert own_of(control) == [Listed(name="eigen", description="Van onszelf.")]
    file.write_text("name: eigen\ndescription: Anders.\n")
    assert own_of(control) == [Listed(name="eigen", description="Anders.")]
    file.unlink()
    assert own_of(control) == []


def test_one_that_cannot_be_used_is_listed_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "eigen.yaml").write_text("nam: eigen\n")
    (listed,) = own_of(with_folder(tmp_path))
    assert listed.problems[0].startswith('eigen:1:1: There is no field "nam" here.')


def test_while_no_file_changes_the_files_are_not_read_again(tmp_path: Path) -> None:
    control = with_folder(tmp_path)
    assert library_of(control) is library_of(control)
    assert library_state(control) == library_state(control)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert library_of(with_folder(tmp_path / "weg")) == library_of(control_of())
