"""Settings: three places, one order of precedence, and complaints that say what would do."""

from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import pytest

from mockbooks.settings import SETTINGS, Limit, Settings, SettingsError, Subject, load_settings
from mockbooks.settings.address import local_url


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mockbooks.toml"


def complaints_about(flags: dict[str, str], environment: dict[str, str], file: Path | None = None) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        load_settings(flags, environment, file)
    return refused.value.complaints


def test_without_anything_the_defaults_hold() -> None:
    settings, warnings = load_settings({}, {})

    assert settings == Settings()
    assert warnings == ()
    assert (settings.host, settings.port, settings.random_seed) == ("127.0.0.1", 8080, 42)
    assert (settings.clock, settings.lock_date, settings.filed_quarters) == (None, None, ())
    assert (settings.max_body_bytes, settings.max_header_bytes, settings.max_url_bytes) == (10_485_760, 32_768, 8192)
    assert (settings.demo, settings.cors_origins, settings.log_requests) == (True, ("*",), None)


def test_a_flag_beats_a_variable_and_a_variable_beats_the_file(file: Path) -> None:
    file.write_text("port = 1\ndebtors = 2\nproducts = 3\n")

    settings, _ = load_settings({"port": "9001"}, {"MOCKBOOKS_PORT": "9002", "MOCKBOOKS_DEBTORS": "9003"}, file)

    assert (settings.port, settings.debtors, settings.products) == (9001, 9003, 3)


def test_a_file_holds_values_of_toml(file: Path) -> None:
    file.write_text(
        "clock = 2026-11-23T11:15:30+01:00\nlock_date = 2025-12-31\ndemo = false\nslow_request_seconds = 0.5\n"
        'filed_quarters = ["2026-Q1", "2026-Q2"]\ncors_origins = []\nmax_body_bytes = "1 MiB"\n'
    )

    settings, _ = load_settings({}, {}, file)

    assert settings.clock == datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)
    assert settings.lock_date == date(2025, 12, 31)
    assert settings.filed_quarters == ("2026-Q1", "2026-Q2")
    assert (settings.demo, settings.slow_request_seconds) == (False, 0.5)
    assert (settings.cors_origins, settings.max_body_bytes) == ((), 1_048_576)


def test_limits_are_windows_of_different_length_or_none(file: Path) -> None:
    file.write_text('limits = ["5/second", "600/minute"]\nconcurrent = 5\n')

    from_file, _ = load_settings({}, {}, file)
    from_flags, _ = load_settings({"limits": "none", "concurrent": "none"}, {}, file)

    assert (from_file.limits, from_file.concurrent) == ((Limit(5, "second"), Limit(600, "minute")), 5)
    assert (from_flags.limits, from_flags.concurrent) == ((), None)


def test_by_default_limits_are_generous_and_nothing_lives_for_ever() -> None:
    settings, _ = load_settings({}, {})

    assert settings.limits == (Limit(6000, "minute"), Limit(500_000, "day"))
    assert (settings.concurrent, settings.max_administrations) == (None, 250)
    assert (settings.access_token_seconds, settings.code_seconds) == (3600, 60)
    assert (settings.refresh_token_seconds, settings.refresh_grace_seconds) == (5_184_000, 0)


@pytest.mark.parametrize(
    ("text", "public_url"),
    [
        ("https://boeken.delinde.test:8443/", "https://boeken.delinde.test:8443"),
        ("HTTPS://Boeken.DeLinde.test", "https://boeken.delinde.test"),
        ("https://boeken.delinde.test:443", "https://boeken.delinde.test"),
        ("http://boeken.delinde.test:80/", "http://boeken.delinde.test"),
        ("http://boeken.delinde.test:443", "http://boeken.delinde.test:443"),
        ("https://[2001:DB8::7]:8443", "https://[2001:db8::7]:8443"),
    ],
)
def test_the_public_url_is_kept_as_browsers_write_an_origin(text: str, public_url: str) -> None:
    settings, _ = load_settings({"public_url": text}, {})

    assert settings.public_url == public_url


def test_the_file_of_the_working_directory_is_found(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("port = 9001\n")
    monkeypatch.chdir(file.parent)

    assert load_settings({}, {})[0].port == 9001


def test_an_unknown_key_is_refused_with_the_one_that_was_meant(file: Path) -> None:
    file.write_text("prot = 1\n")

    (complaint,) = complaints_about({}, {}, file)

    assert complaint.startswith(f'{file}: unknown key "prot"; did you mean "port"?; allowed: host, port, public_url')


def test_a_key_in_capitals_is_told_how_it_is_written(file: Path) -> None:
    file.write_text("PORT = 1\n")

    (complaint,) = complaints_about({}, {}, file)

    assert complaint.startswith(f'{file}: unknown key "PORT"; did you mean "port"?')


def test_a_table_is_an_unknown_key(file: Path) -> None:
    file.write_text("[server]\nport = 1\n")

    assert complaints_about({}, {}, file)[0].startswith(f'{file}: unknown key "server"')


def test_a_file_that_is_no_toml_is_refused_with_the_place(file: Path) -> None:
    file.write_text("port: 1\n")

    assert "is no TOML that can be read" in complaints_about({}, {}, file)[0]
    assert "line 1, column 5" in complaints_about({}, {}, file)[0]


def test_a_file_that_nests_deeper_than_can_be_read_is_refused(file: Path) -> None:
    file.write_text("port = " + "[" * 20_000)

    assert complaints_about({}, {}, file) == (f"{file}: is no TOML that can be read: it nests too deeply",)


def test_a_secret_that_will_not_do_is_not_shown() -> None:
    (complaint,) = complaints_about({}, {"MOCKBOOKS_CONTROL_TOKEN": "ge heim"})

    assert complaint == (
        "MOCKBOOKS_CONTROL_TOKEN: what came, which is secret, will not do; allowed: letters, digits and the signs"
        ' - . _ ~ + / of a bearer token, at most 200, or "none"'
    )


def test_everything_that_is_wrong_is_told_at_once(file: Path) -> None:
    file.write_text('lock_date = "yesterday"\n')

    assert complaints_about({"debtors": "many"}, {"MOCKBOOKS_PORT": "65536"}, file) == (
        f'{file}: lock_date: "yesterday" will not do; allowed: a date such as "2025-12-31", or "none"',
        'MOCKBOOKS_PORT: "65536" will not do; allowed: a whole number from 0 to 65535; 0 picks a free port',
        '--debtors: "many" will not do; allowed: a whole number from 0 to 1000000',
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("port", "-1"),
        ("port", "80 80"),
        ("debtors", "1e3"),
        ("lock_date", "20251231"),
        ("lock_date", "2026-02-30"),
        ("filed_quarters", "2026-Q5"),
        ("filed_quarters", "2026-Q1,"),
        ("cors_origins", "app.example"),
        ("cors_origins", "https://app.example/path"),
        ("max_body_bytes", "0"),
        ("max_body_bytes", "10 MB"),
        ("max_json_depth", "501"),
        ("slow_request_seconds", "0"),
        ("slow_request_seconds", "nan"),
        ("shutdown_seconds", "inf"),
        ("demo", "perhaps"),
        ("host", ""),
        ("host", "two words"),
        ("clock", "2026-11-23T10:15:30"),
        ("clock", "2002-12-31T23:59:59Z"),
        ("clock", "9999-11-01T00:00:00Z"),
        ("limits", "600"),
        ("limits", "0/minute"),
        ("limits", "600/week"),
        ("limits", "600/minute,30/minute"),
        ("limits", "none,600/minute"),
        ("concurrent", "0"),
        ("max_administrations", "10001"),
        ("access_token_seconds", "0"),
        ("refresh_grace_seconds", "-1"),
        ("public_url", "books.example"),
        ("public_url", "https://books.example/boeken"),
        ("public_url", "https://:8443"),
        ("public_url", "https://books.example:https"),
        ("public_url", "https://books.example:65536"),
        ("public_url", "https://[books.example"),
        ("tls_folder", ""),
        ("tls_names", "a name"),
        ("control_hosts", "https://books.example"),
    ],
)
def test_a_value_that_will_not_do_is_refused(name: str, text: str) -> None:
    assert len(complaints_about({name: text}, {})) == 1


def test_an_unknown_variable_is_a_warning() -> None:
    _, warnings = load_settings({}, {"MOCKBOOKS_PROT": "1"})

    assert warnings == ('MOCKBOOKS_PROT is ignored: there is no such setting; did you mean "MOCKBOOKS_PORT"?',)


def test_a_variable_of_kubernetes_is_no_port() -> None:
    settings, warnings = load_settings({}, {"MOCKBOOKS_PORT": "tcp://10.0.0.1:8080"})

    assert settings.port == 8080
    assert warnings == ("MOCKBOOKS_PORT is ignored: Kubernetes sets it for a service that is named mockbooks",)


def test_every_setting_has_a_flag_a_variable_and_a_description() -> None:
    named = {setting.name: (setting.flag, setting.variable) for setting in SETTINGS}

    assert named["random_seed"] == ("--random-seed", "MOCKBOOKS_RANDOM_SEED")
    assert named["filed_quarters"] == ("--filed-quarter", "MOCKBOOKS_FILED_QUARTERS")
    assert all(setting.description.endswith(".") for setting in SETTINGS)


def test_the_table_keeps_together_what_is_about_one_subject_in_the_order_of_the_headings() -> None:
    headings = [subject for subject, _ in groupby(SETTINGS, key=lambda setting: setting.subject)]

    assert headings == list(Subject)


def test_what_client_programs_and_commands_read_is_no_setting_and_no_mistake() -> None:
    environment = {
        "MOCKBOOKS_URL": "http://127.0.0.1:8080",
        "MOCKBOOKS_API_URL": "http://127.0.0.1:8080/api/v1",
        "MOCKBOOKS_TOKEN": "mockbooks-demo-token",
        "MOCKBOOKS_CLIENT_SECRET": "mockbooks-demo-secret",
        "MOCKBOOKS_ADMINISTRATION": "demo",
        "MOCKBOOKS_CA": "ca.pem",
        "MOCKBOOKS_SERVER_PROCESS": "1",
    }

    assert load_settings({}, environment) == (Settings(), ())


def test_the_file_is_looked_for_in_the_folder_of_whoever_starts(file: Path) -> None:
    file.write_text("port = 9001\n")

    settings, _ = load_settings({}, {}, folder=file.parent)

    assert settings.port == 9001


def test_what_is_not_asked_for_is_not_read_and_not_complained_about(file: Path) -> None:
    file.write_text('port = 9001\nlock_date = "yesterday"\n')

    settings, _ = load_settings({"debtors": "many"}, {"MOCKBOOKS_CLOCK": "noon"}, file, only={"port"})

    assert settings == Settings(port=9001)


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        (Settings(), "http://127.0.0.1:8080"),
        (Settings(host="0.0.0.0"), "http://127.0.0.1:8080"),  # noqa: S104 - no socket is opened
        (Settings(host="::", tls=True), "https://[::1]:8080"),
        (Settings(host="books.test"), "http://books.test:8080"),
    ],
)
def test_a_server_is_called_on_its_own_machine_by_an_address_that_can_be_called(settings: Settings, url: str) -> None:
    assert local_url(settings, 8080) == url
