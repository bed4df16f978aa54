"""`calls`: how many calls came that are so, or in which order operations were called."""

from typing import Any, Final

from mockbooks.errors import Complaint
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import Part, StrictSchema, camel
from mockbooks.stage.callers import caller_of
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation, Watch
from mockbooks.stage.many import Listed
from mockbooks.stage.operation_name import OperationName
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome, State
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.request_log import Entry

Values = dict[str, Any]
_LONGEST_ORDER: Final = 20
_EXAMPLE: Final = "createTransaction"


class CallsMatch(StrictSchema):
    """Which calls are meant."""

    operation = OperationName("Of this operation.", example=_EXAMPLE)
    status = Whole(
        "Answered with this status, as the client saw it; a dropped connection has none.",
        lowest=100,
        highest=599,
        example=200,
    )
    client = PlainText("Of this client.", maximum=100, filled=True, example="demo")
    injection = PlainText("In which this injection acted.", maximum=100, filled=True, example="the answer is lost")
    order = Listed(
        OperationName("One operation.", required=True, example=_EXAMPLE),
        "That these operations were called one after the other, whatever was called in between and however it was "
        "answered; then nothing else is said, and nothing counted.",
        fewest=1,
        most=_LONGEST_ORDER,
        example=["listDebtors", "createDebtor", "createTransaction"],
    )


def _stands_alone(values: Values) -> Complaint | None:
    others = [camel(name) for name, value in values.items() if value is not None and name != "order"]
    if values["order"] is None or not others:
        return None
    return Complaint("exactly_one_of", values={"fields": ["order", others[0]], "came": ["order", *others]})


def _settings() -> Part:
    settings = Part(CallsMatch(), "Which calls are meant.", example={"operation": "createTransaction"})
    settings.check = _stands_alone
    return settings


class _CallsWatch:
    """Counts the calls that are so; with nothing else called either, none of them proves nothing."""

    def __init__(self, values: Values, bounds: Bounds, world: World) -> None:
        self._values, self._bounds = values, bounds
        self._tokens = world.tokens
        self._count = self._candidates = 0
        self._request_ids: list[str] = []

    def see(self, entry: Entry) -> None:
        self._candidates += self._could_have_been(entry)
        if not self._is_meant(entry):
            return
        self._count += 1
        if len(self._request_ids) < MOST_REQUEST_IDS:
            self._request_ids.append(entry.request_id)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        state: State = "passed" if self._bounds.hold(self._count) else "failed"
        told = f"{self._told()}: expected {self._bounds}, found {self._count}"
        if state == "passed" and self._count == 0 and not (self._forbids() and self._candidates):
            return Outcome(state="not_exercised", detail=f"{told}, as none was tried.")
        return Outcome(state=state, detail=f"{told}.", request_ids=tuple(self._request_ids))

    def _forbids(self) -> bool:
        """Tell whether there must be none at all, rather than few."""
        return 0 in {self._bounds.exactly, self._bounds.at_most}

    def _could_have_been(self, entry: Entry) -> bool:
        """Tell whether a call shows that one like it was not made: the same operation, where more is said than that."""
        operation = self._values["operation"]
        says_more = any(value is not None for name, value in self._values.items() if name != "operation")
        return operation is None or not says_more or entry.operation_id == operation

    def _is_meant(self, entry: Entry) -> bool:
        wanted = self._values
        return (
            wanted["operation"] in {None, entry.operation_id}
            and wanted["status"] in {None, _status(entry)}
            and (wanted["client"] is None or caller_of(entry, self._tokens) == f"client {wanted['client']}")
            and (wanted["injection"] is None or any(fired.injection == wanted["injection"] for fired in entry.fired))
        )

    def _told(self) -> str:
        wanted = self._values
        told = f"Calls of {wanted['operation']}" if wanted["operation"] else "Calls"
        told += f" answered {wanted['status']}" if wanted["status"] else ""
        told += f" by client {wanted['client']}" if wanted["client"] else ""
        return told + (f" under the injection '{wanted['injection']}'" if wanted["injection"] else "")


class _OrderWatch:
    """Waits for one operation after the other."""

    def __init__(self, order: tuple[str, ...]) -> None:
        self._order = order
        self._request_ids: list[str] = []
        self._any = False

    def see(self, entry: Entry) -> None:
        self._any = self._any or entry.operation_id in self._order
        reached = len(self._request_ids)
        if reached < len(self._order) and entry.operation_id == self._order[reached]:
            self._request_ids.append(entry.request_id)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        wanted, reached = ", then ".join(self._order), len(self._request_ids)
        ids = tuple(self._request_ids)
        if not self._any:
            return Outcome(state="not_exercised", detail=f"Expected {wanted}; none of them was called.")
        if reached == len(self._order):
            return Outcome(state="passed", detail=f"Called in this order: {wanted}.", request_ids=ids)
        came = (
            f"after {self._order[reached - 1]} (call {reached} of {len(self._order)})" if reached else "to begin with"
        )
        detail = f"Expected {wanted}; {came} no call of {self._order[reached]} came."
        return Outcome(state="failed", detail=detail, request_ids=ids)


def _status(entry: Entry) -> int | None:
    return None if isinstance(entry.sent.delivery, Drop) else entry.sent.status


def _watch(values: Values, bounds: Bounds, world: World) -> Watch:
    return _OrderWatch(values["order"]) if values["order"] else _CallsWatch(values, bounds, world)


EXPECTATION: Final[Expectation[Values]] = Expectation(
    name="calls",
    summary=(
        "So many calls came that are so; or, with `order`, operations were called in that order. That few calls came, "
        "or none, is proven only by calls: `atMost: 3` by one, `exactly: 0` by any other (with `status`, `client` or "
        "`injection` by any other of the operation)."
    ),
    settings=_settings(),
    watch=_watch,
    counts=True,
    needs_count=lambda values: values["order"] is None,
)
