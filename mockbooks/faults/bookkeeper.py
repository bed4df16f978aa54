"""`bookkeeper`: somebody else works in the books between two calls of an integration."""

from typing import Final

from mockbooks.service.actor import Actor
from mockbooks.stage.bookkeeping import Deeds, Work, work_in_call
from mockbooks.stage.fault import EVERYWHERE, Fault
from mockbooks.stage.scene import Scene


def _act(scene: Scene, work: Work) -> None:
    actor = Actor(kind="bookkeeper", name=scene.injection, request_id=scene.exchange.request_id)
    scene.mishaps.add(work_in_call(scene.world.context(actor), work, scene.exchange.content))


FAULT: Final[Fault[Work]] = Fault(
    name="bookkeeper",
    summary="Have somebody work in the books, before the call or in phase `after` behind it: lock a period, take a VAT"
    " rate out of use, change a debtor, pay an invoice.",
    settings=Deeds(
        "What is done, in the order written; what the books refuse is passed over, and told with the verdict."
    ),
    phases=EVERYWHERE,
    act=_act,
)
