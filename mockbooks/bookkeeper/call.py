"""What a deed takes from the call that an injection met: texts in its value that begin with "/" are JSON Pointers.

The pointers are resolved in the plain value, before its field reads it; so a field never sees one.
"""

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import ValidationError

from mockbooks.bookkeeper.deed import Deed, V
from mockbooks.errors import RefusedError
from mockbooks.service.schema import complaints_in
from mockbooks.texts import cut
from mockbooks.traffic.json_pointer import resolve

_ABOUT_THE_KEY: Final = ("unknown_field", "set_by_server")


def needs_call(raw_value: object) -> bool:
    """Tell whether a plain value, as it stands in a scenario file, holds a pointer into a call."""
    if isinstance(raw_value, Mapping):
        return any(map(needs_call, raw_value.values()))
    if isinstance(raw_value, list):
        return any(map(needs_call, raw_value))
    return _is_pointer(raw_value)


def check(deed: Deed[V], raw_value: object) -> None:
    """Judge what can be judged of a plain value without a call; raises ValidationError as the fields do.

    Only what a pointer stands for is left out, until there is a call.
    """
    try:
        deed.field.deserialize(raw_value)
    except ValidationError as error:
        messages = _without_pointers(error.messages, raw_value)
        if messages:
            raise ValidationError(messages) from error


def from_call(deed: Deed[V], raw_value: object, document: object) -> V:
    """Read a plain value for a deed, with what its pointers find in the JSON body of a call.

    Raises LookupError when the body does not hold what a pointer names, and RefusedError when what was found there
    cannot serve as the value; the complaints point into the value of the deed.
    """
    try:
        value: V = deed.field.deserialize(_resolved(raw_value, document))
    except ValidationError as error:
        raise RefusedError(*complaints_in(error)) from error
    return value


def _is_pointer(raw_value: object) -> bool:
    return isinstance(raw_value, str) and raw_value.startswith("/")


def _resolved(raw_value: object, document: object) -> object:
    if isinstance(raw_value, Mapping):
        return {key: _resolved(inner, document) for key, inner in raw_value.items()}
    if isinstance(raw_value, list):
        return [_resolved(inner, document) for inner in raw_value]
    return _found(document, str(raw_value)) if _is_pointer(raw_value) else raw_value


def _found(document: object, pointer: str) -> object:
    try:
        return resolve(document, pointer)
    except LookupError as error:
        raise LookupError(f'the body of the call holds no "{cut(pointer)}"') from error


def _without_pointers(messages: Any, raw_value: object) -> Any:  # noqa: ANN401 - what marshmallow collects
    """Leave out what was found wrong with the pointers themselves; whether there is such a key is known already."""
    if not isinstance(messages, dict):
        return [each for each in messages if each.code in _ABOUT_THE_KEY] if _is_pointer(raw_value) else messages
    left = {key: _without_pointers(inner, _at(raw_value, key)) for key, inner in messages.items()}
    return {key: inner for key, inner in left.items() if inner}


def _at(raw_value: object, key: object) -> object:
    if isinstance(raw_value, Mapping):
        return raw_value.get(key)
    return raw_value[key] if isinstance(raw_value, list) and isinstance(key, int) else None
