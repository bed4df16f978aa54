"""What is running, and going back to where it began."""

from typing import Final

from mockbooks import __version__
from mockbooks.administration import Administration
from mockbooks.control.info import counts_of
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.web import envelopes
from mockbooks.web.control.administrations import KeptAdministration, told_administration
from mockbooks.web.control.clock import Clock, told_clock
from mockbooks.web.control.desk import Bench, json_of, on_administration, operation
from mockbooks.web.control.fields import or_null
from mockbooks.web.control.limits import Limits, told_limits
from mockbooks.web.control.scenarios import ACTIVE_SCENARIO, told_scenario

_MOST: Final = 2_147_483_647


def _count(description: str, example: int) -> Whole:
    return Whole(description, lowest=0, highest=_MOST, required=True, example=example)


class Counts(StrictSchema):
    """How much an administration holds."""

    debtors = _count("Debtors.", 25)
    products = _count("Products.", 40)
    transactions = _count("Transactions.", 30)
    requests = _count("Exchanges in the request log.", 12)
    snapshots = _count("Snapshots.", 1)
    waiting = _count("Callers whom a scenario is keeping waiting.", 0)


class Info(StrictSchema):
    """What is running."""

    version = PlainText("The version of mockbooks.", maximum=60, required=True, example=__version__)
    administration = Part(
        KeptAdministration(),
        "The administration that this is about.",
        example={"id": "demo", "name": "Bakkerij De Korenaar B.V."},
        required=True,
    )
    clock = Part(
        Clock(),
        "Its clock.",
        example={"now": "2026-11-23T09:00:00Z", "frozen": False, "speed": 1, "real": True},
        required=True,
    )
    scenario = or_null(Part(ACTIVE_SCENARIO, "Its scenario; null where none is active.", example=None))
    limits = Part(
        Limits(),
        "The limits on its traffic.",
        example={"windows": [{"requests": 60, "per": "minute"}], "concurrent": None, "retryAfter": "seconds"},
        required=True,
    )
    counts = Part(
        Counts(),
        "How much it holds.",
        example={"debtors": 25, "products": 40, "transactions": 30, "requests": 12, "snapshots": 1, "waiting": 0},
        required=True,
    )
    random_seed = Whole(
        "The seed of the start data: that of the scenario where it says so.",
        lowest=0,
        highest=2**32 - 1,
        required=True,
        example=42,
    )


def told_info(bench: Bench) -> dict[str, object]:
    """Tell what is running in an administration."""
    administration = bench.administration
    return {
        "version": __version__,
        "administration": told_administration(administration),
        "clock": told_clock(administration),
        "scenario": None if administration.injector is None else told_scenario(administration),
        "limits": told_limits(administration),
        "counts": counts_of(administration),
        "randomSeed": _random_seed(bench, administration),
    }


def _random_seed(bench: Bench, administration: Administration) -> int:
    scenario = administration.start.scenario
    own = scenario.books.get("random_seed") if scenario is not None and scenario.books is not None else None
    return bench.control.administrations.beginning.seed.random_seed if own is None else int(own)


def _get(bench: Bench) -> bytes:
    return json_of(told_info(bench))


def _reset(bench: Bench) -> bytes:
    bench.administration.reset()
    return json_of(told_info(bench))


_ANSWER: Final = envelopes.object_schema("Info", Info())
TAG: Final = "Server", "What is running, and back to where it began."
CALLS: Final = (
    on_administration(
        operation("getInfo", "GET", "/info"),
        _get,
        summary="Get what is running",
        description="Tells the version, and of one administration its clock, scenario, limits and how much it holds.",
        answer=_ANSWER,
    ),
    on_administration(
        operation("reset", "POST", "/reset"),
        _reset,
        summary="Go back to the start",
        description="Makes books, clock and limits what they were when the server or the active scenario began; the "
        "scenario begins anew with all its counters, the request log is empty, and Idempotency-Keys are forgotten. "
        "Tokens stay, and those that do not expire are good again. Snapshots stay. Callers who are being kept waiting "
        "by a scenario are broken off. However much the books hold, it takes milliseconds.",
        answer=_ANSWER,
    ),
)
