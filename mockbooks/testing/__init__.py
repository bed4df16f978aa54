"""mockbooks in the tests of an integration: what the pytest plugin gives, and what works without pytest."""

from mockbooks.testing.control import ControlError
from mockbooks.testing.scenario_source import Scenario, ScenarioError
from mockbooks.testing.server import MockbooksServer, new_administration
from mockbooks.testing.verdict import Expectation, Verdict

__all__ = [
    "ControlError",
    "Expectation",
    "MockbooksServer",
    "Scenario",
    "ScenarioError",
    "Verdict",
    "new_administration",
]
