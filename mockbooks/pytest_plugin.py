"""The pytest plugin: a fresh administration for every test that asks for one, and a verdict that fails the test.

It is loaded by every run of pytest on a machine that has mockbooks installed: it imports nothing of it before a test
asks for it, and does nothing for the others.
"""

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from mockbooks import Settings
    from mockbooks.testing.for_pytest import Opened
    from mockbooks.testing.in_process import InProcess, MockbooksInProcess
    from mockbooks.testing.scenario_source import Scenario
    from mockbooks.testing.server import MockbooksServer

MARKER = "mockbooks_scenario"
_FIXTURES = frozenset({"mockbooks_server", "mockbooks_in_process"})
_HELP = (
    f"{MARKER}(scenario, ...): misbehave as a scenario says (a name, a path, YAML or a dict), and fail the test when "
    "the verdict on it is no pass; with several the test runs once for each."
)
# The administrations that are open for a test.
_OPEN = pytest.StashKey[list["Opened"]]()
# The CA of the server that was started here.
_CA_FILE = pytest.StashKey["Path | None"]()


@pytest.fixture(scope="session")
def mockbooks_settings() -> "Settings":
    """Give the settings of the server of this run; override it to have others. The port is always a free one."""
    from mockbooks.settings import Settings  # noqa: PLC0415 - most runs of pytest never get here

    return Settings(demo=False)


@pytest.fixture(scope="session")
def mockbooks_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Tell where the one server of this process is; override it to use one that runs elsewhere, as in a container."""
    from mockbooks.testing.control import address_of  # noqa: PLC0415 - as above
    from mockbooks.testing.for_pytest import running_for_tests, telling  # noqa: PLC0415 - as above

    if named := request.config.getoption("mockbooks_url"):
        with telling():
            url = address_of(named).url
        yield url
        return
    with running_for_tests(request.getfixturevalue("mockbooks_settings")) as server:
        request.config.stash[_CA_FILE] = server.authority_file
        yield server.base_url


@pytest.fixture(scope="session")
def mockbooks_ca_file(request: pytest.FixtureRequest, mockbooks_url: str) -> "Path | None":
    """Give the file of the CA that is to be trusted: that of our own server, else what MOCKBOOKS_CA names."""
    from mockbooks.testing.control import address_of  # noqa: PLC0415 - as above
    from mockbooks.testing.for_pytest import telling  # noqa: PLC0415 - as above

    with telling():
        return address_of(mockbooks_url, ca_file=request.config.stash.get(_CA_FILE, None)).authority


@pytest.fixture
def mockbooks_scenario(request: pytest.FixtureRequest) -> "Scenario | None":
    """Give the scenario of this test: that of its mark, or None."""
    from mockbooks.testing.for_pytest import scenario_of  # noqa: PLC0415 - as above

    return scenario_of(request)


@pytest.fixture
def mockbooks_server(
    request: pytest.FixtureRequest,
    mockbooks_url: str,
    mockbooks_ca_file: "Path | None",
    mockbooks_scenario: "Scenario | None",
) -> Iterator["MockbooksServer"]:
    """Have mockbooks on a port, with an administration of its own for this test."""
    from mockbooks.testing.for_pytest import control_token, opened_for, telling  # noqa: PLC0415 - as above
    from mockbooks.testing.server import new_administration  # noqa: PLC0415 - as above

    token = control_token(request)
    with telling(), new_administration(mockbooks_url, control_token=token, ca_file=mockbooks_ca_file) as server:
        yield from opened_for(request, server, mockbooks_scenario, request.node.stash.setdefault(_OPEN, []))


@pytest.fixture(scope="session")
def mockbooks_app(mockbooks_settings: "Settings") -> "InProcess":
    """Have mockbooks without a port, one for this process: a WSGI application."""
    from mockbooks.testing.for_pytest import in_process_for_tests  # noqa: PLC0415 - as above

    return in_process_for_tests(mockbooks_settings)


@pytest.fixture
def mockbooks_in_process(
    request: pytest.FixtureRequest, mockbooks_app: "InProcess", mockbooks_scenario: "Scenario | None"
) -> Iterator["MockbooksInProcess"]:
    """Have mockbooks without a port, with an administration of its own for this test."""
    from mockbooks.testing.for_pytest import opened_for, telling  # noqa: PLC0415 - as above

    with telling(), mockbooks_app.new_administration() as server:
        yield from opened_for(request, server, mockbooks_scenario, request.node.stash.setdefault(_OPEN, []))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run use a server that is there already."""
    group = parser.getgroup("mockbooks")
    group.addoption("--mockbooks-url", metavar="URL", help="Use the mockbooks server that runs at URL.")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", _HELP)
    # pytest rewrites the assertions of every package that brings a plugin. Ours has none, and compiling all of it anew
    # costs half a second where no bytecode is kept. There is no public way to say so; without this all is only slower.
    getattr(config.pluginmanager.rewrite_hook, "_must_rewrite", set()).discard("mockbooks")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test with several scenarios once for each; a mark that cannot be used is told when the test runs."""
    marker = metafunc.definition.get_closest_marker(MARKER)
    if marker is None or len(marker.args) < 2 or marker.kwargs:  # noqa: PLR2004 - two are several
        return
    if MARKER not in metafunc.fixturenames:
        metafunc.fixturenames.append(MARKER)
    metafunc.parametrize(MARKER, marker.args, ids=_id_of, indirect=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give a marked test the fixture that it does not ask for itself."""
    if not isinstance(item, pytest.Function) or item.get_closest_marker(MARKER) is None:
        return
    if _FIXTURES.isdisjoint(item.fixturenames):
        item.fixturenames = [*item.fixturenames, "mockbooks_server"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Ask for the verdict when the body of a test with a scenario has passed."""
    result = yield
    if opened := item.stash.get(_OPEN, ()):
        from mockbooks.testing.for_pytest import demand_pass  # noqa: PLC0415 - as above

        demand_pass(opened)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show with a failed test what mockbooks was asked, and what it makes of that."""
    report = yield
    if report.failed and (opened := item.stash.get(_OPEN, ())):
        from mockbooks.testing.for_pytest import sections_for  # noqa: PLC0415 - as above

        report.sections += sections_for(opened)
    return report


def _id_of(scenario: object) -> str | None:
    return scenario if isinstance(scenario, str) and "\n" not in scenario else None
