"""What is a secret by the name that it stands under, and what is shown in its place."""

import re
from functools import cache
from hashlib import blake2b
from typing import Final

_FIELDS: Final = frozenset(
    {
        "accesstoken",
        "amzsecuritytoken",
        "apikey",
        "assertion",
        "authorization",
        "authtoken",
        "clientassertion",
        "clientsecret",
        "codeverifier",
        "csrftoken",
        "idtoken",
        "passwd",
        "password",
        "privatekey",
        "refreshtoken",
        "registrationaccesstoken",
        "secret",
        "secretkey",
        "signature",
        "token",
        "webhooksignature",
    }
)
# In OAuth a code is a secret; in the books it is the number of a debtor or the name of an error.
OAUTH_NAMES: Final = _FIELDS | {"code"}
_OAUTH_PATHS: Final = ("/oauth/", "/.well-known/oauth-")
# Names are compared without case, hyphen and underscore, also where these are written as escapes of URLs or JSON:
# `clientSecret`, `client_secret` and `client%5Fsecret` are one.
_JOINT: Final = r"(?:[-_]|%5[fF]|%2[dD]|\\u005[fF]|\\u002[dD])"
_JOINTS: Final = re.compile(_JOINT)
_FINGERPRINT: Final = re.compile(r"\*{3}[0-9a-f]{4}", re.ASCII)


def fingerprint(secret: str) -> str:
    """Write what stands in the place of a secret: `***` and four hexadecimal digits that are the same for the same."""
    return "***" + blake2b(secret.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()


def is_fingerprint(text: str) -> bool:
    """Tell whether something has been masked already."""
    return _FINGERPRINT.fullmatch(text) is not None


def is_oauth(path: str) -> bool:
    """Tell whether a path is one of the authorization server."""
    return path.startswith(_OAUTH_PATHS)


def names_at(path: str) -> frozenset[str]:
    """Give the names of secrets in a call, folded: a code is one in OAuth only."""
    return OAUTH_NAMES if is_oauth(path) else _FIELDS


def is_secret(name: str, names: frozenset[str]) -> bool:
    """Tell whether what has a name is a secret; of `user[password]` the innermost counts, of `X-Api-Key` all but X."""
    folded = _folded(name.strip().rstrip("]").rpartition("[")[2])
    return folded in names or folded.removeprefix("x") in names


def mentions(text: str, names: frozenset[str]) -> bool:
    """Tell quickly whether a text may hold one of the names at all."""
    folded = _folded(text)
    return any(name in folded for name in names)


@cache
def spelling(names: frozenset[str]) -> str:
    """Write a regular expression for any of the names in any spelling, the longest first; case is not its business."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:x-)?(?:{'|'.join(f'{_JOINT}?'.join(name) for name in longest_first)})"


def _folded(name: str) -> str:
    return _JOINTS.sub("", name).lower()
