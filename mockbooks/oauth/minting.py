"""Makes ids, secrets, codes and tokens: recognisable, and the same for the same random seed and the same calls."""

from base64 import b64encode
from collections import Counter
from hashlib import blake2b
from threading import Lock
from typing import Final, Literal

Kind = Literal["mb_at", "mb_rt", "mb_ac", "client", "secret", "grant"]

# Of 24 bytes base64 makes 32 characters without padding.
_LENGTH_BYTES: Final = 24
# In place of "+" and "/": credentials of letters and digits alone look the same however a client encodes them.
_LETTERS: Final = b"Mb"


class Mint:
    """Makes texts of letters and digits that cannot be told from random ones; safe to use from several threads.

    Whoever knows the random seed can foretell them: they open made-up books only.
    """

    def __init__(self, random_seed: int) -> None:
        """Begin the series of this random seed."""
        self._key = random_seed.to_bytes(8, "big")
        self._made: Counter[str] = Counter()
        self._lock = Lock()

    def token(self, kind: Literal["mb_at", "mb_rt", "mb_ac"]) -> str:
        """Make an access token, a refresh token or a code, that says by its beginning which it is."""
        return f"{kind}_{self.text(kind)}"

    def text(self, kind: Kind) -> str:
        """Make the next text of a series, without a beginning."""
        with self._lock:
            self._made[kind] += 1
            number = self._made[kind]
        digest = blake2b(f"{kind} {number}".encode(), key=self._key, digest_size=_LENGTH_BYTES).digest()
        return b64encode(digest, _LETTERS).decode("ascii")
