"""Countries by their ISO 3166-1 code: which exist, which one somebody meant, and which are in the EU on a given day."""

from datetime import date
from functools import cache
from typing import Final

from mockbooks.domain.country_names import NAMES
from mockbooks.domain.folding import fold

# All 249 codes of ISO 3166-1 alpha-2, and XK, which the EU and the banks use for Kosovo.
_ALL_CODES: Final = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRY_CODES: Final = frozenset(_ALL_CODES.split())

# First and last day of membership, for VAT: the United Kingdom left the VAT territory at the end of 2020.
_FOUNDED: Final = date(1958, 1, 1)
_EASTERN_ENLARGEMENT: Final = date(2004, 5, 1)
_MEMBERS_SINCE: Final = {
    **dict.fromkeys(("BE", "DE", "FR", "IT", "LU", "NL"), _FOUNDED),
    **dict.fromkeys(("DK", "GB", "IE"), date(1973, 1, 1)),
    "GR": date(1981, 1, 1),
    **dict.fromkeys(("ES", "PT"), date(1986, 1, 1)),
    **dict.fromkeys(("AT", "FI", "SE"), date(1995, 1, 1)),
    **dict.fromkeys(("CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"), _EASTERN_ENLARGEMENT),
    **dict.fromkeys(("BG", "RO"), date(2007, 1, 1)),
    "HR": date(2013, 7, 1),
}
_MEMBERS_UNTIL: Final = {"GB": date(2020, 12, 31)}


def suggestion(text: str) -> str | None:
    """Give the code that was probably meant by a country written otherwise: `UK`, `nl`, `DEU`, `België`, `Holland`."""
    word = _letters_of(text)
    code = word.upper()
    return code if code in COUNTRY_CODES else _codes_by_name().get(word)


def is_eu(code: str, on: date) -> bool:
    """Tell whether the country belongs to the EU for VAT on that day; the Netherlands are one of them."""
    since = _MEMBERS_SINCE.get(code)
    return since is not None and since <= on <= _MEMBERS_UNTIL.get(code, date.max)


@cache
def _codes_by_name() -> dict[str, str]:
    return {_letters_of(name): code for code, names in NAMES.items() for name in names.split(", ")}


def _letters_of(text: str) -> str:
    """Keep only the letters, so that `U.K.`, `The Netherlands` and `the-netherlands` are found as well."""
    return "".join(character for character in fold(text) if character.isalpha())
