"""`everyInjectionFired`: each injection acted at least once; a test that did not meet its fault proves nothing."""

from collections.abc import Iterable
from typing import Final

from mockbooks.service.fields import Flag
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.scene import World
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
        idle = [f"'{name}'" for name, fired in firings.items() if not fired]
        if idle:
            detail = f"Of {len(firings)} injections, {len(idle)} never acted: {', '.join(idle)}."
            return Outcome(state="failed", detail=detail)
        return Outcome(state="passed", detail=f"Each injection acted: {', '.join(_told(firings.items()))}.")


def _told(firings: Iterable[tuple[str, int]]) -> list[str]:
    return [f"'{name}' {times(fired)}" for name, fired in firings]


EXPECTATION: Final[Expectation[bool]] = Expectation(
    name="everyInjectionFired",
    summary="Each injection acted at least once. This is expected unless it is switched off with `false`.",
    settings=Flag("Whether it is expected.", example=False),
    watch=_Watch,
    bare=True,
)
