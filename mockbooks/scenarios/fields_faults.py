"""The field `fault` of an injection: faults with their settings, and the phase in which all of them can act."""

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import Any, Final

from marshmallow import ValidationError, fields

from mockbooks.errors import Complaint
from mockbooks.scenarios.fields_plain import demand_object, takes_objects
from mockbooks.scenarios.kinds import faults, unknown_kind
from mockbooks.scenarios.writing import written
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.stage.fault import NEEDS_SETTINGS, Fault
from mockbooks.stage.many import all_read, demand_number
from mockbooks.texts import Text
from mockbooks.traffic.injection import Phase

Chosen = tuple[tuple[Fault[Any], Any], ...]
MOST_FAULTS: Final = 10
_FAULT: Final = Text("fault", "storing")


class Faults(Strict, fields.Field[Any]):
    """One or more faults: a bare name, a mapping of names to settings, or a list of these."""

    def __init__(self, description: str, *, example: object) -> None:
        """Declare it; what it takes is one of the definitions of the JSON Schema of the whole file."""
        super().__init__(description, required=True, example=example, schema={"$ref": "#/$defs/faults"})

    def read(self, value: object) -> Chosen:
        """Take them in the order written."""
        if isinstance(value, list):
            chosen = _in_list(value)
        elif isinstance(value, str):
            chosen = (_bare(value),)
        elif isinstance(value, Mapping):
            chosen = _in_mapping(value)
        else:
            refuse("not_object", came=shown(value))
        demand_number(len(chosen), fewest=1, most=MOST_FAULTS)
        return chosen


def common_phase(chosen: Chosen, wanted: Phase | None) -> Phase:
    """Give the phase that was asked for, or the first that all faults can act in; ValidationError when there is none.

    The error says of the key `phase` or `fault` what is wrong.
    """
    if wanted is None:
        first, *others = (fault.phases for fault, _ in chosen)
        phase = next((each for each in first if all(each in phases for phases in others)), None)
        return phase or _refuse("fault", "phases_disagree", faults=tuple(_with_phases(fault) for fault, _ in chosen))
    for fault, _ in chosen:
        if wanted not in fault.phases:
            _refuse("phase", "phase_not_possible", fault=fault.name, allowed=fault.phases, came=wanted)
    return wanted


def told_phases() -> str:
    """Tell which phase a fault acts in when none is named."""
    of_own: dict[Phase, list[str]] = {"gate": [], "after": []}
    for fault in faults().values():
        of_own.get(fault.phases[0], []).append(fault.name)
    named = "; ".join(f"`{phase}` for {', '.join(names)}" for phase, names in of_own.items())
    return f"Left out: {named}; `before` for all others, and for several faults the first phase that suits them all."


def _in_list(items: list[object]) -> Chosen:
    return tuple(chain(*all_read({place: partial(_of_item, item) for place, item in enumerate(items)})))


def _of_item(item: object) -> Chosen:
    if isinstance(item, str):
        return (_bare(item),)
    return _in_mapping(item) if isinstance(item, Mapping) else refuse("not_object", came=shown(item))


def _in_mapping(items: Mapping[str, object]) -> Chosen:
    return all_read({name: partial(_chosen, name, settings) for name, settings in items.items()})


def _bare(name: str) -> tuple[Fault[Any], Any]:
    return _chosen(name, None)


def _chosen(name: str, settings: object) -> tuple[Fault[Any], Any]:
    fault = faults().get(name)
    if fault is None:
        raise ValidationError([unknown_kind(_FAULT, name, tuple(faults()))])
    if settings is not None and settings != {}:
        if takes_objects(fault.settings, settings):
            demand_object(name, fault.settings, settings)
        return fault, fault.settings.deserialize(settings)
    if fault.bare is NEEDS_SETTINGS:
        refuse("settings_needed", name=name, example=f"{name}: {written(_example(fault.settings))}")
    return fault, fault.bare


def _example(settings: Strict) -> object:
    return settings.metadata["examples"][0]


def _with_phases(fault: Fault[Any]) -> str:
    return f"{fault.name} ({', '.join(fault.phases)})"


def _refuse(key: str, code: str, **values: object) -> Any:  # noqa: ANN401 - it never gives anything
    raise ValidationError({key: [Complaint(code, values=values)]})
