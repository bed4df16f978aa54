"""What a check on the wire must make of each face: the conditions that it does not meet, and no others.

A face is a scenario with the habit of another vendor. `concerned` are the conditions that must be judged not met or
partly met, exactly those: every other is met, or cannot be told. `untold` are those that must not be judged met, since
nothing shows that they are. Where not `exact`, the habit hides so much that only `untold` is prescribed: the check ends
in time, with findings and no traceback. Parents (C4, C6 for its parts, C9) follow from their parts; C6 stands here for
its own demand, the status 200.

A page asks for no step: injections reach neither /openapi.json and /docs/oauth nor a path that does not exist, and
what is refused before the action (no good token, no room) is not reshaped.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The verdict on one face, and why it is that."""

    why: str
    concerned: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    exact: bool = True


def scenario_of(face: str) -> Path:
    """Give the scenario file of a face, for `mockbooks serve --scenario`."""
    return FOLDER / f"{face}.yaml"


_LISTS: Final = ("C4a", "C4b", "C4c", "C4d", "C4e", "C4f", "C4g", "C4h")
_FIELDS: Final = ("C6a", "C6b", "C6c", "C6d", "C6e", "C6f")
# What cannot be seen where no answer can be read.
_READ: Final = (*_LISTS, *_FIELDS, "C9iii")
# What cannot be seen where something else than the API answers.
_ANSWERED: Final = (*_READ, "C5", "C6", "C7", "C8")

EXPECTED: Final = {
    # Statuses
    "created-201": Expected(concerned=("C6",), why="Success is 200; what is in the answer is as asked."),
    "deleted-204": Expected(concerned=("C6",), why="Success is 200, of a removal too."),
    "unknown-id-404": Expected(concerned=("C7",), why="Reading what is not there is an action that fails: 400."),
    "refused-422": Expected(concerned=("C7",), why="The description is there, the status 400 is not."),
    "refused-500": Expected(concerned=("C7",), why="The description is there, the status 400 is not."),
    "refused-undescribed": Expected(concerned=("C7",), why="The status is 400, and nothing is described."),
    "refused-empty-object": Expected(
        concerned=("C7",), why="The status is 400, which tells that it failed (C5), and nothing is described."
    ),
    "error-in-200": Expected(
        concerned=("C5", "C7"),
        why="A failure looks like a success, and its status is not 400. Success is 200: C6 is met.",
    ),
    "failure-told-in-200": Expected(
        concerned=("C7",), why="The body says that it failed (C5 is met) and why; the status is not 400."
    ),
    "success-member-missing": Expected(why="The status alone tells success from failure, which is what C5 asks."),
    "success-true-in-failures": Expected(
        concerned=("C5",), why="Status and body contradict each other; status and description of C7 are as asked."
    ),
    # Fields
    "transaction-without-id": Expected(concerned=("C6a",), why="The answer to a booking holds no id."),
    "created-without-body": Expected(
        concerned=("C6a", "C6b", "C6c"), why="The answers to adding hold nothing; reading shows it all."
    ),
    "created-only-id": Expected(
        concerned=("C6b", "C6c"), why="The answers to adding hold the id only; reading shows the rest."
    ),
    "debtor-without-address": Expected(concerned=("C6b",), why="No answer about a debtor holds an address."),
    "product-without-price": Expected(concerned=("C6c",), why="No answer about a product holds a price."),
    "vat-rate-without-percentage": Expected(concerned=("C6d",), why="No VAT rate tells its percentage."),
    "ledger-account-without-code": Expected(concerned=("C6e",), why="No ledger account tells its code."),
    "payment-term-without-days": Expected(
        concerned=("C6f",), why="The days are what is needed of a payment term: without them there is no due date."
    ),
    # Searches
    "email-search-contains": Expected(
        concerned=("C4a",), why="A search for one address finds others, where one holds the other."
    ),
    "email-search-ignored": Expected(concerned=("C4a",), why="A search for one address finds everybody."),
    "email-search-refused": Expected(concerned=("C4a",), why="There is no search by address."),
    "email-search-stale": Expected(concerned=("C4a",), why="A debtor that was just made is not found."),
    "email-search-finds-nothing": Expected(concerned=("C4a",), why="A debtor that is there is not found."),
    "email-search-heeds-case": Expected(why="C4a asks for the address as it is written, and that is found."),
    "number-and-date-search-refused": Expected(
        concerned=("C4b",), why="They are read by id; the searches that are preferred are not there: partly met."
    ),
    "number-and-date-search-ignored": Expected(
        concerned=("C4b",), why="They are read by id; a search by number or date finds everything: partly met."
    ),
    "reference-search-refused": Expected(concerned=("C9iii",), why="There is no search by reference."),
    "reference-search-ignored": Expected(concerned=("C9iii",), why="A search by reference finds everything."),
    "sku-search-refused": Expected(concerned=("C4c",), why="They are read by id, and there is no search by code."),
    "sku-search-ignored": Expected(concerned=("C4c",), why="They are read by id; a search by code finds everything."),
    # What is not there
    "no-oauth": Expected(concerned=("C3",), why="No endpoint and no metadata of OAuth; the page that shows it stays."),
    "transaction-not-readable": Expected(
        concerned=("C4b",), why="By id is the one way that is demanded; by number and date is preferred besides."
    ),
    "vat-rates-missing": Expected(
        concerned=("C4d",), untold=("C6d",), why="They cannot be read. Who needs one to book cannot tell C6a either."
    ),
    "ledger-accounts-missing": Expected(
        concerned=("C4e",), untold=("C6e",), why="They cannot be read. Who needs one to book cannot tell C6a either."
    ),
    "journals-missing": Expected(concerned=("C4f",), why="Transactions stand in journals that cannot be read."),
    "payment-terms-missing": Expected(
        concerned=("C4g",), why="Payment terms cannot be read. C6f goes by the invoice profiles, or cannot be told."
    ),
    "invoice-profiles-missing": Expected(
        concerned=("C4h",), why="Profiles cannot be read. C6f goes by the payment terms, or cannot be told."
    ),
    "support-gone": Expected(
        why="Support is people. That no call tells of it does not show that there is none: C9i, C9ii and C9iv cannot "
        "be told on the wire; they may be met by `info.contact` of the document, or by what the vendor file says."
    ),
    # Limits
    "limits-untold": Expected(
        concerned=("C8",),
        why="Neither a header of an answer to an action nor a call tells of limits. Those to a call without a good "
        "token still have the headers: nobody's room is none that can be computed with.",
    ),
    "limits-without-headers": Expected(why="The call for limits tells the room that is left."),
    "limits-narrow": Expected(why="They are not generous, but the room can be computed: C8 asks for one of the two."),
    "limit-met-midway": Expected(why="A 429 is no failure of an action: wait as long as it says, and go on."),
    "limit-without-retry-after": Expected(why="Headers tell the room that is left; the 429 itself tells nothing."),
    # The wire
    "login-portal": Expected(exact=False, untold=_ANSWERED, why="A page of HTML with status 200 is no answer."),
    "login-redirect": Expected(
        exact=False, untold=_ANSWERED, why="The token is not for the other host: the redirect is not followed."
    ),
    "redirect-loop": Expected(exact=False, untold=_ANSWERED, why="Redirects are followed so often and no more."),
    "token-refused": Expected(exact=False, untold=(*_READ, "C6"), why="Nothing is seen without a good token."),
    "outage": Expected(exact=False, untold=_ANSWERED, why="Something in front of the API answers; come back later."),
    "truncated-json": Expected(exact=False, untold=_READ, why="Answers break off; refusals and headers are whole."),
    "malformed-json": Expected(exact=False, untold=_READ, why="Answers are no JSON; refusals and headers are good."),
    "reset-on-post": Expected(exact=False, untold=("C6a",), why="Nothing can be booked; reading works."),
    "dribbling": Expected(
        exact=False, untold=_READ, why="A whole answer takes five minutes: a check has a bound for the whole of it."
    ),
    "wrong-content-type": Expected(
        exact=False, untold=("C1",), why="JSON that is announced as HTML is read by no client that believes a header."
    ),
}
