"""Values: objects that nobody changes once they are made, at the price of objects that one could.

A frozen dataclass pays for each of its fields as it is made: every write goes through a dozen of them, and a debtor has
twenty-one fields. So the type checker holds that nobody changes a value, and nothing does again at run time.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, **options: Any) -> Any:  # noqa: ANN401, D103 - to the type checker it is `dataclass`
        return dataclass(unsafe_hash=frozen, **options)


__all__ = ["value"]
