"""Where a command finds its server: what was named, else what the settings tell."""

from pathlib import Path

import pytest

from mockbooks.cli.whereabouts import Named, Whereabouts, WhereaboutsError, find


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make_authority(folder: Path) -> Path:
    folder.mkdir()
    file = folder / "ca.pem"
    file.touch()
    return file


def refusal_of(named: Named, environment: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(WhereaboutsError) as refused:
        find(named, environment)
    return refused.value.complaints


def test_without_anything_it_is_where_serve_listens_by_default() -> None:
    assert find(Named(), {}) == Whereabouts(url="http://127.0.0.1:8080")


def test_variables_of_the_server_tell_where_it_is() -> None:
    environment = {"MOCKBOOKS_HOST": "0.0.0.0", "MOCKBOOKS_PORT": "9000", "MOCKBOOKS_CONTROL_TOKEN": "geheim"}  # noqa: S104

    assert find(Named(), environment) == Whereabouts(url="http://127.0.0.1:9000", token="geheim")


def test_the_file_of_the_server_tells_where_it_is_and_which_authority_it_has(tmp_path: Path) -> None:
    (tmp_path / "mockbooks.toml").write_text('port = 9001\ntls = true\ntls_folder = "own"\n', encoding="utf-8")
    file = make_authority(tmp_path / "own")

    assert find(Named(), {}) == Whereabouts(url="https://127.0.0.1:9001", authority=file)


def test_a_variable_names_another_file(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("port = 9002\n", encoding="utf-8")

    assert find(Named(), {"MOCKBOOKS_CONFIG": "own.toml"}).url == "http://127.0.0.1:9002"


def test_an_authority_that_is_not_made_yet_is_not_trusted_yet() -> None:
    assert find(Named(), {"MOCKBOOKS_TLS": "true"}) == Whereabouts(url="https://127.0.0.1:8080")


def test_the_public_url_is_told_beside_the_one_that_is_called_here() -> None:
    environment = {"MOCKBOOKS_PUBLIC_URL": "https://boeken.test"}

    assert find(Named(), environment) == Whereabouts(url="http://127.0.0.1:8080", public_url="https://boeken.test")
    assert find(Named(url="http://127.0.0.1:8080"), environment).public_url is None


def test_a_port_that_the_server_picks_itself_cannot_be_known() -> None:
    (complaint,) = refusal_of(Named(), {"MOCKBOOKS_PORT": "0"})

    assert complaint.startswith("the server picks a free port itself (--port 0)")
    assert complaint.endswith("name the URL that it printed")


def test_settings_that_cannot_be_used_are_told() -> None:
    assert refusal_of(Named(), {"MOCKBOOKS_PORT": "many"}) == (
        'MOCKBOOKS_PORT: "many" will not do; allowed: a whole number from 0 to 65535; 0 picks a free port',
    )


def test_what_is_named_beats_the_settings() -> None:
    named = Named(url="http://books.test:81/", token="anders", authority=Path("ca.pem"))

    assert find(named, {"MOCKBOOKS_PORT": "9000", "MOCKBOOKS_CONTROL_TOKEN": "geheim"}) == Whereabouts(
        url="http://books.test:81", token="anders", authority=Path("ca.pem")
    )


def test_the_url_of_an_interface_is_taken_for_its_server() -> None:
    assert find(Named(url="https://books.test/mock/api/v1"), {}) == Whereabouts(url="https://books.test/mock")


def test_what_is_no_url_is_refused() -> None:
    (told,) = refusal_of(Named(url="books.test"), {})

    assert told == "books.test is no URL of a server: write one such as http://127.0.0.1:8080"


def test_for_a_named_server_on_this_machine_the_settings_tell_token_and_authority(tmp_path: Path) -> None:
    file = make_authority(tmp_path / "mockbooks-tls")

    found = find(Named(url="https://localhost:8080"), {"MOCKBOOKS_CONTROL_TOKEN": "geheim"})

    assert found == Whereabouts(url="https://localhost:8080", token="geheim", authority=file)


@pytest.mark.parametrize(("port", "token"), [("0", "geheim"), ("9000", "geheim"), ("8080", None)])
def test_the_token_is_for_the_port_of_the_settings_or_for_any_where_the_server_picks_it(
    port: str, token: str | None
) -> None:
    environment = {"MOCKBOOKS_PORT": port, "MOCKBOOKS_CONTROL_TOKEN": "geheim"}

    assert find(Named(url="http://127.0.0.1:9000"), environment).token == token


def test_a_server_on_another_machine_is_not_told_the_token_of_this_one(tmp_path: Path) -> None:
    make_authority(tmp_path / "mockbooks-tls")

    found = find(Named(url="https://books.test"), {"MOCKBOOKS_CONTROL_TOKEN": "geheim"})

    assert found == Whereabouts(url="https://books.test")


def test_a_named_server_is_found_whatever_is_wrong_with_the_settings_here() -> None:
    assert find(Named(url="http://127.0.0.1:9000"), {"MOCKBOOKS_PORT": "many"}).url == "http://127.0.0.1:9000"


def test_a_process_that_is_no_server_is_passed_over_quietly() -> None:
    assert find(Named(), {"MOCKBOOKS_SERVER_PROCESS": "0", "MOCKBOOKS_PORT": "9000"}).url == "http://127.0.0.1:9000"
