"""Debtors, found by e-mail address before any is made, and changed without undoing what the bookkeeper did."""

from examples.answers import Json, RefusedError
from examples.connection import Connection, key_of
from examples.orders import Customer

ATTEMPTS = 3
SET_BY_SERVER = frozenset({"id", "createdAt", "updatedAt"})


class Debtors:
    """Which debtor is which customer, kept for the length of a run."""

    def __init__(self, connection: Connection) -> None:
        """Know nobody yet."""
        self._connection = connection
        self._ids: dict[str, str] = {}
        self._unusable: list[str] = []

    def learn(self) -> None:
        """Read all debtors at once, where asking for each customer would be many questions."""
        for debtor in self._connection.read_all("/debtors", active="true"):
            if debtor["email"]:  # two may share one address: the first is taken
                self._ids.setdefault(debtor["email"].strip().casefold(), debtor["id"])

    def id_of(self, customer: Customer) -> str:
        """Find the debtor: the one that we remember, else the first active one with the e-mail address; else make it.

        One that was made is known by the id in the answer: searches may not show it for a while.
        """
        email = customer.email.strip().casefold()
        if email not in self._ids:
            self._ids[email] = self._remembered(customer) or self._searched(email) or self._made(customer)
        return self._ids[email]

    def replace(self, customer: Customer) -> str:
        """Find or make another debtor than the one we have, which can no longer be booked upon."""
        self._unusable.append(self._ids.pop(customer.email.strip().casefold()))
        return self.id_of(customer)

    def change(self, debtor_id: str, **changes: str) -> Json:
        """Change fields and leave the rest as it is, also what somebody else changed a moment ago."""
        for _ in range(ATTEMPTS):
            debtor = self._connection.get(f"/debtors/{debtor_id}")
            if all(debtor[key] == value for key, value in changes.items()):
                return debtor  # by us, perhaps: the answer to our change may have got lost
            body = {key: value for key, value in debtor.items() if key not in SET_BY_SERVER} | changes
            try:
                return self._connection.put(f"/debtors/{debtor_id}", body)
            except RefusedError as refusal:
                if refusal.code != "stale_version":
                    raise
        raise RefusedError("stale_version", (f"debtor {debtor_id} was changed by others {ATTEMPTS} times",))

    def _remembered(self, customer: Customer) -> str | None:
        if customer.debtor_id is None or customer.debtor_id in self._unusable:
            return None
        try:
            debtor = self._connection.get(f"/debtors/{customer.debtor_id}")
        except RefusedError as refusal:
            if refusal.code != "not_found":
                raise
            return None
        return str(debtor["id"]) if debtor["active"] else None

    def _searched(self, email: str) -> str | None:
        found = self._connection.read_all("/debtors", email=email, active="true")
        return next((debtor["id"] for debtor in found if self._is_meant(debtor, email)), None)

    def _is_meant(self, debtor: Json, email: str) -> bool:
        """Compare what came with what was asked for: there are searches that find whatever is a little like it."""
        is_same = (debtor["email"] or "").strip().casefold() == email
        return is_same and debtor["id"] not in self._unusable

    def _made(self, customer: Customer) -> str:
        optional = {"contactName": customer.contact_name, "vatNumber": customer.vat_number}
        body: Json = {
            "name": customer.name,
            "email": customer.email,
            "address": dict(customer.address),
            "isBusiness": customer.is_business,
        }
        body |= {key: value for key, value in optional.items() if value}
        return str(self._connection.post("/debtors", body, key_of(body, self._unusable))["id"])
