"""`malformed`: what is announced as JSON is none, since the program behind it broke down half-way."""

from dataclasses import replace
from typing import Final

from mockbooks.stage.fault import DEPARTING, Fault, wants_body
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import NoSettings
from mockbooks.traffic.exchange import Answer

# As PHP does it. Neither inside a string nor outside of one can any JSON go on like this.
_BREAKDOWN: Final = b"<br />\n<b>Fatal error</b>:  Maximum execution time of 30 seconds exceeded<br />\n"


def broken(body: bytes) -> bytes:
    """Keep the first two thirds, in whole characters, and have the program break down there."""
    kept = body[: len(body) * 2 // 3].decode("utf-8", "ignore").encode()
    return kept + _BREAKDOWN


def _act(scene: Scene, _settings: None) -> Answer | None:
    return None if scene.answer is None else replace(scene.answer, body=broken(scene.answer.body))


FAULT: Final[Fault[None]] = Fault(
    name="malformed",
    summary="Send JSON that no parser takes, with the true status and a good Content-Type.",
    settings=NoSettings(),
    phases=DEPARTING,
    act=_act,
    concerns=wants_body,
    bare=None,
)
