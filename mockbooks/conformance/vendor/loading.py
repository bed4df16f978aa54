"""Reading a vendor file, with the place of everything that is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from mockbooks.conformance.vendor.calls import names_in
from mockbooks.conformance.vendor.environment import is_variable
from mockbooks.conformance.vendor.fields import escaped, near
from mockbooks.conformance.vendor.model import Vendor
from mockbooks.conformance.vendor.sense import senseless
from mockbooks.conformance.vendor.table import VENDOR
from mockbooks.texts import cut
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.positions import Spot
from mockbooks.yaml_text.reading import Located, read_yaml
from mockbooks.yaml_text.refusals import NotAllowedError

MOST_BYTES: Final = 256 * 1024
_BOUNDS: Final = Bounds(values=20_000, aliases=100, levels=48)
_MOST_TOLD: Final = 50
_UNCLOSED: Final = re.compile(r"\$\{[^}]*\Z")
GIVEN_NAMES: Final = (
    "run", "id", "name", "email", "number", "date", "reference", "sku", "description", "debtorId", "productId",
    "transactionId", "token",
)  # fmt: skip
"""What `${name}` may stand for without being among the values of the file: the run and its searches give it."""


class VendorFileError(Exception):
    """A vendor file cannot be used; each complaint is a line for the terminal, with the place."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        """Keep them."""
        super().__init__("\n".join(complaints))
        self.complaints = complaints


def load_vendor(content: bytes, *, source: str) -> Vendor:
    """Read a vendor file; raises VendorFileError with all that is wrong with it."""
    located = _located(content, source)
    complaints: list[tuple[str, str]] = []
    vendor = VENDOR.read(located.data, "", lambda at, told: complaints.append((at, told)))
    if not complaints:
        complaints = list(_unknown_names(located.data))
    if not complaints and isinstance(vendor, Vendor):
        complaints = list(senseless(vendor))
    if complaints or not isinstance(vendor, Vendor):
        raise VendorFileError(_told(complaints, located.spot, source))
    return vendor


@cache
def reference() -> Vendor:
    """Give the names of the contract of mockbooks itself."""
    content = files("mockbooks.conformance.vendor").joinpath("reference.yaml").read_bytes()
    return load_vendor(content, source="reference.yaml")


def _located(content: bytes, source: str) -> Located:
    if len(content) > MOST_BYTES:
        told = f"{source}: a vendor file has at most {MOST_BYTES} bytes, and this one has {len(content)}"
        raise VendorFileError((told,))
    try:
        return read_yaml(content, _BOUNDS)
    except NotAllowedError as error:
        line, column = error.position
        raise VendorFileError((f"{source}:{line}:{column}: {error.reason.en}",)) from None


def _unknown_names(data: object) -> Iterator[tuple[str, str]]:
    """Find every `${name}` that stands for nothing."""
    values = data.get("values", {}) if isinstance(data, Mapping) else {}
    for at, text in _texts(data, ""):
        # A value is made of what the run gives, never of other values: none can be made of itself.
        known = GIVEN_NAMES if at.startswith("/values/") else (*values, *GIVEN_NAMES)
        for name in names_in(text):
            if name not in known and not is_variable(name):
                yield at, f"${{{cut(name)}}} stands for nothing{near(name, known)}"
        if unclosed := _UNCLOSED.search(text):
            yield at, f'"{cut(unclosed[0])}" begins a name and never ends it: }} is missing'


def _texts(data: object, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(value, f"{at}/{escaped(key)}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, f"{at}/{number}")


def _told(complaints: list[tuple[str, str]], spot: Spot | None, source: str) -> tuple[str, ...]:
    lines = [(_place(at, told, spot), told) for at, told in complaints]
    lines.sort(key=lambda line: line[0])
    told_ones = [f"{source}:{line}:{column}: {_printable(told)}" for (line, column), told in lines[:_MOST_TOLD]]
    more = len(lines) - _MOST_TOLD
    return (*told_ones, f"{source}: {more} more like these") if more > 0 else tuple(told_ones)


def _place(at: str, told: str, spot: Spot | None) -> tuple[int, int]:
    if spot is None:
        return (1, 1)
    return tuple(spot.key_at(at) if told.startswith("there is no ") else spot.value_at(at))  # type: ignore[return-value]


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)
