"""What the scenarios of the library are about: the one table that groups them for a reader.

No scenario says so itself: the subject is no part of what a server does with it. A test holds the table complete.
"""

from typing import Final

from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Scenarios that ask the same of an integration, by their names, in the order in which to meet them."""

    title: str
    about: str
    scenarios: tuple[str, ...]


SUBJECTS: Final = (
    Subject(
        title="Lost answers",
        about="The work is done and nobody is told so. Here money is lost most often: begin with these.",
        scenarios=(
            "lost-reply",
            "timeout-after-booking",
            "gateway-error-after-booking",
            "cut-answer",
            "lost-debtor-reply",
        ),
    ),
    Subject(
        title="Limits, delays and outages",
        about="The system is there, but not now. Wait as long as it asks for, and lose nothing meanwhile.",
        scenarios=(
            "minute-limit",
            "day-limit",
            "concurrent-limit",
            "retry-after-as-epoch",
            "retry-after-missing-plain-text",
            "slow-vendor",
            "outage-html-page",
        ),
    ),
    Subject(
        title="Tokens",
        about="The right to come in ends in the middle of a run.",
        scenarios=("token-dies-mid-run", "refresh-race", "lost-refresh-reply", "consent-revoked"),
    ),
    Subject(
        title="Closed books",
        about="The accountant was here: the day that you ask for is closed.",
        scenarios=("locked-period", "vat-return-filed"),
    ),
    Subject(
        title="What others change meanwhile",
        about="Your integration is not alone in the books. What it remembers of them may be so no longer.",
        scenarios=(
            "archived-debtor",
            "stale-debtor",
            "stale-search",
            "page-drift",
            "number-in-use",
            "ledger-account-deactivated",
            "vat-rate-deactivated",
        ),
    ),
    Subject(
        title="Sums",
        about="Nothing breaks down, and yet it does not add up.",
        scenarios=("cent-of-vat",),
    ),
    Subject(
        title="Habits of vendors",
        about="Other systems have other status codes and shapes of errors, search in other ways, and ask for more.",
        scenarios=(
            "created-201",
            "not-found-404",
            "unprocessable-422",
            "error-inside-200",
            "three-error-shapes",
            "loose-search",
            "journal-required",
        ),
    ),
)
"""Every scenario of the library, in exactly one subject."""
