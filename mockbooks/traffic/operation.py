"""What the API can be asked to do: one method on one path."""

from dataclasses import dataclass

API_PREFIX = "/api/v1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation of the contract; `path` ("/debtors/{id}") is relative to `API_PREFIX`.

    `scope` None means that any token will do; with `needs_token` False not even a token is asked for.
    """

    operation_id: str
    method: str
    path: str
    scope: str | None = None
    needs_token: bool = True
