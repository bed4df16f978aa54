"""Loads a scenario: from the bytes of a file to a frozen value, or to everything that is wrong with it."""

from marshmallow import ValidationError

from mockbooks.errors import RefusedError
from mockbooks.scenarios.complaints import ScenarioError, located
from mockbooks.scenarios.model import Scenario
from mockbooks.scenarios.schemas import SCENARIO
from mockbooks.scenarios.yaml_text import read_yaml
from mockbooks.service.schema import complaints_in


def load(text: bytes, *, source: str) -> Scenario:
    """Load YAML or JSON; raises ScenarioError with all complaints, which know their line and column.

    `source` is how the person who wrote it knows the text, such as the path of a file; `told` begins its lines with it.
    Where JSON uses escapes that YAML does not have, complaints know their JSON Pointer only.
    """
    try:
        read = read_yaml(text)
    except RefusedError as error:
        raise ScenarioError(*error.complaints, source=source) from None
    try:
        scenario: Scenario = SCENARIO.load(read.data)
    except ValidationError as error:
        raise ScenarioError(*located(complaints_in(error), read.spot), source=source) from None
    return scenario
