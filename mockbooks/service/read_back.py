"""What an update sends back of what it read: the version that it saw, and fields that only the server sets."""

from typing import Final

from mockbooks.service.fields import Identifier, Moment, Whole
from mockbooks.service.schema import StrictSchema

HIGHEST_VERSION: Final = 2_147_483_647


class ReadBack(StrictSchema):
    """Fields that every update takes beside those of the object."""

    version = Whole(
        "The version that was read; another one means that somebody changed the object meanwhile (400 stale_version).",
        lowest=1,
        highest=HIGHEST_VERSION,
        required=True,
        example=1,
    )
    id = Identifier("May be sent as it was read; it cannot be changed.", example=None)
    created_at = Moment("May be sent as it was read; it cannot be changed.", example=None)
    updated_at = Moment("May be sent as it was read; the server sets it.", example=None)


def version_field() -> Whole:
    """Declare `version` as it stands in an answer."""
    return Whole(
        "Counts the changes, from 1; an update must send the one that it read.",
        lowest=1,
        highest=HIGHEST_VERSION,
        required=True,
        example=1,
    )
