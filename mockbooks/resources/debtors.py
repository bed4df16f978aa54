"""Debtors (debiteuren): who owes money; found by e-mail address, and archived rather than deleted once booked upon."""

from functools import cache
from typing import Any, Final

from mockbooks.domain.folding import fold, fold_email
from mockbooks.frozen import value
from mockbooks.resources import addresses, invoice_profiles, ledger_accounts, payment_terms
from mockbooks.resources.account_rules import find_account
from mockbooks.resources.addresses import Address, AddressBody
from mockbooks.resources.debtor_fields import CocNumber, Email, Iban, VatNumber
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.example import Example
from mockbooks.service.fields import Choice, Flag, Identifier, PlainText
from mockbooks.service.filters import active_filter, containing, equal_to, updated_since
from mockbooks.service.read_back import ReadBack, version_field
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_AND_WRITE, Resource
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.store import CollectionSpec, Contains, Exact, Range
from mockbooks.texts import Text

NAME: Final = Text("debtor", "debiteur")
CONTROL_ACCOUNT_CODE: Final = "1300"
FIRST_CODE: Final = 10001


@value(frozen=True, slots=True, kw_only=True)
class Debtor:
    """Somebody to whom sales are booked."""

    id: str
    code: str
    name: str
    contact_name: str | None
    email: str | None
    invoice_email: str | None
    phone: str | None
    address: Address
    delivery_address: Address | None
    vat_number: str | None
    coc_number: str | None
    iban: str | None
    language: str | None
    payment_term_id: str | None
    invoice_profile_id: str | None
    ledger_account_id: str
    is_business: bool
    active: bool
    version: int
    created_at: str
    updated_at: str


class DebtorCreate(StrictSchema):
    """A debtor (debiteur): somebody who owes money."""

    server_names = frozenset({"id", "version", "createdAt", "updatedAt"})

    code = PlainText(
        "Debtor number (debiteurnummer), unique, archived debtors included; assigned when absent.",
        maximum=20,
        filled=True,
        example="WEB-2041",
    )
    name = PlainText("Name of the company or person.", maximum=100, required=True, example="Bakkerij De Korenaar")
    contact_name = PlainText("Whom to write to (contactpersoon).", maximum=100, example="Sanne de Vries")
    email = Email(
        "E-mail address by which the debtor is found; two debtors may share one.", example="inkoop@korenaar.example"
    )
    invoice_email = Email("Where invoices are sent, if elsewhere.", example="facturen@korenaar.example")
    phone = PlainText("Telephone number as one dials it.", maximum=25, example="+31 30 123 45 67")
    address = Part(AddressBody(), "Postal address (adres).", required=True, example=addresses.EXAMPLE)
    delivery_address = Part(AddressBody(), "Where goods go, if elsewhere (afleveradres).", example=addresses.EXAMPLE)
    vat_number = VatNumber(
        "VAT identification number (btw-id) as it stands on an invoice; form and check digits are verified,"
        " it is never looked up outside.",
        example="NL000099998B57",
    )
    coc_number = CocNumber(
        "Number in the Dutch trade register (KvK-nummer): 8 digits, leading zeros kept.",
        example="99999990",
    )
    iban = Iban(
        "Bank account (IBAN) in capitals without spaces; check digits are verified.",
        example="NL82MOCK0123456789",
    )
    language = Choice("Language of invoices and letters.", allowed=("nl", "en", "de", "fr"), example="nl")
    payment_term_id = Identifier("Payment term (betaalconditie) of this debtor's invoices.", example="trm_000004")
    invoice_profile_id = Identifier("Invoice profile (factuurprofiel) of this debtor's invoices.", example="prf_000001")
    ledger_account_id = Identifier(
        "Ledger account on which this debtor's open items stand: a receivable; absent, the control account 1300.",
        example="led_000012",
    )
    is_business = Flag("Whether the debtor is a business rather than a consumer.", default=False, example=True)
    active = Flag(
        "Whether the debtor is in use; false archives it. An archived debtor keeps its code.",
        default=True,
        example=True,
    )


class DebtorUpdate(ReadBack, DebtorCreate):
    """A debtor as a whole, as it shall be; left out, `code` and `ledgerAccountId` stay and all else is emptied."""

    server_names = frozenset()


class DebtorRules:
    """What the books demand of a debtor."""

    def create(self, context: Context, entity_id: str, values: dict[str, Any]) -> Debtor:
        """Make a debtor; raises RefusedError for a code in use or a reference to nothing."""
        self._check(context, values, present=None)
        values["code"] = values["code"] or _free_code(context)
        values["ledger_account_id"] = values["ledger_account_id"] or control_account_id(context)
        return _debtor(values, id=entity_id, version=1, created_at=context.now, updated_at=context.now)

    def change(self, context: Context, present: Debtor, values: dict[str, Any]) -> Debtor:
        """Make the debtor that replaces the present one."""
        self._check(context, values, present=present)
        values["code"] = values["code"] or present.code
        values["ledger_account_id"] = values["ledger_account_id"] or present.ledger_account_id
        return _debtor(
            values, id=present.id, version=present.version + 1, created_at=present.created_at, updated_at=context.now
        )

    def _check(self, context: Context, values: dict[str, Any], *, present: Debtor | None) -> None:
        complaints = Complaints()
        _check_code(context, complaints, values["code"], present)
        if values["payment_term_id"]:
            complaints.refer_active(
                context,
                payment_terms.RESOURCE,
                values["payment_term_id"],
                "/paymentTermId",
                payment_term_inactive="code",
            )
        if values["invoice_profile_id"]:
            complaints.refer_active(
                context,
                invoice_profiles.RESOURCE,
                values["invoice_profile_id"],
                "/invoiceProfileId",
                invoice_profile_inactive="code",
            )
        if values["ledger_account_id"]:
            find_account(context, complaints, values["ledger_account_id"], "/ledgerAccountId", _why_not)
        complaints.refuse_any()


def control_account_id(context: Context) -> str:
    """Find the control account of debtors."""
    account = context.books.collection(ledger_accounts.SPEC).first("code", CONTROL_ACCOUNT_CODE)
    if account is None:
        message = f"the chart has no account {CONTROL_ACCOUNT_CODE}"
        raise LookupError(message)
    return account.id


def _debtor(values: dict[str, Any], **identity: Any) -> Debtor:  # noqa: ANN401
    address, delivery = values.pop("address"), values.pop("delivery_address")
    return Debtor(
        **values,
        **identity,
        address=Address(**address),
        delivery_address=Address(**delivery) if delivery else None,
    )


def _check_code(context: Context, complaints: Complaints, code: str | None, present: Debtor | None) -> None:
    owner = context.books.collection(SPEC).first("code", code) if code else None
    if owner and (present is None or owner.id != present.id):
        complaints.add("code_in_use", "/code", code=code, debtor=owner.id)


def _free_code(context: Context) -> str:
    debtors = context.books.collection(SPEC)
    code = str(FIRST_CODE - 1 + context.books.next_number("debtor-code"))
    while debtors.first("code", code):
        code = str(FIRST_CODE - 1 + context.books.next_number("debtor-code"))
    return code


_NOT_RECEIVABLE: Final = Text(
    "a debtor's open items stand on a receivable", "openstaande posten van een debiteur staan op een vordering"
)


def _why_not(account: LedgerAccount) -> Text | None:
    return None if account.type == "receivable" else _NOT_RECEIVABLE


SPEC: Final[CollectionSpec[Debtor]] = CollectionSpec(
    name="debtors",
    id_prefix="deb",
    render=render,
    indexes=(
        Exact("code", lambda debtor: debtor.code),
        Exact("email", lambda debtor: fold_email(debtor.email) if debtor.email else None),
        Contains("name", lambda debtor: fold(debtor.name)),
        Exact("active", lambda debtor: debtor.active),
        Range("updated_at", lambda debtor: debtor.updated_at),
    ),
)

_BUSINESS: Final = Example(
    name="business",
    summary="A business with everything that is known of it",
    body={
        "name": "Brasserie De Vergulde Haan B.V.",
        "contactName": "Karim El Amrani",
        "email": "inkoop@verguldehaan.example",
        "invoiceEmail": "facturen@verguldehaan.example",
        "phone": "+31 20 123 45 67",
        "address": {**addresses.EXAMPLE, "line1": "Prinsengracht 263", "postalCode": "1016 GV", "city": "Amsterdam"},
        "deliveryAddress": {**addresses.EXAMPLE, "line2": "Achteringang"},
        "vatNumber": "NL000099998B57",
        "cocNumber": "99999990",
        "iban": "NL82MOCK0123456789",
        "language": "nl",
        "paymentTermId": "trm_000003",
        "invoiceProfileId": "prf_000004",
        "ledgerAccountId": "led_000012",
        "isBusiness": True,
        "active": True,
    },
)
_CONSUMER: Final = Example(
    name="consumer",
    summary="A consumer with only what is required",
    body={
        "name": "Fatima Y\u0131lmaz",
        "address": {"line1": "Dorpsstraat 14", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
    },
)


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema(
        "Debtor",
        DebtorCreate,
        never_null=("code", "ledger_account_id"),
        id=own_id("deb_000001"),
        version=version_field(),
    )()


RESOURCE: Final[Resource[Debtor]] = Resource(
    singular="Debtor",
    plural_id="Debtors",
    path="/debtors",
    name=NAME,
    tag="Debtors",
    description="Who owes money (debiteuren): customers to whom sales are booked. Found by e-mail address.",
    scope="debtors",
    spec=SPEC,
    answer=answer,
    actions=READ_AND_WRITE,
    filters=(
        equal_to(
            "email",
            PlainText(
                "Exactly this e-mail address; case and white space around it do not matter.",
                maximum=254,
                filled=True,
                example="inkoop@korenaar.example",
            ),
            fold_value=fold_email,
        ),
        equal_to("code", PlainText("Exactly this debtor number.", maximum=20, filled=True, example="10001")),
        containing(
            "name",
            PlainText(
                "Holds this text anywhere in the name, whatever its case and accents.",
                maximum=100,
                filled=True,
                example="korenaar",
            ),
        ),
        active_filter("debtors"),
        updated_since("debtors"),
    ),
    create_body=DebtorCreate(),
    update_body=DebtorUpdate(),
    rules=DebtorRules(),
    used_by=(("transactions", "debtor_id"),),
    examples=(_BUSINESS, _CONSUMER),
    example_change={"phone": "+31 30 123 45 67"},
)
