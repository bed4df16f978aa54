"""The id under which a request is found again in answers and logs."""

import re
from itertools import count

WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{1,128}")
_MASK = 0xFFFF_FFFF
# Odd, so that multiplying is a bijection modulo 2^32: no id comes twice in four billion requests (Knuth, 6.4).
_SPREAD = 0x9E37_79B1


class RequestIds:
    """Gives ids: the same random seed and the same calls give the same ids."""

    def __init__(self, random_seed: int) -> None:
        """Start counting; the seed decides where."""
        self._numbers = count(1)
        self._start = (random_seed * 0x85EB_CA6B) & _MASK

    def next_id(self) -> str:
        """Give an id that was not given before; safe to call from several threads."""
        mixed = ((next(self._numbers) * _SPREAD) + self._start) & _MASK
        return f"req_{mixed ^ (mixed >> 15):08x}"

    def id_for(self, came: str | None) -> str:
        """Give the caller's own id back when it is well-formed, else a new one."""
        if came is not None and WELL_FORMED.fullmatch(came):
            return came
        return self.next_id()
