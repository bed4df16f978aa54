"""Our dataclasses are those of the standard library, but for the time that it takes to make them."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any, ClassVar

import pytest

from mockbooks import frozen


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an invoice."""

    KINDS: ClassVar = ("goods", "service")

    description: str
    quantity: int = 1
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="", repr=False, compare=False)


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine(Line):
    """A line that credits another one."""

    credits: str


@frozen.dataclass(frozen=True)
class Period:
    """A period by place."""

    year: int
    month: int = 1
    name: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", f"{self.year}-{self.month:02}")


def twins(**options: bool) -> tuple[type, type]:
    """Make the same class by our decorator and by that of the standard library."""
    return made_by(frozen.dataclass, options), made_by(dataclasses.dataclass, options)


def made_by(decorator: Callable[..., Any], options: dict[str, bool]) -> type:
    class Amount:
        cents: int
        currency: str = "EUR"
        rates: dict[str, int] = field(default_factory=dict, compare=False)

    Amount.__annotations__ = {"cents": int, "currency": str, "rates": dict}
    made: type = decorator(**options)(Amount)
    return made


def test_a_value_is_made_by_the_names_of_its_fields_with_defaults_of_its_own() -> None:
    bread, cake = Line(description="Volkorenbrood"), Line(description="Taart", quantity=2, tags=["feest"])
    assert (bread.description, bread.quantity, bread.tags, cake.quantity, cake.tags) == (
        "Volkorenbrood",
        1,
        [],
        2,
        ["feest"],
    )
    assert bread.tags is not Line(description="Volkorenbrood").tags


def test_fields_are_taken_by_place_where_they_may_be() -> None:
    assert (Period(2026, 11).name, Period(2026).name, Period(month=3, year=2026).name) == (
        "2026-11",
        "2026-01",
        "2026-03",
    )


def test_what_is_missing_or_unknown_is_told_as_python_does() -> None:
    with pytest.raises(TypeError, match=r"Line\.__init__\(\) missing 1 required keyword-only argument: 'description'"):
        Line()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"Line\.__init__\(\) got an unexpected keyword argument 'price'"):
        Line(description="Taart", price=3)  # type: ignore[call-arg]


@pytest.mark.parametrize("decorator", [frozen.dataclass, frozen.value, dataclasses.dataclass])
@pytest.mark.parametrize("has_factory", [False, True])
def test_a_field_without_a_default_behind_one_with_a_default_is_refused_when_the_class_is_made(
    decorator: Callable[..., Any],
    has_factory: bool,  # noqa: FBT001
) -> None:
    def amount() -> type:
        class Amount:
            currency = field(default_factory=str) if has_factory else "EUR"

        Amount.__annotations__ = {"currency": str, "cents": int}
        return Amount

    with pytest.raises(TypeError, match="non-default argument 'cents' follows default argument"):
        decorator(frozen=True)(amount())
    assert decorator(frozen=True, kw_only=True)(amount())(cents=1).cents == 1


def test_nothing_of_it_can_be_changed() -> None:
    line = Line(description="Taart")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'quantity'"):
        line.quantity = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'quantity'"):
        del line.quantity
    assert not hasattr(line, "__dict__")


def test_values_are_equal_by_the_fields_that_count_and_by_their_class() -> None:
    taart = Line(description="Taart", secret="a")
    assert taart == Line(description="Taart", secret="b")
    assert taart != Line(description="Taart", quantity=2)
    assert taart != CreditLine(description="Taart", credits="trx_000001")
    assert {Period(2026): "first"}[Period(2026, 1)] == "first"


def test_it_is_shown_with_its_fields_but_for_those_that_are_kept_to_themselves() -> None:
    assert repr(Line(description="Taart", secret="s3cret")) == "Line(description='Taart', quantity=1, tags=[])"
    assert repr(Period(2026)) == "Period(year=2026, month=1, name='2026-01')"


def test_a_value_that_only_the_type_checker_holds_is_else_the_same() -> None:
    @frozen.value(frozen=True, slots=True, kw_only=True)
    class Address:
        """Where somebody is."""

        city: str
        country: str = "NL"

    delft = Address(city="Delft")
    delft.country = "BE"  # type: ignore[misc]
    assert (delft, repr(replace(delft, country="NL")).rpartition(".")[2]) == (
        Address(city="Delft", country="BE"),
        "Address(city='Delft', country='NL')",
    )
    assert {Address(city="Delft"): 1}[Address(city="Delft", country="NL")] == 1
    assert copy.deepcopy(delft) == delft


def test_fields_are_inherited() -> None:
    credit = CreditLine(description="Taart", credits="trx_000001")
    assert [each.name for each in fields(credit)] == ["description", "quantity", "tags", "secret", "credits"]
    assert (credit.quantity, credit.credits) == (1, "trx_000001")


def test_it_can_be_replaced_taken_apart_copied_and_pickled() -> None:
    line = Line(description="Taart", tags=["feest"])
    assert replace(line, quantity=4) == Line(description="Taart", quantity=4, tags=["feest"])
    assert asdict(line) == {"description": "Taart", "quantity": 1, "tags": ["feest"], "secret": ""}
    assert [copy.copy(line), copy.deepcopy(line), pickle.loads(pickle.dumps(line))] == [line, line, line]  # noqa: S301


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("eq", [False, True])
@pytest.mark.parametrize("kw_only", [False, True])
def test_it_does_what_the_standard_library_does(slots: bool, eq: bool, kw_only: bool) -> None:  # noqa: FBT001
    ours, theirs = twins(frozen=True, slots=slots, eq=eq, kw_only=kw_only)
    one, other = ours(cents=12100), theirs(cents=12100)
    assert repr(one) == repr(other)
    assert (one == ours(cents=12100), one == ours(cents=1)) == (other == theirs(cents=12100), other == theirs(cents=1))
    assert (hash(one) == hash(ours(cents=12100))) == (hash(other) == hash(theirs(cents=12100)))
    assert ours.__match_args__ == theirs.__match_args__  # type: ignore[attr-defined]
    assert [each.name for each in fields(one)] == [each.name for each in fields(other)]
    assert hasattr(one, "__dict__") == hasattr(other, "__dict__")


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("eq", [False, True])
def test_what_is_not_frozen_can_be_changed_and_has_a_hash_where_it_is_equal_to_nothing_else(
    slots: bool,  # noqa: FBT001
    eq: bool,  # noqa: FBT001
) -> None:
    for made in twins(slots=slots, eq=eq):
        amount = made(cents=1)
        amount.cents = 2
        assert (amount.cents, amount == made(cents=2), made.__hash__ is None) == (2, eq, eq)
        assert repr(copy.deepcopy(amount)).endswith("Amount(cents=2, currency='EUR', rates={})")


def test_what_has_an_order_is_made_by_the_standard_library() -> None:
    ordered, _ = twins(frozen=True, order=True)
    assert ordered(cents=1) < ordered(cents=2)


def test_a_method_that_a_class_has_written_itself_stays() -> None:
    class Secret:  # noqa: PLW1641 - a dataclass makes it
        text: str

        def __repr__(self) -> str:
            return "Secret(…)"

        def __eq__(self, other: object) -> bool:
            return True

    Secret.__annotations__ = {"text": str}
    made: Any = frozen.dataclass(frozen=True)(Secret)
    assert (repr(made("a")), made("a") == made("b"), hash(made("a")) == hash(made("a"))) == ("Secret(…)", True, True)
