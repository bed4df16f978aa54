"""Scenarios by name: from the library and a folder of one's own, and from nowhere else."""

import os
from pathlib import Path

import pytest

from mockbooks.catalogue.telling import tell
from mockbooks.errors import RefusedError
from mockbooks.scenarios import library
from mockbooks.scenarios.complaints import told
from mockbooks.scenarios.loader import load


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Make a folder with two scenarios of one's own, and what is none beside them."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "slow-friday.yaml").write_text("name: slow-friday\n")
    (folder / "other.json").write_text('{"name": "other"}')
    (folder / "notes.txt").write_text("not a scenario")
    (folder / "Capital.yaml").write_text("name: capital\n")
    return folder


def refusal(name: str, *folders: Path, by_path: bool = False) -> str:
    with pytest.raises(RefusedError) as raised:
        (library.find if by_path else library.read)(name, folders)
    return tell(raised.value.complaints[0], "en")


def test_the_library_is_the_folder_of_the_checkout() -> None:
    assert "lost-reply" in library.names(library.folders())


def test_every_file_of_the_library_has_the_name_that_it_says() -> None:
    folders = library.folders()
    known = library.names(folders)
    assert [
        load(found.text, source=found.source).name for found in (library.read(name, folders) for name in known)
    ] == [*known]


def test_names_are_listed_in_the_order_of_the_alphabet(own: Path) -> None:
    assert library.names((own,)) == ("other", "slow-friday")


def test_a_folder_that_is_not_there_has_no_scenarios(tmp_path: Path) -> None:
    assert library.names((tmp_path / "nowhere",)) == ()


def test_a_scenario_is_read_by_its_name(own: Path) -> None:
    found = library.read("slow-friday", (own,))
    assert (found.text, found.source) == (b"name: slow-friday\n", str(own / "slow-friday.yaml"))
    assert library.read("other", (own,)).text == b'{"name": "other"}'


def test_ones_own_goes_before_the_library(own: Path) -> None:
    (own / "lost-reply.yaml").write_text("name: lost-reply # mine\n")
    assert library.read("lost-reply", library.folders(own)).text == b"name: lost-reply # mine\n"
    assert library.names(library.folders(own)).count("lost-reply") == 1


def test_an_unknown_name_gets_the_nearest_and_the_list(own: Path) -> None:
    assert refusal("slow-frday", own) == (
        'There is no scenario "slow-frday". Did you mean "slow-friday"? Known: other, slow-friday.'
    )


def test_an_unknown_name_is_told_in_one_line(own: Path) -> None:
    with pytest.raises(RefusedError) as raised:
        library.read("nothing", (own,))
    assert told(raised.value, "nothing") == ['nothing: There is no scenario "nothing". Known: other, slow-friday.']


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../own/slow-friday",
        "slow-friday.yaml",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "slow-friday\x00",
        "Capital",
        "notes.txt",
        "con:aux",
        "a" * 10_000,
        "\ud800",
    ],
)
def test_what_is_no_name_leads_nowhere(own: Path, name: str) -> None:
    assert "There is no scenario" in refusal(name, own)


def test_a_link_out_of_the_folder_is_refused(own: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("name: secret\n")
    (own / "secret.yaml").symlink_to(tmp_path / "secret.yaml")
    assert refusal("secret", own) == (
        'The scenario "secret" cannot be read: it is a link that leads out of its folder.'
    )


def test_a_link_within_the_folder_is_followed(own: Path) -> None:
    (own / "friday.yaml").symlink_to("slow-friday.yaml")
    assert library.read("friday", (own,)).text == b"name: slow-friday\n"


def test_a_folder_that_is_a_link_itself_is_fine(own: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(own)
    assert library.read("slow-friday", (tmp_path / "link",)).text == b"name: slow-friday\n"


def test_links_in_a_circle_and_links_to_nothing_are_refused(own: Path) -> None:
    (own / "circle.yaml").symlink_to("circle.yaml")
    (own / "gone.yaml").symlink_to("nothing.yaml")
    assert 'The scenario "circle" cannot be read' in refusal("circle", own)
    assert refusal("gone", own) == 'The scenario "gone" cannot be read: there is no such file.'


def test_what_is_no_plain_file_is_refused_without_waiting(own: Path) -> None:
    (own / "folder.yaml").mkdir()
    os.mkfifo(own / "pipe.yaml")
    assert refusal("folder", own) == 'The scenario "folder" cannot be read: it is no plain file.'
    assert refusal("pipe", own) == 'The scenario "pipe" cannot be read: it is no plain file.'


def test_no_more_is_read_of_a_file_than_a_scenario_may_have(own: Path) -> None:
    (own / "large.yaml").write_bytes(b"#" * 10_000_000)
    assert len(library.read("large", (own,)).text) == 128 * 1024 + 1


def test_whoever_starts_the_server_may_name_any_file_by_its_path(own: Path) -> None:
    path = str(own / "slow-friday.yaml")
    assert library.find(path, ()).source == path
    assert library.find("slow-friday", (own,)).source == path


def test_a_path_must_lead_to_a_plain_file(own: Path) -> None:
    assert "there is no such file" in refusal(str(own / "nothing.yaml"), by_path=True)
    assert "it is no plain file" in refusal("/dev/null", by_path=True)
    assert "it is no plain file" in refusal(f"{own}/", by_path=True)
    assert "cannot be read" in refusal("mine\x00.yaml", by_path=True)
    assert "cannot be read" in refusal("a" * 10_000 + ".yaml", by_path=True)
