"""The server of another process: read from what the system tells of it, or not at all."""

from pathlib import Path

import pytest

from mockbooks.cli.server_process import ServerProcess
from mockbooks.settings import Settings

NEEDED = {"host", "port", "tls", "tls_folder", "control_token"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    return folder


@pytest.fixture
def proc(tmp_path: Path, folder: Path) -> Path:
    """Make what the system tells of process 1: that of an image whose server was given two flags."""
    process = tmp_path / "proc" / "1"
    process.mkdir(parents=True)
    words = ("/opt/mockbooks/bin/python", "/opt/mockbooks/bin/mockbooks", "serve", "--port", "9000", "--tls")
    (process / "cmdline").write_bytes("".join(f"{word}\0" for word in words).encode())
    (process / "environ").write_bytes(b"PATH=/usr/bin\0MOCKBOOKS_HOST=0.0.0.0\0MOCKBOOKS_CONTROL_TOKEN=geheim\0")
    (process / "cwd").symlink_to(folder)
    return process.parent


def settings_of(proc: Path) -> Settings | None:
    process = ServerProcess.of("1", proc)
    return process.settings(NEEDED) if process else None


def process(proc: Path, number: int, *words: str, name: str, parent: int) -> None:
    """Make what the system tells of another process."""
    place = proc / str(number)
    place.mkdir()
    (place / "cmdline").write_bytes("".join(f"{word}\0" for word in words).encode())
    (place / "environ").write_bytes(b"MOCKBOOKS_CONTROL_TOKEN=geheim-7\0")
    (place / "stat").write_text(f"{number} ({name}) S {parent} 1 1 0 -1 4194560\n", encoding="utf-8")


def started_with(proc: Path, *words: str) -> None:
    (proc / "1" / "cmdline").write_bytes("".join(f"{word}\0" for word in words).encode())


def test_its_flags_and_its_variables_are_read_as_the_server_has_read_them(proc: Path) -> None:
    assert settings_of(proc) == Settings(port=9000, tls=True, host="0.0.0.0", control_token="geheim")  # noqa: S104


def test_a_flag_of_it_beats_its_variable(proc: Path) -> None:
    started_with(proc, "mockbooks", "serve", "--control-token", "anders")

    settings = settings_of(proc)

    assert settings is not None
    assert settings.control_token == "anders"


def test_its_file_is_looked_for_in_its_own_folder(proc: Path, folder: Path) -> None:
    (folder / "mockbooks.toml").write_text("port = 9001\n", encoding="utf-8")
    started_with(proc, "mockbooks", "serve")

    settings = settings_of(proc)

    assert settings is not None
    assert settings.port == 9001


def test_a_file_that_it_was_told_of_is_found_from_its_own_folder(proc: Path, folder: Path) -> None:
    (folder / "own.toml").write_text('port = 9002\nscenario_folder = "only-there"\n', encoding="utf-8")
    started_with(proc, "mockbooks", "serve", "--config", "own.toml")

    settings = settings_of(proc)

    assert settings is not None
    assert settings.port == 9002


def test_it_is_recognised_as_a_module(proc: Path) -> None:
    started_with(proc, "python", "-m", "mockbooks", "serve", "--port=9003")

    settings = settings_of(proc)

    assert settings is not None
    assert settings.port == 9003


def test_behind_an_init_it_is_the_process_that_the_init_has_started(proc: Path) -> None:
    """As `docker run --init IMAGE --port 9003` has it, beside what `docker exec` has started."""
    started_with(proc, "/sbin/docker-init", "--", "entrypoint", "--port", "9003")
    words = ("/opt/mockbooks/bin/python", "/opt/mockbooks/bin/mockbooks", "serve")
    process(proc, 7, *words, "--port", "9003", name="(python) 1 1", parent=1)
    process(proc, 23, *words, "--port", "9004", name="mockbooks", parent=0)
    process(proc, 24, "sleep", "infinity", name="sleep", parent=1)

    settings = settings_of(proc)

    assert settings == Settings(port=9003, control_token="geheim-7")


def test_behind_an_init_that_has_started_no_server_nothing_is_told(proc: Path) -> None:
    started_with(proc, "/sbin/docker-init", "--", "entrypoint", "sh")
    process(proc, 7, "sh", name="sh", parent=1)
    (proc / "8").mkdir()

    assert settings_of(proc) is None


@pytest.mark.parametrize(
    "words",
    [
        ("sleep", "infinity"),
        ("mockbooks", "verdict"),
        ("sh", "-c", "mockbooks serve --port 9000"),
        ("mockbooks", "serve", "--port", "many"),
        (),
    ],
)
def test_of_what_is_no_server_that_could_have_started_nothing_is_told(proc: Path, words: tuple[str, ...]) -> None:
    started_with(proc, *words)

    assert settings_of(proc) is None


@pytest.mark.parametrize("number", ["", "2", "self/../1", "-1"])
def test_of_what_is_no_process_nothing_is_told(proc: Path, number: str) -> None:
    assert ServerProcess.of(number, proc) is None


def test_where_only_the_command_line_may_be_read_environment_and_folder_are_taken_to_be_the_same(
    proc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (proc / "1" / "environ").unlink()
    (proc / "1" / "cwd").unlink()
    monkeypatch.setenv("MOCKBOOKS_CONTROL_TOKEN", "geheim")

    process = ServerProcess.of("1", proc)

    assert process is not None
    assert process.folder == Path()
    assert process.settings(NEEDED) == Settings(port=9000, tls=True, control_token="geheim")
