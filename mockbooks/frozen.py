"""Frozen dataclasses made in a quarter of the time: a start makes a hundred of them.

The standard library compiles six methods for each class. Only `__init__` has to be compiled; the others are the same
few functions for all. To everybody else it is `dataclasses.dataclass`: by its parameters, for `fields`, `replace` and
`asdict`, and for type checkers. What is not frozen, or has an order, is made by the standard library.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - what type checkers are to take it for
else:

    def dataclass(
        *,
        frozen: bool = False,
        order: bool = False,
        eq: bool = True,
        **options: bool,
    ) -> Callable[[type], type]:
        """Make a dataclass by the parameters of the standard library."""
        if not frozen or order:
            return dataclasses.dataclass(frozen=frozen, order=order, eq=eq, **options)
        return lambda cls: _with_methods(_described(cls, options), has_equality=eq)


_GIVEN_NOTHING: Final = object()
_set = object.__setattr__


def _described(cls: type, options: dict[str, bool]) -> type:
    """Have the fields of a class found, inherited ones too, and its slots made, but no method."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature would be read to make one
    described: type = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
    return described


def _with_methods(cls: type, *, has_equality: bool) -> type:
    """Give a class all methods that it has not written itself."""
    declared = fields(cls)
    methods = {"__init__": _initialiser(cls, declared), "__repr__": _representation(declared)}
    methods |= _barriers(cls, {each.name for each in declared})
    if has_equality:
        methods |= _equality([each.name for each in declared if each.compare])
    if "__slots__" in cls.__dict__:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(cls, name, method)
    return cls


# What is made for each class


def _initialiser(cls: type, declared: "tuple[Field[Any], ...]") -> Callable[..., None]:
    """Compile the one method that cannot do without: it takes each field by its name or place."""
    taken = [each for each in declared if each.init]
    places = [_parameter(each) for each in taken if not each.kw_only]
    names = [_parameter(each) for each in taken if each.kw_only]
    parameters = ", ".join(["self", *places, *(["*", *names] if names else [])])
    deeds = [*_settings(declared), *(["self.__post_init__()"] if hasattr(cls, "__post_init__") else [])]
    known = {f"_of_{each.name}": _default_of(each) for each in declared}
    made: dict[str, Any] = {"_set": _set, "_GIVEN_NOTHING": _GIVEN_NOTHING, **known}
    exec(f"def __init__({parameters}):\n " + "\n ".join(deeds or ["pass"]), made)  # noqa: S102 - names of fields alone
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    initialiser: Callable[..., None] = made["__init__"]
    return initialiser


def _parameter(declared: "Field[Any]") -> str:
    if declared.default is not MISSING:
        return f"{declared.name}=_of_{declared.name}"
    return declared.name if declared.default_factory is MISSING else f"{declared.name}=_GIVEN_NOTHING"


def _settings(declared: "tuple[Field[Any], ...]") -> Iterator[str]:
    """Set each field: to what was given, to what its factory makes, or to its default where nothing can be given."""
    for each in declared:
        name, known = each.name, f"_of_{each.name}"
        if each.default_factory is not MISSING:
            value = f"{known}() if {name} is _GIVEN_NOTHING else {name}" if each.init else f"{known}()"
        elif each.init:
            value = name
        elif each.default is not MISSING:
            value = known
        else:
            continue
        yield f'_set(self, "{name}", {value})'


def _default_of(declared: "Field[Any]") -> object:
    return declared.default if declared.default_factory is MISSING else declared.default_factory


# What is the same for all


def _representation(declared: "tuple[Field[Any], ...]") -> Callable[[Any], str]:
    names = [each.name for each in declared if each.repr]

    @recursive_repr()
    def __repr__(self: object) -> str:  # noqa: N807 - its name in a traceback
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _equality(names: list[str]) -> dict[str, Callable[..., Any]]:
    values = attrgetter(*names) if names else _nothing

    def __eq__(self: object, other: object) -> Any:  # noqa: ANN401, N807 - NotImplemented among them
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - as above
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _barriers(cls: Any, names: set[str]) -> dict[str, Callable[..., Any]]:  # noqa: ANN401 - a class, as `super` takes it
    """Refuse every change; a class below that is no dataclass may have attributes of its own."""

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807 - as above
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807 - as above
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _state(self: Any) -> list[object]:  # noqa: ANN401 - a dataclass
    """Give what a copy is made of: what is frozen and has slots cannot be copied value by value."""
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401 - as above
    for each, value in zip(fields(self), state, strict=True):
        _set(self, each.name, value)


def _nothing(_: object) -> tuple[()]:
    return ()
