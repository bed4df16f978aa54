"""The engine: the active scenario of one administration, acting on its traffic and noting what it will be judged by."""

from collections.abc import Hashable, Iterator
from datetime import datetime, timedelta
from random import Random
from threading import Lock
from typing import Literal

from mockbooks.scenarios.counting import Counter
from mockbooks.scenarios.judging import Jury
from mockbooks.scenarios.model import Injection, Scenario
from mockbooks.scenarios.timeline import Timeline
from mockbooks.scenarios.verdict import Verdict
from mockbooks.stage.mishaps import Mishaps
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import Firing, Scene, World
from mockbooks.traffic.decision import Decision, Departure, Road, Wait
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.injection import Phase
from mockbooks.traffic.request_log import Entry, Fired


class Engine:
    """One scenario at work; safe to use from several threads.

    In each phase the first injection that matches and is due acts; all that match count the call.
    """

    def __init__(self, scenario: Scenario) -> None:
        """Take the scenario; it acts once it has begun."""
        self.scenario = scenario
        self._lock = Lock()
        self._played = [_Played(injection, scenario.random_seed or 0) for injection in scenario.injections]
        self._by_phase: dict[Phase, list[_Played]] = {
            phase: [each for each in self._played if each.injection.phase == phase]
            for phase in ("gate", "before", "after")
        }
        self._timeline = Timeline(scenario.timeline)
        self._jury: Jury | None = None
        self._world: World | None = None
        self._began_at: datetime | None = None

    @property
    def world(self) -> World:
        """The administration that it acts in; LookupError before it has begun."""
        if self._world is None:
            raise LookupError(f"the scenario {self.scenario.name} has not begun")
        return self._world

    @property
    def began_at(self) -> datetime:
        """When it began, on the clock of the administration."""
        if self._began_at is None:
            raise LookupError(f"the scenario {self.scenario.name} has not begun")
        return self._began_at

    def begin(self, world: World) -> None:
        """Begin in an administration, at the present moment of its clock."""
        self._world, self._began_at = world, world.now()
        self._jury = Jury(self.scenario, world)

    # On the road of a request

    def enter(self, phase: Literal["gate", "before"], exchange: Exchange) -> Decision:
        """Let what is due act on the way in."""
        due = self._due(phase, exchange, None)
        return None if due is None else self._act_entering(due, exchange)

    def leave(self, exchange: Exchange, answer: Answer) -> Departure:
        """Let what is due act on the answer of an action; where a fault answered, there was no action."""
        due = None if exchange.injected else self._due("after", exchange, answer)
        return answer if due is None else self._act_leaving(due, exchange, answer)

    def see(self, entry: Entry) -> None:
        """Note an exchange, for the verdict."""
        with self._lock:
            self.jury.see(entry)

    def catch_up(self, now: datetime) -> None:
        """Have the timeline happen as far as it has fallen due, in order, each item at its own moment."""
        self._timeline.catch_up(self.world, self.began_at, now)

    @property
    def happened(self) -> int:
        """How many items of the timeline have happened; set back where the books were."""
        return self._timeline.happened

    @happened.setter
    def happened(self, count: int) -> None:
        self._timeline.happened = count

    def books_replaced(self) -> None:
        """Go on in other books, which were put in the place of those of the administration."""
        with self._lock:
            self.jury.books_replaced()

    # What came of it

    def firings(self) -> dict[str, Firing]:
        """Tell of every injection, by name and in the order of the file, how often it acted."""
        return {
            each.injection.name: Firing(
                matched=each.matched,
                due=each.due,
                fired=each.fired,
                undone=each.mishaps.times,
                why_undone=each.mishaps.first,
            )
            for each in self._played
        }

    @property
    def jury(self) -> Jury:
        """Those who judge what they have seen."""
        if self._jury is None:
            raise LookupError(f"the scenario {self.scenario.name} has not begun")
        return self._jury

    def verdict(self) -> Verdict:
        """Judge what was seen so far."""
        with self._lock:
            mishaps = (*(each.mishaps for each in self._played), self._timeline.mishaps)
            return self.jury.verdict([note for each in mishaps for note in each.notes()])

    def _due(self, phase: Phase, exchange: Exchange, answer: Answer | None) -> "_Played | None":
        played = self._by_phase[phase]
        if not played:
            return None
        with self._lock:
            since_start = self.world.now() - self.began_at
            due = [each for each in played if each.counts(exchange, answer, since_start)]
            if due:
                due[0].fires(exchange)
        return due[0] if due else None

    def _act_entering(self, due: "_Played", exchange: Exchange) -> Road[Answer | None]:
        for fault, settings in due.injection.faults:
            outcome = fault.act(self._scene(due, exchange, None), settings)
            if isinstance(outcome, Wait):
                yield outcome
            elif outcome is not None:
                exchange.injected = True
                return outcome
        return None

    def _act_leaving(self, due: "_Played", exchange: Exchange, answer: Answer) -> Road[Answer]:
        sent = answer
        for fault, settings in due.injection.faults:
            outcome = fault.act(self._scene(due, exchange, sent), settings)
            if isinstance(outcome, Wait):
                yield from _waiting(outcome, exchange, answer)
            elif outcome is not None:
                sent, exchange.true_answer = outcome, answer
        return sent

    def _scene(self, due: "_Played", exchange: Exchange, answer: Answer | None) -> Scene:
        return Scene(
            injection=due.injection.name,
            phase=due.injection.phase,
            exchange=exchange,
            answer=answer,
            random=due.random,
            world=self.world,
            mishaps=due.mishaps,
        )


def _waiting(wait: Wait, exchange: Exchange, answer: Answer) -> Road[None]:
    """Wait; should that be broken off, what the action answered is known all the same."""
    try:
        yield wait
    except GeneratorExit:
        exchange.true_answer = answer
        raise


class _Played:
    """One injection with its counters and its own draws."""

    def __init__(self, injection: Injection, random_seed: int) -> None:
        self.injection = injection
        self.matched = self.due = self.fired = 0
        # A text seeds by all of its bytes, the same on every machine and in every process.
        self.random = Random(f"{random_seed}/{injection.name}")  # noqa: S311 - a draw that can be repeated is the point
        self.told = Fired(
            injection=injection.name,
            phase=injection.phase,
            faults=tuple(fault.name for fault, _ in injection.faults),
        )
        self.mishaps = Mishaps(f"'{injection.name}'")
        self._counter = Counter(injection.count_by)
        self._once_for = [(fault.name, fault.once_for) for fault, _ in injection.faults if fault.once_for is not None]
        self._acted_on: Recent[tuple[str, Hashable], None] = Recent()

    def counts(self, exchange: Exchange, answer: Answer | None, since_start: timedelta) -> bool:
        """Count the call if it matches, and tell whether this one is due."""
        injection = self.injection
        if injection.during is not None and not injection.during.holds(since_start):
            return False
        if not (injection.match.matches(exchange) and self._concerns(exchange, answer)):
            return False
        self.matched += 1
        is_turn = injection.calls.due(self._counter.count(exchange))
        is_due = is_turn and (injection.chance is None or self.random.random() < injection.chance)
        self.due += is_due
        return is_due

    def fires(self, exchange: Exchange) -> None:
        """Note that it acts on the call."""
        self.fired += 1
        exchange.fired.append(self.told)
        for key in self._keys(exchange):
            self._acted_on.put(key, None)

    def _keys(self, exchange: Exchange) -> Iterator[tuple[str, Hashable]]:
        return ((name, once_for(exchange)) for name, once_for in self._once_for)

    def _concerns(self, exchange: Exchange, answer: Answer | None) -> bool:
        """Tell whether a call, and the answer of its action when there is one, is one for all of the faults."""
        is_for_all = all(
            fault.concerns(exchange) and (answer is None or fault.takes(settings, answer, exchange))
            for fault, settings in self.injection.faults
        )
        return is_for_all and not any(key in self._acted_on for key in self._keys(exchange))
