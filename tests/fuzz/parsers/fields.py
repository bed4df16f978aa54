"""Every strict field: one of each class, found in the schemas that are made of them."""

import gc
import pkgutil
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module

import orjson
from marshmallow import ValidationError

import mockbooks
from mockbooks.errors import RequestError
from mockbooks.service.fields import Day, DecimalText, Moment, Strict, canonical
from tests.fuzz.parser import Parser, text_of

# Modules that are programs or plugins, and not for importing.
_PROGRAMS = ("__main__", "pytest_plugin", ".samples.")
# Made anew for the books that come in, and read by the parser `books`.
_OF_BOOKS = "mockbooks.ledger."
_WORDS = (
    *(b"null", b"true", b"[", b"]", b"{", b"}", b'"', b":", b",", b'""', b'" "', b"-", b".", b"0.00", b"1e5", b"00"),
    *(
        b"2026-02-29",
        b"T24:00:00Z",
        b"+23:59",
        b"23:59:60",
        b"NL",
        b"\\u0000",
        b"\\n",
        b"%",
        b"/",
        b"~",
        b"*",
        b"(",
        b"\\",
    ),
)


def classes() -> tuple[type[Strict], ...]:
    """Give every class of field that mockbooks declares, in the order of their names."""
    _import_everything()
    return tuple(sorted(set(_below(Strict)), key=lambda each: (each.__module__, each.__qualname__)))


def name_of(each: type[Strict]) -> str:
    """Name the parser of a class of fields: there is more than one `Number`."""
    return f"field-{each.__module__.rpartition('.')[2]}-{each.__qualname__}"


def _below(above: type[Strict]) -> Iterator[type[Strict]]:
    for each in above.__subclasses__():
        if each.__module__.startswith("mockbooks."):
            yield each
        yield from _below(each)


@cache
def _import_everything() -> None:
    for module in pkgutil.walk_packages(mockbooks.__path__, "mockbooks."):
        if not any(part in f"{module.name}." for part in _PROGRAMS):
            import_module(module.name)


def _examples() -> dict[type[Strict], list[Strict]]:
    """Find the fields that there are: those of classes of schemas, which are made when their module is imported."""
    found: dict[type[Strict], list[Strict]] = {}
    for each in gc.get_objects():
        if isinstance(each, Strict):
            found.setdefault(type(each), []).append(each)
    return found


def _read(field: Strict, data: bytes) -> object:
    """Read JSON, and what is none as a text."""
    try:
        came: object = orjson.loads(data)
    except ValueError:
        came = text_of(data)
    value = field.deserialize(came)
    _hold_round_trip(field, value)
    return value


def _hold_round_trip(field: Strict, value: object) -> None:
    """Hold that a value that is written as it is shown is read as the same."""
    if value is None:
        return
    if isinstance(field, DecimalText):
        assert field.read(format(value, "f")) == canonical(value, field.unit)  # type: ignore[arg-type]
    elif type(field) is Day:
        assert field.read(str(value)) == value
    elif type(field) is Moment:
        assert field.read(value) == value


def _parsers() -> Iterator[Parser]:
    every_class, found = classes(), _examples()
    for each in every_class:
        fields = sorted(found.get(each, ()), key=lambda field: str(field.metadata))
        # Some only stand in answers, and read nothing.
        if fields and each.read is not Strict.read and not each.__module__.startswith(_OF_BOOKS):
            yield Parser(
                name=name_of(each),
                read=partial(_read, fields[0]),
                seeds=tuple(orjson.dumps(field.metadata["examples"][0]) for field in fields[:8]),
                words=_WORDS,
                refuses=(ValidationError, RequestError),
            )


PARSERS = tuple(_parsers())
