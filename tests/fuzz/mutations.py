"""What Hypothesis makes of the seeds and words of a parser: pieces of them, cut, doubled, damaged and put together."""

from hypothesis import strategies as st

from tests.fuzz.parser import Parser

_ANY = st.binary(max_size=24)
# What readers stumble over: ends of texts and lines, half a character, what is larger than a number can be.
_ODD = st.sampled_from(
    [
        *(b"", b"\0", b"\r\n", b"\n", b"\t", b" ", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f\xa5\x90"),
        *(b"%", b"%00", b"%FF", b"\\", b"\\u0000", b"\\ud800", b'"', b"'", b";", b",", b"=", b"&", b"/", b"~", b":"),
        *(b"[" * 40, b"{" * 40, b"(" * 40, b"9" * 40, b"-", b"-0", b"1e999", b"NaN", b"0.00", b"2026-11-23"),
        *("٣".encode(), "İ".encode(), b"K", b"\xc5\xbf", "\u2028".encode(), "\u202e".encode()),
    ]
)


def inputs(parser: Parser) -> st.SearchStrategy[bytes]:
    """Make bytes for a parser: some near to what it reads, some far from it."""
    words = st.sampled_from(parser.words) if parser.words else _ODD
    pieces = st.one_of(words, _ODD, _ANY)
    return st.one_of(
        st.builds(_damaged, st.sampled_from(parser.seeds), st.integers(0, 5_000), st.integers(0, 12), pieces),
        st.builds(_joined, st.sampled_from(parser.seeds), st.sampled_from(parser.seeds), st.integers(0, 5_000)),
        st.lists(pieces, max_size=12).map(b"".join),
        _ANY,
    )


def _damaged(seed: bytes, at: int, length: int, piece: bytes) -> bytes:
    """Put a piece in the place of some bytes."""
    at %= len(seed) + 1
    return seed[:at] + piece + seed[at + length :]


def _joined(first: bytes, second: bytes, at: int) -> bytes:
    """Put the beginning of one seed before the end of another."""
    return first[: at % (len(first) + 1)] + second[at % (len(second) + 1) :]
