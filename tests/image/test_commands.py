"""What may stand behind `docker run IMAGE`: flags of the server, a command of mockbooks, or a program."""

from mockbooks import __version__
from tests.image.conftest import Container, Image, Serve


def test_flags_alone_are_those_of_the_server(serve: Serve) -> None:
    container = serve("--debtors", "0", "--products", "0")
    with container.client() as client:
        assert client.get("/api/v1/debtors").json()["data"] == []


def test_a_command_is_that_command(serve: Serve) -> None:
    container = serve("serve", "--port", "9000", port=9000)
    with container.client() as client:
        assert client.get("/_mockbooks/health").is_success


def test_settings_may_come_as_variables(serve: Serve) -> None:
    container = serve(options=("--env=MOCKBOOKS_SCENARIO=lost-reply",))
    with container.client() as client:
        assert client.get("/_mockbooks/scenario").json()["data"]["name"] == "lost-reply"


def test_the_library_is_listed(image: Image) -> None:
    ended = image.run("scenario", "list")
    assert (ended.code, ended.complained) == (0, "")
    assert "lost-reply" in ended.printed


def test_a_vendor_is_judged_without_a_server(image: Image) -> None:
    ended = image.run("sh", "-c", "mockbooks openapi | mockbooks audit - --format html")
    assert (ended.code, ended.complained) == (0, "")
    assert ended.printed.startswith("<!doctype html>")


def test_a_vendor_file_to_start_from_is_printed(image: Image) -> None:
    assert "name: mockbooks" in image.run("vendor", "example").printed


def test_the_version_is_told(image: Image) -> None:
    assert image.run("--version").printed == f"mockbooks {__version__}\n"


def test_help_names_the_commands(image: Image) -> None:
    assert "verdict" in image.run("--help").printed


def test_a_command_that_is_misspelt_is_told_so(image: Image) -> None:
    ended = image.run("senario", "list")
    assert ended.code == 2
    assert "Did you mean 'scenario'?" in ended.complained


def test_a_program_is_itself(image: Image) -> None:
    assert image.run("sh", "-c", "echo a shell").printed == "a shell\n"


def test_the_verdict_is_asked_for_within_the_container(serve: Serve) -> None:
    container = serve("--port=9000", "--scenario=lost-reply", "--control-token=s3cret", port=9000)
    ended = container.execute("mockbooks", "verdict")
    assert ended.code == 1
    assert ended.printed.startswith("Scenario lost-reply: NOT PASSED (1 failed, 4 not exercised)\n")


def test_the_verdict_is_given_as_junit(mockbooks: Container) -> None:
    ended = mockbooks.execute("mockbooks", "verdict", "--format=junit")
    assert ended.printed.startswith("<?xml")
