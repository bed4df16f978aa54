"""Dataclasses made in a tenth of the time, frozen ones above all: a start makes a hundred of them.

The standard library compiles six methods for each class. Only `__init__` has to be compiled, and only once a value is
made; the others are the same few functions for all. To everybody else it is `dataclasses.dataclass`: by its parameters,
for `fields`, `replace` and `asdict`, and for type checkers. What has an order is made there.

What every write goes through is made by `value` instead: nothing but the type checker holds that nobody changes it, so
that a value costs no more than an object that one could change.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from itertools import pairwise
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass
    from dataclasses import dataclass as value

    _Fields = tuple[Field[Any], ...]
else:

    def dataclass(
        *, frozen: bool = False, order: bool = False, eq: bool = True, **options: bool
    ) -> Callable[[type], type]:
        """Make a dataclass by the parameters of the standard library."""
        if order:
            return dataclasses.dataclass(frozen=frozen, order=order, eq=eq, **options)
        return lambda cls: _with_methods(_described(cls, options), has_equality=eq, is_held=frozen, has_hash=frozen)

    def value(*, frozen: bool, **options: bool) -> Callable[[type], type]:  # noqa: ARG001 - for the type checker
        """Make a dataclass whose `frozen=True` is for the type checker alone: a value can be changed, never is."""
        return lambda cls: _with_methods(_described(cls, options), has_equality=True, is_held=False)


__all__ = ["dataclass", "value"]

_GIVEN_NOTHING: Final = object()
_set = object.__setattr__


def _described(cls: type, options: dict[str, bool]) -> type:
    """Have the fields of a class found, inherited ones too, and its slots made, but no method."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature would be read to make one
    described: type = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
    _check_order(fields(described))
    return described


def _check_order(declared: "_Fields") -> None:
    """Raise TypeError where a field has to be given behind one that has not, by places that nobody could leave out."""
    by_place = [each for each in declared if each.init and not each.kw_only]
    for before, each in pairwise(by_place):
        if _has_default(before) and not _has_default(each):
            raise TypeError(f"non-default argument {each.name!r} follows default argument {before.name!r}")


def _has_default(declared: "Field[Any]") -> bool:
    return declared.default is not MISSING or declared.default_factory is not MISSING


def _with_methods(cls: type, *, has_equality: bool, is_held: bool, has_hash: bool = True) -> type:
    """Give a class all methods that it has not written itself.

    Nothing changes a value of one that is held to that; what changes and is equal to others has no hash.
    """
    declared = fields(cls)
    methods: dict[str, Any] = {"__init__": _initialiser(cls, declared, is_held=is_held)}
    methods["__repr__"] = _representation(declared)
    if has_equality:
        methods |= _equality([each.name for each in declared if each.compare])
        methods["__hash__"] = methods["__hash__"] if has_hash else None
    if is_held:
        methods |= _barriers(cls, {each.name for each in declared})
    if is_held and "__slots__" in cls.__dict__:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(cls, name, method)
    return cls


# What is made for each class


def _initialiser(cls: Any, declared: "_Fields", *, is_held: bool) -> Callable[..., None]:  # noqa: ANN401 - a class
    """Give the method that takes the fields; it is compiled with the first value, and many classes never have one."""

    def __init__(self: object, *places: object, **names: object) -> None:  # noqa: N807 - its name in a traceback
        cls.__init__ = _compiled(cls, declared, '_set(self, "{}", {})' if is_held else "self.{} = {}")
        cls.__init__(self, *places, **names)

    return __init__


def _compiled(cls: type, declared: "_Fields", setting: str) -> Callable[..., None]:
    """Compile the one method that cannot do without: it takes each field by its name or place."""
    taken = [each for each in declared if each.init]
    places = [_parameter(each) for each in taken if not each.kw_only]
    names = [_parameter(each) for each in taken if each.kw_only]
    parameters = ", ".join(["self", *places, *(["*", *names] if names else [])])
    deeds = [setting.format(name, given) for name, given in _given(declared)]
    deeds += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    known = {f"_of_{each.name}": _default_of(each) for each in declared}
    made: dict[str, Any] = {"_set": _set, "_GIVEN_NOTHING": _GIVEN_NOTHING, **known}
    exec(f"def __init__({parameters}):\n " + "\n ".join(deeds or ["pass"]), made)  # noqa: S102 - names of fields alone # nosec B102
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    initialiser: Callable[..., None] = made["__init__"]
    return initialiser


def _parameter(declared: "Field[Any]") -> str:
    if declared.default is not MISSING:
        return f"{declared.name}=_of_{declared.name}"
    return declared.name if declared.default_factory is MISSING else f"{declared.name}=_GIVEN_NOTHING"


def _given(declared: "_Fields") -> Iterator[tuple[str, str]]:
    """Tell what each field is set to: what was given, what its factory makes, or a default that nobody can change."""
    for each in declared:
        name, known = each.name, f"_of_{each.name}"
        if each.default_factory is not MISSING:
            yield name, f"{known}() if {name} is _GIVEN_NOTHING else {name}" if each.init else f"{known}()"
        elif each.init:
            yield name, name
        elif each.default is not MISSING:
            yield name, known


def _default_of(declared: "Field[Any]") -> object:
    return declared.default if declared.default_factory is MISSING else declared.default_factory


# What is the same for all


def _representation(declared: "_Fields") -> Callable[[Any], str]:
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
