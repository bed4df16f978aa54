"""What a vendor file says, as values: the calls of an API, and where in its answers things stand.

An audit guesses it from a document, a person corrects it, and a check goes by it. Pointers are those of RFC 6901.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final, Literal

from mockbooks.frozen import dataclass


class Noun(StrEnum):
    """The resources that the conditions speak of, as a vendor file names them."""

    DEBTORS = "debtors"
    TRANSACTIONS = "transactions"
    PRODUCTS = "products"
    VAT_RATES = "vatRates"
    LEDGER_ACCOUNTS = "ledgerAccounts"
    JOURNALS = "journals"
    PAYMENT_TERMS = "paymentTerms"
    INVOICE_PROFILES = "invoiceProfiles"


SEARCHES: Final[Mapping[Noun, tuple[str, ...]]] = {
    Noun.DEBTORS: ("email",),
    Noun.TRANSACTIONS: ("number", "date", "reference"),
    Noun.PRODUCTS: ("sku",),
}
"""By what a resource is to be found, beside its id."""

FIELDS: Final[Mapping[Noun, tuple[str, ...]]] = {
    Noun.DEBTORS: ("id", "name", "address", "email"),
    Noun.TRANSACTIONS: ("id", "number", "date", "reference"),
    Noun.PRODUCTS: ("id", "description", "price", "sku"),
    Noun.VAT_RATES: ("id", "percentage", "code"),
    Noun.LEDGER_ACCOUNTS: ("id", "code", "description"),
    Noun.JOURNALS: ("id", "code", "description"),
    Noun.PAYMENT_TERMS: ("id", "description", "days"),
    Noun.INVOICE_PROFILES: ("id", "name"),
}
"""What is to be found in an item of a resource; not all of it is demanded by a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: `target` is a path, relative to the base URL, with its query.

    In target and body `${name}` stands for a value: one of the search or of the run (`id`, `email`, `reference` …), or
    one of `Vendor.values`. A text in the body that is nothing but `${name}` becomes the value itself, of whatever type.
    `only_reads` is the word of the vendor file that a POST changes nothing, such as one that searches.
    """

    method: str
    target: str
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    only_reads: bool = False

    @property
    def may_write(self) -> bool:
        """Whether it may change something there (RFC 9110, section 9.2.1)."""
        return self.method != "GET" and not self.only_reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What can be done with one resource.

    `create` has a body that is accepted, `mistake` one that must be refused. `remove` undoes a creation as far as the
    API allows. `searches` are by the names in `SEARCHES`, `fields` are pointers into one item by the names in `FIELDS`.
    `item` and `items` point at the item in an answer to `read` and `create`, and at the list in one to `list` and
    searches; where they are None those of `Answers` hold.
    """

    list: Call | None = None
    read: Call | None = None
    create: Call | None = None
    mistake: Call | None = None
    remove: Call | None = None
    searches: Mapping[str, Call] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    item: str | None = None
    items: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Where things stand in all answers: the item, the list, what tells success, and the description of a failure."""

    item: str = ""
    items: str = ""
    success: str | None = None
    failure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """How a token is got; a URL is whole, or relative to the root of the host that has the base URL.

    `example` is the page on which the set-up is written out.
    """

    token_url: str
    authorization_url: str | None = None
    scope: str | None = None
    client_authentication: Literal["basic", "post"] = "basic"
    example: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How the room within the limits is told: by these headers, or by a call whose answer holds it at `remaining`."""

    headers: tuple[str, ...] = ()
    call: Call | None = None
    remaining: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Where an API tells of its support, and what it says there: pointers into the answer of `call`."""

    call: Call
    contact: str | None = None
    languages: str | None = None
    answered_within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A value that is taken from the first item of a list in which all of `where` holds: what stands at `take`.

    Where that is None it is the id, as the fields of the resource say where it stands.
    """

    noun: Noun
    where: Mapping[str, object] = field(default_factory=dict)
    take: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """A whole vendor file.

    A resource that is None is one that the API has no use for; one that is missing is not known.

    `token_header` and `token_value` say how a token is sent (`${token}` in the value). `values` holds what bodies need:
    a literal, or what is picked from a list.
    """

    name: str
    base_url: str | None = None
    openapi: str | None = None
    oauth: OAuth | None = None
    token_header: str = "Authorization"  # noqa: S105 - the name of a header
    token_value: str = "Bearer ${token}"  # noqa: S105 - where the token goes
    headers: Mapping[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    resources: Mapping[Noun, Resource | None] = field(default_factory=dict)
    limits: Limits | None = None
    support: Support | None = None
    values: Mapping[str, object] = field(default_factory=dict)
