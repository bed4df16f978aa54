"""`rejectRefresh`: the token endpoint refuses a refresh and does not use the refresh token up."""

from typing import Final

from mockbooks.errors import Complaint
from mockbooks.frozen import dataclass
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.code_field import ErrorCode
from mockbooks.stage.fault import ENTERING, Fault
from mockbooks.stage.presented import is_refresh
from mockbooks.stage.problem import refusal
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic.exchange import Answer

_ERROR: Final = "invalid_grant"
_STATUS: Final = 400
_DESCRIPTION: Final = "The refresh token is not accepted at this moment."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An error of RFC 6749, section 5.2."""

    error: str = _ERROR
    description: str = _DESCRIPTION
    status: int = _STATUS


class RejectRefreshBody(StrictSchema):
    """The error that is told (RFC 6749, section 5.2)."""

    error = ErrorCode("Code of the error.", default=_ERROR, example="invalid_grant")
    description = PlainText(
        "The sentence that is told.",
        maximum=200,
        filled=True,
        default=_DESCRIPTION,
        example="The access token is not expired yet.",
    )
    status = Whole("HTTP status.", lowest=400, highest=599, default=_STATUS, example=400)


def _act(scene: Scene, rejection: Rejection) -> Answer | None:
    if not is_refresh(scene.exchange):
        return None
    complaint = Complaint(rejection.error)
    return refusal(scene.exchange, complaint, status=rejection.status, detail=rejection.description)


FAULT: Final[Fault[Rejection]] = Fault(
    name="rejectRefresh",
    summary="Refuse a refresh at the token endpoint, which leaves the refresh token good; other calls pass.",
    settings=Settings(
        "The error alone, or with its text and status: `invalid_grant` unless said. A refresh that comes too early is"
        " refused like this by some vendors.",
        form=RejectRefreshBody(),
        make=Rejection,
        short="error",
        example={"error": "invalid_grant", "description": "The access token is not expired yet."},
    ),
    phases=ENTERING,
    act=_act,
    bare=Rejection(),
    concerns=is_refresh,
)
