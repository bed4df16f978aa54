"""What the pytest plugin does once a test asks for mockbooks; until then no run of pytest imports any of this."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from mockbooks.settings import Settings
from mockbooks.testing.control import ControlError
from mockbooks.testing.failure_sections import Section, failure_text, sections_of
from mockbooks.testing.in_process import InProcess
from mockbooks.testing.scenario_source import Scenario
from mockbooks.testing.server import MockbooksServer

if TYPE_CHECKING:
    from mockbooks.server import Server as RunningServer

MARKER = "mockbooks_scenario"
_MISMARKED = (
    f'Write @pytest.mark.{MARKER}("lost-reply"): the name of a scenario of the library, the path of a file, YAML or a '
    "dict. Several of them, which run the test once for each, stand in the mark of a function or a class that is no "
    "unittest.TestCase."
)
Server = TypeVar("Server", bound=MockbooksServer)


@dataclass(slots=True, kw_only=True)
class Opened:
    """An administration that is open for a test, the scenario to cope with, and whether its verdict failed the test."""

    server: MockbooksServer
    scenario: Scenario | None
    is_told: bool = False


@contextmanager
def running_for_tests(settings: Settings) -> Iterator["RunningServer"]:
    """Run the server of this process on a free port."""
    from mockbooks.server import running  # noqa: PLC0415 - with a server elsewhere none is needed here

    with running(_fit_for_tests(settings)) as server:
        yield server


def in_process_for_tests(settings: Settings) -> InProcess:
    """Build the server of this process that has no port."""
    return InProcess(_fit_for_tests(settings))


def scenario_of(request: pytest.FixtureRequest) -> Scenario | None:
    """Give the scenario of a test: that of its parameter, else that of its mark."""
    if hasattr(request, "param"):
        scenario: Scenario = request.param
        return scenario
    marker = request.node.get_closest_marker(MARKER)
    if marker is None:
        return None
    if len(marker.args) != 1 or marker.kwargs:
        pytest.fail(_MISMARKED, pytrace=False)
    chosen: Scenario = marker.args[0]
    return chosen


def control_token(request: pytest.FixtureRequest) -> str | None:
    """Give the token of the control API with which our own server was started; of another the environment tells."""
    if request.config.getoption("mockbooks_url"):
        return None
    settings: Settings = request.getfixturevalue("mockbooks_settings")
    return settings.control_token


def opened_for(
    request: pytest.FixtureRequest, server: Server, scenario: Scenario | None, opened: list[Opened]
) -> Iterator[Server]:
    """Begin the scenario of a test, and note that its administration is open for as long as it is."""
    if scenario is not None:
        server.activate(scenario, (request.path.parent, request.config.rootpath))
    this = Opened(server=server, scenario=scenario)
    opened.append(this)
    yield server
    opened.remove(this)


@contextmanager
def telling() -> Iterator[None]:
    """Tell what goes wrong with mockbooks as a plain text, without the traceback of the plugin."""
    try:
        yield
    except ControlError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


def demand_pass(opened: Sequence[Opened]) -> None:
    """Fail a test whose integration did not cope with its scenario."""
    for each in opened:
        if each.scenario is not None:
            with telling():
                _demand_pass(each)


def sections_for(opened: Sequence[Opened]) -> list[Section]:
    """Give the sections of a failed test; what its failure tells already is not shown twice."""
    return [section for each in opened for section in sections_of(each.server, with_verdict=not each.is_told)]


def _demand_pass(opened: Opened) -> None:
    verdict = opened.server.verdict()
    if not verdict.passed:
        opened.is_told = True
        pytest.fail(failure_text(verdict, opened.server.control("GET", "/scenario")["description"]), pytrace=False)


def _fit_for_tests(settings: Settings) -> Settings:
    """Take a free port, since several processes may test side by side, and leave stderr to the tests."""
    if settings.scenario is not None:
        pytest.fail(
            f"mockbooks_settings names a scenario; give it to the tests by @pytest.mark.{MARKER}", pytrace=False
        )
    return replace(settings, port=0, control=True, log_requests=False)
