"""Values of which some are made for every call: never changed, as the type checker holds, and cheap to make."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen, **options):  # noqa: ANN001, ANN003, ANN201 - the type checker reads the import above
        """Make a dataclass that only the type checker keeps frozen: it is made three times as fast as a frozen one."""
        return dataclass(unsafe_hash=frozen, **options)


__all__ = ["value"]
