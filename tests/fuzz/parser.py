"""A parser of ours as the fuzzers see it: bytes go in, and a value or a refusal of ours comes out."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz.refusals import demand_told


@dataclass(frozen=True, kw_only=True)
class Parser:
    """One parser.

    `read` takes whatever bytes somebody may send and gives what they mean, or raises one of `refuses`. What holds of
    the value, such as that it is the same when it is written and read again, is asserted there. `seeds` are bytes from
    which others are made, most of them read; `words` are what the language of this parser is made of.
    """

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()
    refuses: tuple[type[Exception], ...] = ()

    def feed(self, data: bytes) -> None:
        """Read; a refusal must tell what is wrong, and anything else that is raised is a bug."""
        try:
            self.read(data)
        except self.refuses as refusal:
            demand_told(refusal)


def text_of(data: bytes) -> str:
    """Give bytes as a text of JSON or YAML: those are UTF-8."""
    return data.decode("utf-8", "replace")


def header_of(data: bytes) -> str:
    """Give bytes as the value of a header, which is Latin-1 and has no line end or NUL (RFC 9110, section 5.5)."""
    return data.translate(None, b"\r\n\0").decode("latin-1")


def argument_of(data: bytes) -> str:
    """Give bytes as an argument or a variable of a process: whatever is not UTF-8 comes as half a pair (PEP 383)."""
    return data.translate(None, b"\0").decode("utf-8", "surrogateescape")
