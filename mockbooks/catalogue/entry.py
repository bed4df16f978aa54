"""What the catalogue says of one error code, in English and in Dutch."""

from collections.abc import Mapping
from dataclasses import field

from mockbooks.errors import Complaint, Family
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One error code: its title, the sentence told to the caller, why it happens and what to do.

    `detail` is a `str.format` template over the values of a complaint; `hint` is one more sentence, told only when the
    values hold a `suggestion`, and `closing` one that is always told last. A `field_only` code never stands as the code
    of a whole problem: it says what is wrong with one field, and the problem as a whole is `validation_failed`.
    `example` holds one value for every name that the texts use: it makes the example in the documentation, and its keys
    are the list of the values.
    """

    code: str
    family: Family = Family.REFUSED
    title: Text
    detail: Text
    hint: Text | None = None
    closing: Text | None = None
    cause: Text
    remedy: Text
    field_only: bool = False
    example: Mapping[str, object] = field(default_factory=dict)
    example_pointer: str | None = None
    example_parameter: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The names of the values that a complaint with this code carries; `suggestion` may be left out."""
        return tuple(self.example)

    @property
    def anchor(self) -> str:
        """The fragment of the page `/docs/errors` where the code is explained."""
        return self.code.replace("_", "-")

    @property
    def sample(self) -> Complaint:
        """A complaint as the documentation shows it."""
        return Complaint(self.code, self.example_pointer, self.example_parameter, self.example)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Codes that belong together, as one chapter of the page `/docs/errors`."""

    anchor: str
    title: Text
    introduction: Text
    entries: tuple[Entry, ...]
