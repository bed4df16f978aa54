"""The process in the container: nobody in particular, in a file system that it cannot write to, and soon gone."""

from tests.image.conftest import Container, Image, Serve


def test_it_serves_with_nothing_said_and_nothing_to_write_to(mockbooks: Container) -> None:
    assert mockbooks.inspect()["HostConfig"]["ReadonlyRootfs"] is True
    with mockbooks.client() as client:
        found = client.get("/api/v1/debtors", params={"email": "inkoop@korenaar.example"}).json()["data"]
    assert [debtor["name"] for debtor in found] == ["Bakkerij De Korenaar"]


def test_its_user_is_a_number_that_is_not_root(mockbooks: Container) -> None:
    assert mockbooks.inspect()["Config"]["User"] == "65532:65532"
    assert mockbooks.execute("id").printed == "uid=65532 gid=65532 groups=65532\n"


def test_it_serves_as_any_user_of_the_root_group(serve: Serve) -> None:
    container = serve(options=("--user=12345:0",))
    assert container.execute("id", "-u").printed == "12345\n"


def test_the_server_itself_is_process_one(mockbooks: Container) -> None:
    command = mockbooks.execute("cat", "/proc/1/cmdline").printed.split("\0")
    assert command == ["/opt/mockbooks/bin/python", "/opt/mockbooks/bin/mockbooks", "serve", ""]


def test_it_stops_within_a_second_and_without_a_complaint(serve: Serve) -> None:
    container = serve()
    assert container.stop() < 1
    state = container.inspect()["State"]
    assert (state["ExitCode"], state["OOMKilled"]) == (0, False)


def test_it_finds_itself_healthy(mockbooks: Container) -> None:
    assert mockbooks.becomes_healthy()


def test_it_finds_itself_healthy_behind_tls_and_a_control_token(serve: Serve) -> None:
    container = serve("--tls", "--control-token=s3cret", options=("--tmpfs=/tls",), scheme="https")
    assert container.becomes_healthy()


def test_it_finds_itself_healthy_behind_an_init(serve: Serve) -> None:
    container = serve("--port=9000", options=("--init",), port=9000)
    assert "entrypoint" in container.execute("cat", "/proc/1/cmdline").printed
    assert container.becomes_healthy()


def test_nothing_is_compiled_at_a_start(image: Image) -> None:
    program = """
import os, sys, mockbooks.cli, mockbooks.server
cached = [getattr(module, "__cached__", None) for module in list(sys.modules.values())]
print([path for path in cached if path and not os.path.exists(path)])
"""
    assert image.run("python", "-c", program).printed == "[]\n"
