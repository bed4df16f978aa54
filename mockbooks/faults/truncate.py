"""`truncate`: the headers announce the whole answer, and the connection ends in the middle of it."""

from dataclasses import replace
from typing import Any, Final

from marshmallow import fields

from mockbooks.frozen import dataclass
from mockbooks.service.fields import Strict, Whole
from mockbooks.stage.durations import Share
from mockbooks.stage.fault import DEPARTING, Fault, wants_body
from mockbooks.stage.json_schema import JsonSchema, field_schema
from mockbooks.stage.scene import Scene
from mockbooks.traffic.delivery import Cut
from mockbooks.traffic.exchange import Answer

MOST_BYTES: Final = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How much of a body still comes: a share of it, or so many bytes."""

    share: float = 0.0
    most_bytes: int | None = None

    def of(self, body: bytes) -> int:
        """Tell how many bytes of a body come: never all of them."""
        wanted = int(len(body) * self.share) if self.most_bytes is None else self.most_bytes
        return min(wanted, len(body) - 1)


class _LengthField(Strict, fields.Field[Any]):
    """A share such as `50%`, or a number of bytes."""

    def __init__(self, description: str) -> None:
        self.as_share = Share("Share of the body that still comes.", required=True, example="50%")
        self.as_bytes = Whole(
            "Bytes of the body that still come.", required=True, lowest=0, highest=MOST_BYTES, example=100
        )
        schema: JsonSchema = {"anyOf": [field_schema(self.as_share), field_schema(self.as_bytes)]}
        super().__init__(description, required=True, example="50%", schema=schema)

    def read(self, value: object) -> Length:
        if isinstance(value, int) and not isinstance(value, bool):
            return Length(most_bytes=self.as_bytes.read(value))
        return Length(share=self.as_share.read(value))


def _act(scene: Scene, length: Length) -> Answer | None:
    """Cut the body; one that has no bytes has nothing to lose."""
    answer = scene.answer
    if answer is None or not answer.body:
        return None
    return replace(answer, delivery=Cut(length.of(answer.body)))


FAULT: Final[Fault[Length]] = Fault(
    name="truncate",
    summary="Cut the answer off at a share or a number of bytes; at least the last byte is missing.",
    settings=_LengthField("How much of the body still comes: a share such as `50%`, or a number of bytes."),
    phases=DEPARTING,
    act=_act,
    concerns=wants_body,
    bare=Length(share=0.5),
)
