"""The parameters of an authorization request: read once, and kept as they were written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

from mockbooks.frozen import dataclass

# What may stand in a query as it is (RFC 3986, section 3.4), with "%": what is encoded already stays as it is.
_SAFE_IN_QUERY: Final = "%-._~!$'()*+,;=:@/?"


@dataclass(frozen=True, slots=True)
class Parameters:
    """Names and values in the encoding of forms (the URL Standard, section 5.1), in their order.

    They are kept encoded, because `state` has to go back exactly as it came, whatever its bytes are. A parameter
    without a value counts as one that was not sent (RFC 6749, section 3.1).
    """

    written: tuple[tuple[str, str], ...] = ()

    def __add__(self, others: "Parameters") -> "Parameters":
        return Parameters(self.written + others.written)

    def __iter__(self) -> Iterator[str]:
        return (_read(name) for name, value in self.written if value)

    def value(self, name: str) -> str | None:
        """Give the first value of a parameter; bytes that are not UTF-8 are replaced, and so fit nothing."""
        written = self.as_written(name)
        return None if written is None else _read(written)

    def as_written(self, name: str) -> str | None:
        """Give the first value of a parameter in its own encoding, fit to stand in a URL."""
        return next((value for each, value in self.written if value and _read(each) == name), None)

    def repeated(self, names: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """Name those of `names` that came more than once, with how often."""
        counts = Counter(self)
        return tuple((name, counts[name]) for name in names if counts[name] > 1)

    def without(self, *names: str) -> "Parameters":
        """Give all others."""
        return Parameters(tuple(pair for pair in self.written if _read(pair[0]) not in names))

    def query(self) -> str:
        """Write them as the query of a URL."""
        return "&".join(f"{name}={value}" for name, value in self.written)


def read_parameters(encoded: bytes) -> Parameters:
    """Read a query string or the body of a form; there are no bytes that it cannot be read from."""
    pieces = [quote_from_bytes(piece, safe=_SAFE_IN_QUERY).partition("=") for piece in encoded.split(b"&") if piece]
    return Parameters(tuple((name, value) for name, _, value in pieces))


def _read(written: str) -> str:
    return unquote_to_bytes(written.replace("+", " ")).decode("utf-8", "replace")
