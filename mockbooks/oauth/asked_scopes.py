"""The scopes that a request asks for, held against those that may be given (RFC 6749, section 3.3)."""

from collections.abc import Collection
from functools import cache

from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.scopes import SCOPES, in_order


def asked_scopes(text: str | None, allowed: Collection[str], allowed_by: str) -> frozenset[str]:
    """Read the scopes that are asked for: all that are allowed when none are named; refuse the others.

    `allowed_by` ("This client is registered for") begins the sentence that tells what may be asked for.
    """
    if text is None:
        return frozenset(allowed)
    asked = frozenset(text.split(" "))
    beyond = asked.difference(allowed)
    if beyond:
        may = scope_text(frozenset(allowed))
        raise OAuthError("invalid_scope", f"{_wrong_with(text, beyond)} {allowed_by} {may}.")
    return asked


# Both are kept for every set of scopes, and there are not many: so all tokens with the same scopes share one set.
@cache
def scope_text(scopes: frozenset[str]) -> str:
    """Write scopes as they go over the wire, always in the same order."""
    return " ".join(in_order(scopes))


@cache
def scopes_in(written: str) -> frozenset[str]:
    """Read scopes that `scope_text` wrote."""
    return frozenset(written.split())


def _wrong_with(text: str, beyond: frozenset[str]) -> str:
    if "," in text:
        return "A comma came in scope; a space separates one scope from the next."
    if "" in beyond:
        return "Exactly one space separates scopes, and none stands before or after them."
    named = shortened(" ".join(sorted(beyond)))
    if beyond.difference(SCOPES):
        return f"There is no scope '{named}'."
    return f"The scope '{named}' is more than there is to give."
