"""Writing what a command made to a file: whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in its place in one go, so that nobody ever reads half of it; OSError when that cannot be.

    What is no plain file, such as /dev/stdout, is written to as it is.
    """
    place = file.resolve()
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
