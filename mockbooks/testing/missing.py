"""What is said when an HTTP client is asked for that is not installed: mockbooks itself needs none."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def needs(package: str) -> Iterator[None]:
    """Import a package that may be missing; raises ImportError that says what to do about it."""
    try:
        yield
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise ImportError(f"{package} is not installed: pip install {package}", name=package) from error
