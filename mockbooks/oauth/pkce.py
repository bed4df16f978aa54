"""PKCE at the token endpoint (RFC 7636): whoever redeems a code must be the one who asked for it."""

import re
from typing import Final

from authlib.oauth2.rfc7636 import CodeChallenge, create_s256_code_challenge

from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.grants import CodeGrant

# RFC 7636, section 4.1.
_VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class S256(CodeChallenge):
    """The extension of Authlib, for the method S256 alone: `plain` shows the verifier to whoever sees the request."""

    def validate_code_verifier(self, grant: CodeGrant, result: None) -> None:
        """Hold the verifier against the challenge of the code, or refuse with words of our own before Authlib does."""
        challenge = grant.request.code.code_challenge
        verifier = grant.request.form.get("code_verifier")
        if challenge is None:
            _refuse_without_challenge(grant, verifier)
        elif verifier is None:
            text = "The authorization request held a code_challenge, and no code_verifier came with the code."
            raise OAuthError("invalid_request", text)
        elif not _VERIFIER.fullmatch(verifier):
            # Not equal to what was asked for, whatever else it is: invalid_grant (RFC 7636, section 4.6).
            text = f"The code_verifier is no 43 to 128 letters, digits, '-', '.', '_' or '~': {len(verifier)} came."
            raise OAuthError("invalid_grant", text)
        elif create_s256_code_challenge(verifier) != challenge:
            text = (
                f"The code_verifier does not fit: its S256 challenge is '{create_s256_code_challenge(verifier)}',"
                f" and the authorization request held '{challenge}'."
            )
            raise OAuthError("invalid_grant", text)
        super().validate_code_verifier(grant, result)  # type: ignore[no-untyped-call]


def _refuse_without_challenge(grant: CodeGrant, verifier: str | None) -> None:
    """Refuse a verifier that nothing was asked with (RFC 9700, section 4.8.2), and a public client without PKCE."""
    if verifier is not None:
        text = "A code_verifier came, but the authorization request held no code_challenge."
        raise OAuthError("invalid_request", text)
    if grant.request.caller.is_public:
        text = "A public client redeems a code with PKCE only, and the authorization request held no code_challenge."
        raise OAuthError("invalid_grant", text)
