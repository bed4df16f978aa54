"""`everyInjectionFired`: each injection acted at least once; a test that did not meet its fault proves nothing."""

from typing import Final

from mockbooks.service.fields import Flag
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.observed import counted, times
from mockbooks.stage.scene import Firing, World
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry


class _Watch:
    """Asks in the end."""

    def __init__(self, _settings: bool, _bounds: Bounds, _world: World) -> None:  # noqa: FBT001 - as the file has it
        pass

    def see(self, entry: Entry) -> None:
        """Take no note: the scenario counts by itself."""

    def outcome(self, world: World) -> Outcome:
        firings = world.firings()
        if not firings:
            return Outcome(state="not_exercised", detail="The scenario has no injections.")
        idle = [f"'{name}' {_why_idle(firing)}" for name, firing in firings.items() if not firing.fired]
        if idle:
            detail = f"Of {counted(len(firings), 'injection')}, {len(idle)} never acted: {'; '.join(idle)}."
            return Outcome(state="failed", detail=detail)
        vain = [
            f"'{name}', {firing.why_undone.rstrip('.')}"
            for name, firing in firings.items()
            if firing.undone == firing.fired
        ]
        if vain:
            detail = f"Of {counted(len(firings), 'injection')}, {len(vain)} could not do what it should at any time: "
            return Outcome(state="failed", detail=f"{detail}{'; '.join(vain)}.")
        acted = ", ".join(f"'{name}' {times(firing.fired)}" for name, firing in firings.items())
        return Outcome(state="passed", detail=f"Each injection acted: {acted}.")


def _why_idle(firing: Firing) -> str:
    """Tell which of the three it was: nothing matched, nothing was due, or the turn was always another's."""
    if not firing.matched:
        return "matched no call that it can act on"
    matched = f"matched {counted(firing.matched, 'call')}"
    if not firing.due:
        return f"{matched}, of which none was its turn"
    return f"{matched}, and each time that it was its turn another injection of the same phase acted first"


EXPECTATION: Final[Expectation[bool]] = Expectation(
    name="everyInjectionFired",
    summary=(
        "Each injection acted at least once, and could do what it should. A scenario that has injections and expects "
        "anything expects this too, unless it says `false`."
    ),
    settings=Flag("Whether it is expected.", example=False),
    watch=_Watch,
    bare=True,
)
