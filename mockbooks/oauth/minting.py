"""Makes ids, secrets, codes and tokens: recognisable, and the same for the same random seed and the same calls."""

from collections import Counter
from hashlib import blake2b
from threading import Lock
from typing import Final, Literal

Kind = Literal["mb_at", "mb_rt", "mb_ac", "client", "secret", "grant"]

_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH: Final = 32


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
        digest = blake2b(f"{kind} {number}".encode(), key=self._key, digest_size=24).digest()
        return _in_letters(int.from_bytes(digest, "big"))


def _in_letters(number: int) -> str:
    letters = []
    for _ in range(_LENGTH):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)
