"""The seed tables of the settings are complete, consistent with each other, and right in law."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from mockbooks.domain.numbering import parse_pattern
from mockbooks.resources import invoice_profiles, journals, ledger_accounts, payment_terms, vat_rates
from mockbooks.resources.invoice_profiles import InvoiceProfile
from mockbooks.resources.journals import Journal
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.payment_terms import PaymentTerm
from mockbooks.resources.vat_rates import VatRate
from mockbooks.service.seeding import SeedIds

MOMENT = "2026-11-23T09:00:00Z"
IDS = SeedIds(
    {
        "vat-rates": ("vat", vat_rates.SEED_CODES),
        "ledger-accounts": ("led", ledger_accounts.SEED_CODES),
        "journals": ("jrn", journals.SEED_CODES),
        "payment-terms": ("trm", payment_terms.SEED_CODES),
    },
)
PROFILE_IDS = SeedIds(
    {
        "journals": ("jrn", journals.SEED_CODES),
        "payment-terms": ("trm", payment_terms.SEED_CODES),
        "invoice-profiles": ("prf", invoice_profiles.SEED_CODES),
    },
)


@pytest.fixture
def rates() -> list[VatRate]:
    return list(vat_rates.seed(MOMENT, IDS))


@pytest.fixture
def accounts() -> dict[str, LedgerAccount]:
    return {account.code: account for account in ledger_accounts.seed(MOMENT, IDS)}


@pytest.fixture
def journal_by_code() -> dict[str, Journal]:
    return {journal.code: journal for journal in journals.seed(MOMENT, IDS)}


@pytest.fixture
def terms() -> dict[str, PaymentTerm]:
    return {term.code: term for term in payment_terms.seed(MOMENT, IDS)}


@pytest.fixture
def profiles() -> dict[str, InvoiceProfile]:
    return {profile.code: profile for profile in invoice_profiles.seed(MOMENT, PROFILE_IDS)}


def versions(rates: list[VatRate], code: str) -> list[VatRate]:
    return [rate for rate in rates if rate.code == code]


def percentages_on(rates: list[VatRate], code: str, day: date) -> list[Decimal | None]:
    return [rate.percentage for rate in versions(rates, code) if rate.is_valid_on(day)]


# ---- VAT rates


def test_the_high_rate_is_vat_000001(rates: list[VatRate]) -> None:
    assert (rates[0].id, rates[0].code, rates[0].percentage) == ("vat_000001", "NL_HOOG", Decimal("21.00"))


def test_ids_of_vat_rates_are_their_positions(rates: list[VatRate]) -> None:
    assert [rate.id for rate in rates] == [f"vat_{position:06d}" for position in range(1, 30)]


@pytest.mark.parametrize(
    ("code", "day", "percentage"),
    [
        ("NL_HOOG", date(2001, 1, 1), "19.00"),
        ("NL_HOOG", date(2012, 9, 30), "19.00"),
        ("NL_HOOG", date(2012, 10, 1), "21.00"),
        ("NL_HOOG", date(2026, 11, 23), "21.00"),
        ("NL_LAAG", date(1986, 10, 1), "6.00"),
        ("NL_LAAG", date(2018, 12, 31), "6.00"),
        ("NL_LAAG", date(2019, 1, 1), "9.00"),
        ("OSS_FR_5_5", date(2021, 7, 1), "5.50"),
    ],
)
def test_one_percentage_holds_on_a_day_of_supply(rates: list[VatRate], code: str, day: date, percentage: str) -> None:
    assert percentages_on(rates, code, day) == [Decimal(percentage)]


@pytest.mark.parametrize(
    ("code", "day"),
    [("NL_HOOG", date(2000, 12, 31)), ("NL_LAAG", date(1986, 9, 30)), ("OSS_DE_19", date(2021, 6, 30))],
)
def test_a_rate_does_not_hold_before_its_beginning(rates: list[VatRate], code: str, day: date) -> None:
    assert percentages_on(rates, code, day) == []


def test_only_the_two_rates_that_changed_have_closed_versions(rates: list[VatRate]) -> None:
    closed = [(rate.code, rate.valid_to, rate.active) for rate in rates if rate.valid_to]
    assert closed == [("NL_HOOG", date(2012, 9, 30), True), ("NL_LAAG", date(2018, 12, 31), True)]


def test_every_code_has_exactly_one_version_in_force(rates: list[VatRate]) -> None:
    in_force = Counter(rate.code for rate in rates if rate.valid_to is None)
    assert in_force == Counter(set(vat_rates.SEED_CODES))


def test_the_version_in_force_comes_first(rates: list[VatRate]) -> None:
    assert [rate.percentage for rate in versions(rates, "NL_HOOG")] == [Decimal("21.00"), Decimal("19.00")]
    assert IDS("vat-rates", "NL_LAAG") == versions(rates, "NL_LAAG")[0].id == "vat_000002"


def test_supplies_in_the_union_and_reverse_charges_need_a_vat_number(rates: list[VatRate]) -> None:
    assert [rate.code for rate in rates if rate.requires_vat_number] == ["NL_VERLEGD", "EU_ICP", "EU_DIENST"]


def test_no_vat_is_not_zero_percent(rates: list[VatRate]) -> None:
    assert [rate.code for rate in rates if rate.percentage is None] == ["GEEN"]


def test_the_other_rate_is_inactive(rates: list[VatRate]) -> None:
    assert [rate.code for rate in rates if not rate.active] == ["NL_OVERIG"]


def test_the_law_wants_a_text_on_these_invoices(rates: list[VatRate]) -> None:
    with_text = [rate.code for rate in rates if rate.legal_text]
    assert with_text == ["NL_VRIJ", "NL_VERLEGD", "EU_ICP", "EU_DIENST", "EXPORT"]
    assert versions(rates, "NL_VERLEGD")[0].legal_text == "Btw verlegd"


@pytest.mark.parametrize(
    ("code", "box", "account"),
    [
        ("NL_HOOG", "1a", "1500"),
        ("NL_LAAG", "1b", "1501"),
        ("NL_OVERIG", "1c", "1502"),
        ("NL_NUL", "1e", None),
        ("NL_VRIJ", None, None),
        ("NL_VERLEGD", "1e", None),
        ("EU_ICP", "3b", None),
        ("EU_DIENST", "3b", None),
        ("EXPORT", "3a", None),
        ("EU_AFST", "3c", None),
        ("OSS_DE_19", None, "1505"),
        ("GEEN", None, None),
        ("INK_HOOG", "5b", "1520"),
        ("INK_LAAG", "5b", "1520"),
        ("INK_VERL", "2a", "1504"),
        ("INK_EU", "4b", "1504"),
        ("INK_IMP", "4a", "1504"),
    ],
)
def test_a_rate_has_its_box_and_its_account(
    rates: list[VatRate],
    code: str,
    box: str | None,
    account: str | None,
) -> None:
    placed = {(rate.return_box, rate.ledger_account_id) for rate in versions(rates, code)}
    assert placed == {(box, IDS.optional("ledger-accounts", account))}


def test_vat_with_a_percentage_has_an_account_to_post_to(rates: list[VatRate]) -> None:
    assert [rate.code for rate in rates if rate.percentage and rate.ledger_account_id is None] == []


def test_vat_goes_to_accounts_of_type_vat(rates: list[VatRate], accounts: dict[str, LedgerAccount]) -> None:
    vat_account_ids = {account.id for account in accounts.values() if account.type == "vat"}
    assert {rate.ledger_account_id for rate in rates} - {None} <= vat_account_ids


# ---- Ledger accounts


def test_codes_of_accounts_are_unique_and_in_order() -> None:
    assert list(ledger_accounts.SEED_CODES) == sorted(set(ledger_accounts.SEED_CODES))


def test_the_chart_has_fifty_five_accounts_and_all_types(accounts: dict[str, LedgerAccount]) -> None:
    assert len(accounts) == 55
    assert {account.type for account in accounts.values()} == set(ledger_accounts.NATURE_OF_TYPES)


def test_debtors_and_creditors_are_control_accounts(accounts: dict[str, LedgerAccount]) -> None:
    assert [account.code for account in accounts.values() if account.is_control] == ["1300", "1600"]


def test_one_account_is_inactive(accounts: dict[str, LedgerAccount]) -> None:
    assert [account.code for account in accounts.values() if not account.active] == ["8990"]


def test_no_code_of_the_reference_chart_fits_gift_cards(accounts: dict[str, LedgerAccount]) -> None:
    assert [account.code for account in accounts.values() if account.rgs_code is None] == ["1900"]


@pytest.mark.parametrize(
    ("code", "statement", "side"),
    [
        ("0200", "balance", "debit"),
        ("0210", "balance", "credit"),
        ("0520", "balance", "credit"),
        ("1300", "balance", "debit"),
        ("1310", "balance", "credit"),
        ("1500", "balance", "credit"),
        ("1520", "balance", "debit"),
        ("1600", "balance", "credit"),
        ("7000", "profit_loss", "debit"),
        ("8000", "profit_loss", "credit"),
        ("8200", "profit_loss", "debit"),
        ("9000", "profit_loss", "debit"),
    ],
)
def test_an_account_stands_on_its_side(
    accounts: dict[str, LedgerAccount],
    code: str,
    statement: str,
    side: str,
) -> None:
    assert (accounts[code].statement, accounts[code].normal_side) == (statement, side)


def test_allowed_vat_codes_exist(accounts: dict[str, LedgerAccount]) -> None:
    allowed = {code for account in accounts.values() for code in account.allowed_vat_codes or ()}
    assert allowed <= set(vat_rates.SEED_CODES)


def test_every_oss_rate_may_be_booked_as_distance_sales(accounts: dict[str, LedgerAccount]) -> None:
    oss_codes = {code for code in vat_rates.SEED_CODES if code.startswith("OSS_")}
    assert set(accounts["8050"].allowed_vat_codes or ()) == {*oss_codes, "EU_AFST"}


def test_any_rate_may_be_used_for_shipping(accounts: dict[str, LedgerAccount]) -> None:
    assert accounts["8100"].allowed_vat_codes is None
    assert accounts["8100"].default_vat_rate_id is None


def test_the_default_rate_of_an_account_is_allowed_for_it(accounts: dict[str, LedgerAccount]) -> None:
    with_default = [account for account in accounts.values() if account.default_vat_rate_id]
    assert [account.code for account in with_default] == ["8000", "8010", "8030", "8040", "8060", "8065"]
    assert [
        account.code
        for account in with_default
        if account.default_vat_rate_id not in [IDS("vat-rates", code) for code in account.allowed_vat_codes or ()]
    ] == []


# ---- Journals


def test_sales_receipts_and_memorial_entries_have_one_default_journal_each(journal_by_code: dict[str, Journal]) -> None:
    defaults = [(journal.type, journal.code) for journal in journal_by_code.values() if journal.is_default]
    assert defaults == [("bank", "20"), ("sales", "70"), ("memorial", "90")]


def test_one_journal_is_inactive(journal_by_code: dict[str, Journal]) -> None:
    assert [journal.code for journal in journal_by_code.values() if not journal.active] == ["79"]


@pytest.mark.parametrize(
    ("code", "first_number"),
    [
        ("10", "KAS-2026-0001"),
        ("20", "BNK-2026-0001"),
        ("25", "PSP-2026-0001"),
        ("60", "INK-2026-0001"),
        ("70", "2026-0001"),
        ("75", "WEB-2026-00001"),
        ("79", "OUD-2026-0001"),
        ("90", "MEM-2026-0001"),
        ("99", "BEG-2026-01"),
    ],
)
def test_a_journal_numbers_per_year(journal_by_code: dict[str, Journal], code: str, first_number: str) -> None:
    journal = journal_by_code[code]
    pattern = parse_pattern(journal.number_pattern)
    assert (pattern.format(2026, journal.next_number), pattern.per_year) == (first_number, True)


@pytest.mark.parametrize(
    ("code", "account_type"),
    [("10", "cash"), ("20", "bank"), ("25", "clearing")],
)
def test_a_journal_of_money_has_its_account(
    journal_by_code: dict[str, Journal],
    accounts: dict[str, LedgerAccount],
    code: str,
    account_type: str,
) -> None:
    by_id = {account.id: account for account in accounts.values()}
    assert by_id[journal_by_code[code].ledger_account_id or ""].type == account_type


# ---- Payment terms and invoice profiles


def test_fourteen_days_is_the_one_default_term(terms: dict[str, PaymentTerm]) -> None:
    assert [term.code for term in terms.values() if term.is_default] == ["14"]


def test_one_term_is_inactive(terms: dict[str, PaymentTerm]) -> None:
    assert [term.code for term in terms.values() if not term.active] == ["90"]


def test_the_term_with_a_discount_says_both_days_and_percentage(terms: dict[str, PaymentTerm]) -> None:
    discounts = [(term.code, term.discount_days, term.discount_percentage) for term in terms.values()]
    assert [discount for discount in discounts if discount[1:] != (None, None)] == [("30K2", 8, Decimal("2.00"))]


@pytest.mark.parametrize(
    ("code", "days", "method", "end_of_month"),
    [
        ("00", 0, "prepaid", False),
        ("07", 7, "transfer", False),
        ("30EM", 30, "transfer", True),
        ("INC", 14, "direct_debit", False),
        ("PIN", 0, "card", False),
        ("CON", 0, "cash", False),
    ],
)
def test_a_term_says_how_and_when_is_paid(
    terms: dict[str, PaymentTerm],
    code: str,
    days: int,
    method: str,
    end_of_month: bool,  # noqa: FBT001 - a figure of the table
) -> None:
    assert (terms[code].days, terms[code].method, terms[code].end_of_month) == (days, method, end_of_month)


def test_the_standard_profile_is_the_one_default(profiles: dict[str, InvoiceProfile]) -> None:
    assert [profile.code for profile in profiles.values() if profile.is_default] == ["STD"]


def test_one_profile_is_inactive(profiles: dict[str, InvoiceProfile]) -> None:
    assert [profile.code for profile in profiles.values() if not profile.active] == ["OUD"]


def test_the_web_shop_shows_prices_with_vat_and_sends_its_own_invoices(profiles: dict[str, InvoiceProfile]) -> None:
    web = profiles["WEB"]
    assert (web.prices_include_vat, web.delivery_method) == (True, "none")
    assert (web.journal_id, web.payment_term_id) == (IDS("journals", "75"), IDS("payment-terms", "00"))


def test_profiles_number_as_their_sales_journal_does(
    profiles: dict[str, InvoiceProfile],
    journal_by_code: dict[str, Journal],
) -> None:
    sales = {journal.id: journal.number_pattern for journal in journal_by_code.values() if journal.type == "sales"}
    assert [profile.code for profile in profiles.values() if sales[profile.journal_id] != profile.number_pattern] == []


# ---- Ids before the records are there


def test_a_reference_to_what_is_not_seeded_is_refused() -> None:
    with pytest.raises(LookupError, match="nothing with code '9999' is seeded in 'ledger-accounts'"):
        IDS("ledger-accounts", "9999")


def test_no_reference_has_no_id() -> None:
    assert IDS.optional("ledger-accounts", None) is None
