"""One call for each face, and what its answer tells: of the reference, and of the face with its habit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

BASIC: Final = httpx.BasicAuth("mockbooks-demo", "mockbooks-demo-secret")
ADDRESS: Final = {"line1": "Kade 1", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
DEBTOR: Final[dict[str, Any]] = {"name": "J. de Wit", "email": "jan@wit.example", "address": ADDRESS}
PRODUCT: Final = {"sku": "POT-1", "description": "Theepot", "price": "12.10", "vatRateId": "vat_000001"}
PORTAL_TYPE: Final = "text/html; charset=utf-8"

Tell = Callable[[httpx.Response], Any]


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One call, and what is told of its answer by the reference and by the face."""

    face: str
    call: tuple[str, str]
    tell: Tell
    reference: object
    shown: object
    options: dict[str, Any] = field(default_factory=dict)


def status(answer: httpx.Response) -> int:
    return answer.status_code


def has(*names: str) -> Tell:
    """Tell which of these members the object of the answer has, or the first of its list."""

    def tell(answer: httpx.Response) -> list[str]:
        data = answer.json()["data"] if answer.content else {}
        first = data[0] if isinstance(data, list) else data
        return [name for name in names if name in first]

    return tell


def members(answer: httpx.Response) -> tuple[int, list[str]]:
    return answer.status_code, sorted(answer.json())


def success(answer: httpx.Response) -> tuple[int, object]:
    return answer.status_code, answer.json().get("success", "missing")


def found(answer: httpx.Response) -> int | str:
    return int(answer.json()["page"]["totalItems"]) if answer.is_success else str(answer.json()["detail"])


def room(answer: httpx.Response) -> int:
    return sum("ratelimit" in name for name in answer.headers)


def header(name: str) -> Tell:
    return lambda answer: (answer.status_code, answer.headers.get(name))


def read(face: str, path: str, name: str) -> Probe:
    return Probe(face=face, call=("GET", path), tell=has(name), reference=[name], shown=[])


def gone(face: str, path: str, **options: Any) -> Probe:  # noqa: ANN401 - of httpx
    method = "POST" if options else "GET"
    return Probe(face=face, call=(method, path), options=options, tell=status, reference=200, shown=404)


def search(face: str, query: tuple[str, dict[str, str]], reference: int, shown: int | str) -> Probe:
    path, params = query
    options = {"params": params}
    return Probe(face=face, call=("GET", path), options=options, tell=found, reference=reference, shown=shown)


def refused(face: str, tell: Tell, reference: object, shown: object) -> Probe:
    """Ask for something that the books refuse."""
    return Probe(
        face=face, call=("POST", "/debtors"), options={"json": {}}, tell=tell, reference=reference, shown=shown
    )


def added(face: str, kind: tuple[str, dict[str, Any]], names: tuple[str, ...], shown: list[str]) -> Probe:
    path, body = kind
    options = {"json": body}
    return Probe(face=face, call=("POST", path), options=options, tell=has(*names), reference=[*names], shown=shown)


SALE: Final = {
    "type": "sales",
    "reference": "WEB-77",
    "debtorId": "deb_000001",
    "lines": [
        {"description": "Theepot", "amount": "10.00", "ledgerAccountId": "led_000044", "vatRateId": "vat_000001"}
    ],
}
REFUSAL: Final = ["code", "detail", "errors", "requestId", "status", "success", "title", "type"]
NOBODY: Final = "/debtors", {"email": "niemand@nergens.example"}
FIRST: Final = "/debtors", {"email": "inkoop@korenaar.example"}

PROBES: Final = (
    Probe(
        face="created-201",
        call=("POST", "/debtors"),
        options={"json": DEBTOR},
        tell=status,
        reference=200,
        shown=201,
    ),
    Probe(face="deleted-204", call=("DELETE", "/products/prd_000001"), tell=status, reference=200, shown=204),
    *(
        Probe(face="unknown-id-404", call=("GET", f"/{plural}/x"), tell=status, reference=400, shown=404)
        for plural in (
            *("debtors", "transactions", "products", "vat-rates", "ledger-accounts", "journals", "payment-terms"),
            "invoice-profiles",
        )
    ),
    refused("refused-422", status, 400, 422),
    refused("refused-500", status, 400, 500),
    refused("refused-undescribed", members, (400, REFUSAL), (400, ["requestId", "status", "success"])),
    refused("refused-empty-object", members, (400, REFUSAL), (400, [])),
    refused("error-in-200", members, (400, REFUSAL), (200, ["error"])),
    refused("failure-told-in-200", success, (400, False), (200, False)),
    refused("success-member-missing", success, (400, False), (400, "missing")),
    Probe(
        face="success-member-missing",
        call=("GET", "/debtors"),
        tell=success,
        reference=(200, True),
        shown=(200, "missing"),
    ),
    refused("success-true-in-failures", success, (400, False), (400, True)),
    added("transaction-without-id", ("/transactions", SALE), ("id", "number"), ["number"]),
    added("created-without-body", ("/debtors", DEBTOR), ("id", "name"), []),
    added("created-only-id", ("/debtors", DEBTOR), ("id", "name", "address"), ["id"]),
    added("created-only-id", ("/products", PRODUCT), ("id", "description", "price"), ["id"]),
    added("debtor-without-address", ("/debtors", DEBTOR), ("id", "name", "address"), ["id", "name"]),
    added("product-without-price", ("/products", PRODUCT), ("id", "description", "price"), ["id", "description"]),
    read("debtor-without-address", "/debtors", "address"),
    read("debtor-without-address", "/debtors/deb_000001", "address"),
    read("product-without-price", "/products", "price"),
    read("product-without-price", "/products/prd_000001", "price"),
    read("vat-rate-without-percentage", "/vat-rates", "percentage"),
    read("ledger-account-without-code", "/ledger-accounts", "code"),
    read("payment-term-without-days", "/payment-terms", "days"),
    search("email-search-contains", ("/debtors", {"email": "koop@korenaar"}), 0, 1),
    search("email-search-ignored", NOBODY, 0, 12),
    search("email-search-refused", FIRST, 1, 'There is no parameter "email" here.'),
    search("email-search-finds-nothing", FIRST, 1, 0),
    search("email-search-heeds-case", ("/debtors", {"email": "Inkoop@Korenaar.example"}), 1, 0),
    *(
        search(
            "number-and-date-search-refused",
            ("/transactions", {name: value}),
            items,
            f'There is no parameter "{name}" here.',
        )
        for name, value, items in (
            ("number", "x", 0),
            ("date", "1999-01-01", 0),
            ("dateFrom", "1999-01-01", 5),
            ("dateTo", "1999-01-01", 0),
        )
    ),
    search("number-and-date-search-ignored", ("/transactions", {"number": "x"}), 0, 5),
    search("number-and-date-search-ignored", ("/transactions", {"date": "1999-01-01"}), 0, 5),
    search("number-and-date-search-ignored", ("/transactions", {"dateTo": "1999-01-01"}), 0, 5),
    search(
        "reference-search-refused", ("/transactions", {"reference": "x"}), 0, 'There is no parameter "reference" here.'
    ),
    search("reference-search-ignored", ("/transactions", {"reference": "x"}), 0, 5),
    search("sku-search-refused", ("/products", {"sku": "BROOD-800"}), 1, 'There is no parameter "sku" here.'),
    search("sku-search-ignored", ("/products", {"sku": "x"}), 0, 12),
    gone("no-oauth", "/.well-known/oauth-authorization-server"),
    gone("no-oauth", "/oauth/token", data={"grant_type": "client_credentials"}, auth=BASIC),
    gone("transaction-not-readable", "/transactions/trx_000001"),
    gone("vat-rates-missing", "/vat-rates"),
    gone("ledger-accounts-missing", "/ledger-accounts"),
    gone("journals-missing", "/journals"),
    gone("journals-missing", "/journals/jrn_000001"),
    gone("payment-terms-missing", "/payment-terms"),
    gone("invoice-profiles-missing", "/invoice-profiles"),
    gone("support-gone", "/support"),
    gone("limits-untold", "/limits"),
    Probe(face="limits-untold", call=("GET", "/debtors"), tell=room, reference=5, shown=0),
    Probe(face="limits-untold", call=("GET", "/debtors/x"), tell=room, reference=5, shown=0),
    Probe(face="limits-without-headers", call=("GET", "/limits"), tell=room, reference=5, shown=0),
    Probe(
        face="limits-narrow",
        call=("GET", "/limits"),
        tell=header("RateLimit-Policy"),
        reference=(200, '"minute";q=6000;w=60, "day";q=500000;w=86400'),
        shown=(200, '"hour";q=300;w=3600'),
    ),
    Probe(
        face="login-portal",
        call=("GET", "/debtors"),
        tell=header("Content-Type"),
        reference=(200, "application/json"),
        shown=(200, PORTAL_TYPE),
    ),
    Probe(
        face="login-redirect",
        call=("POST", "/transactions"),
        tell=header("Location"),
        reference=(400, None),
        shown=(302, "https://login.vendor.example/"),
    ),
    Probe(
        face="redirect-loop",
        call=("GET", "/debtors"),
        tell=header("Location"),
        reference=(200, None),
        shown=(307, "/api/v1/debtors"),
    ),
    Probe(face="token-refused", call=("GET", "/debtors"), tell=status, reference=200, shown=401),
    Probe(
        face="outage",
        call=("GET", "/debtors"),
        tell=header("Retry-After"),
        reference=(200, None),
        shown=(503, "3600"),
    ),
    Probe(
        face="wrong-content-type",
        call=("GET", "/debtors"),
        tell=header("Content-Type"),
        reference=(200, "application/json"),
        shown=(200, "text/html; charset=UTF-8"),
    ),
)
