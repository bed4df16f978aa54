"""`fail`: the server refuses in its own shape, by any code of `/docs/errors` or one that only a vendor has."""

from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.code_field import ErrorCode
from mockbooks.stage.fault import EVERYWHERE, Fault
from mockbooks.stage.pointer_field import Pointer
from mockbooks.stage.problem import refusal, sample_of
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic.exchange import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A refusal; what is None is as the code has it."""

    code: str
    detail: str | None = None
    status: int | None = None
    pointer: str | None = None


class FailBody(StrictSchema):
    """A refusal, as a problem of the API or as an error of OAuth."""

    code = ErrorCode("Code of the error: one of `/docs/errors`, or one's own.", required=True, example="period_locked")
    detail = PlainText(
        "The sentence that is told; else that of the code, in the caller's language.",
        maximum=500,
        filled=True,
        example="The period 2026-10 was closed by the accountant.",
    )
    status = Whole(
        "HTTP status; else that of the code, and 400 for a code of one's own.", lowest=400, highest=599, example=400
    )
    pointer = Pointer("The place in the body of the call that is complained of.", example="/date")


def _act(scene: Scene, failure: Failure) -> Answer:
    complaint = sample_of(failure.code, failure.pointer)
    return refusal(scene.exchange, complaint, status=failure.status, detail=failure.detail)


FAULT: Final[Fault[Failure]] = Fault(
    name="fail",
    summary="Refuse in the shape of the API: a problem with a code, or at an address of OAuth its own kind of error.",
    settings=Settings(
        "The code alone, or with its text, status and place.",
        form=FailBody(),
        make=Failure,
        short="code",
        example="period_locked",
    ),
    phases=EVERYWHERE,
    act=_act,
)
