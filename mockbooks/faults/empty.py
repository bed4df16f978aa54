"""`empty`: a success without a body, where one is promised."""

from dataclasses import replace
from typing import Final

from mockbooks.stage.fault import DEPARTING, Fault, wants_body
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import NoSettings
from mockbooks.traffic.exchange import Answer


def _act(scene: Scene, _settings: None) -> Answer | None:
    return None if scene.answer is None else replace(scene.answer, body=b"")


FAULT: Final[Fault[None]] = Fault(
    name="empty",
    summary="Answer with the true status and Content-Type, and no body at all.",
    settings=NoSettings(),
    phases=DEPARTING,
    act=_act,
    concerns=wants_body,
    bare=None,
)
