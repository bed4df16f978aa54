"""Numbers of the trade: IBANs, VAT numbers, patterns of invoice numbers, quarters; and the texts of a search."""

from mockbooks.domain import ibans, vat_numbers
from mockbooks.domain.folding import fold
from mockbooks.domain.numbering import parse_pattern
from mockbooks.domain.periods import Quarter
from mockbooks.store.grams import grams_of, terms_of, words_holding
from tests.fuzz.parser import Parser, text_of


def _iban(data: bytes) -> object:
    """An IBAN that is right is wrong with another check digit."""
    iban = text_of(data)
    fault = ibans.fault_in(iban)
    if fault is None:
        assert ibans.fault_in(iban[:3] + str((int(iban[3]) + 1) % 10) + iban[4:]) is not None
    return fault


def _vat_number(data: bytes) -> object:
    number = text_of(data)
    fault = vat_numbers.fault_in(number)
    assert fault == "prefix" or vat_numbers.country_of(number.upper()) is not None
    return fault


def _pattern(data: bytes) -> object:
    pattern = parse_pattern(text_of(data))
    assert pattern.format(2026, 7) != pattern.format(2026, 8)
    return pattern


def _quarter(data: bytes) -> object:
    quarter = Quarter.parse(text_of(data))
    assert Quarter.parse(str(quarter)) == quarter
    return quarter


def _search(data: bytes) -> object:
    """What "contains" looks for is found in a text that holds it."""
    text = fold(text_of(data))
    assert fold(text) == text
    query = text[len(text) // 3 : len(text) // 2]
    assert set(grams_of(query)) <= set(terms_of(text))
    return words_holding(query, text)


_COUNTRIES = tuple(prefix.encode() for prefix in vat_numbers._FORMS)  # noqa: SLF001 - the words of the language

PARSERS = (
    Parser(
        name="iban",
        read=_iban,
        seeds=(
            b"NL82MOCK0123456789",
            b"DE89370400440532013000",
            b"MT84MALT011000012345MTLCAST001S",
            b"XX00AAAAAAAAAAAAAAA",
        ),
        words=(*_COUNTRIES, b"00", b"0123456789", b"MOCK"),
    ),
    Parser(
        name="vat-number",
        read=_vat_number,
        seeds=(
            *(b"NL000099998B57", b"BE0123456789", b"DE123456788", b"FR83404833048", b"IE6433435F", b"ESX1234567X"),
            *(b"CHE100155212MWST", b"GBGD001", b"XIHA599", b"EL123456783", b"LT100001919017", b"CZ699001237", b"AT"),
        ),
        words=(*_COUNTRIES, b"B01", b"MVA", b"U", b"01", b"00000000", "٣٣٣٣٣٣٣٣".encode()),
    ),
    Parser(
        name="number-pattern",
        read=_pattern,
        seeds=(b"{year}-{number:4}", b"BNK-{number}", b"{number:19}"),
        words=(b"{", b"}", b"{year}", b"{number", b":", b"19", b"{{", b"}}", b"!r", b"[0]", b".__class__"),
        refuses=(ValueError,),
    ),
    Parser(name="quarter", read=_quarter, seeds=(b"2026-Q1",), words=(b"-Q", b"0000", b"5"), refuses=(ValueError,)),
    Parser(
        name="contains",
        read=_search,
        seeds=(b"Bakkerij De Korenaar", "İstanbul ß ǅ ŉ".encode()),
        words=(b" ", "ﬀ".encode(), "Å".encode(), "ᾳ".encode(), "̈".encode()),
    ),
)
