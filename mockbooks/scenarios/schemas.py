"""The scenario file as a schema: unknown keys are refused, all that is wrong is told at once, a scenario comes out."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, get_args

from marshmallow import ValidationError

from mockbooks.errors import Complaint
from mockbooks.expectations import every_injection_fired
from mockbooks.scenarios.calls import EVERY_CALL
from mockbooks.scenarios.fields_expect import ExpectationEntry
from mockbooks.scenarios.fields_faults import Faults, common_phase, told_phases
from mockbooks.scenarios.fields_match import MatchBody
from mockbooks.scenarios.fields_plain import CallsChoice, ScenarioName, Section
from mockbooks.scenarios.fields_timeline import TimedDeeds
from mockbooks.scenarios.match import ANYTHING
from mockbooks.scenarios.model import During, Expected, Injection, Scenario, TimelineItem
from mockbooks.scenarios.names_of_injections import named, wrong_names
from mockbooks.scenarios.schemas_start import HIGHEST_SEED, BooksBody, ClockStart, LimitsBody, OAuthBody
from mockbooks.scenarios.writing import written_entry, written_text
from mockbooks.service.fields import Choice, PlainText, Whole, refuse, shown
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.durations import LONGEST_RUN, Chance, Duration, FromStart
from mockbooks.stage.expectation import Bounds
from mockbooks.stage.many import Listed
from mockbooks.stage.pointer_field import Pointer
from mockbooks.texts import Text
from mockbooks.traffic.injection import Phase

MOST_INJECTIONS: Final = 100
MOST_TIMELINE_ITEMS: Final = 200
MOST_EXPECTATIONS: Final = 100
_NOTHING: Final = Text("nothing", "niets")
_WHICH_CALLS: Final = ("match", "calls", "countBy", "chance", "during")


def _on_one_line(name: str) -> Complaint | None:
    unprintable = next((each for each in name if not each.isprintable()), None)
    return Complaint("control_character", values={"came": ascii(unprintable)}) if unprintable else None


class DuringBody(StrictSchema):
    """A part of the run, on the clock of the administration, counted from the moment at which the scenario began."""

    from_ = Duration("When it begins; left out: at once.", longest=LONGEST_RUN, default=timedelta(), example="0s")
    until = Duration("When it ends; left out: never.", longest=LONGEST_RUN, example="30s")

    def load(self, data: Any, **options: Any) -> During:  # noqa: ANN401 - JSON
        """Read a part of the run, which must not end before it begins."""
        values = super().load(data, **options)
        start, until = values["from_"], values["until"]
        if until is not None and until <= start:
            complaint = Complaint("ends_before_start", values={"start": data.get("from", "0s"), "until": data["until"]})
            raise ValidationError(_at("until", complaint))
        return During(start=start, until=until)


class InjectionBody(StrictSchema):
    """One entry of misbehaviour: which requests, which of these calls, and what happens to them."""

    name = PlainText(
        "What it is called in the request log and the verdict; left out: injection 1, 2 and so on.",
        maximum=100,
        filled=True,
        check=_on_one_line,
        example="the answer is lost",
    )
    match = Section(
        MatchBody(), "Which requests it is about; left out: all.", example={"operation": "createTransaction"}
    )
    calls = CallsChoice("Which of these calls, counted from 1; left out: every one.", example="first")
    count_by = Pointer(
        "Count for each value that stands there in the body: every order meets it once.", example="/reference"
    )
    chance = Chance("In what share of the cases, drawn from the random seed of the scenario.", example="20%")
    during = Section(DuringBody(), "In what part of the run.", example={"from": "0s", "until": "30s"})
    phase = Choice(
        "Where on the road: at the `gate` (before the token is looked at), `before` the action, or `after` it. "
        + told_phases(),
        allowed=get_args(Phase),
        example="after",
    )
    fault = Faults("What happens: faults with their settings.", example={"dropConnection": "reset"})

    def load(self, data: Any, **options: Any) -> Injection:  # noqa: ANN401 - JSON
        """Read an injection, whose faults must agree on the phase."""
        values = super().load(data, **options)
        match = values["match"] or ANYTHING
        phase = common_phase(values["fault"], values["phase"])
        if phase == "gate" and match.client is not None:
            raise ValidationError(
                _at("phase", Complaint("not_together", values={"fields": "phase: gate, match.client"}))
            )
        return Injection(
            name=values["name"] or "",
            match=match,
            calls=values["calls"] or EVERY_CALL,
            count_by=values["count_by"],
            chance=values["chance"],
            during=values["during"],
            phase=phase,
            faults=values["fault"],
            when_text=written_entry({key: data[key] for key in _WHICH_CALLS if key in data}),
            fault_text=written_text(data["fault"]),
        )


class TimelineItemBody(StrictSchema):
    """Something that happens at a time, whoever calls or not."""

    at = FromStart("When, counted from the moment at which the scenario began.", required=True, example="+3d")
    bookkeeper = TimedDeeds("What the bookkeeper does.", example={"lockPeriod": "2026-10"})

    def load(self, data: Any, **options: Any) -> TimelineItem:  # noqa: ANN401 - JSON
        """Read an item."""
        values = super().load(data, **options)
        return TimelineItem(at=values["at"], deeds=values["bookkeeper"], text=written_text(data["bookkeeper"]))


class ScenarioBody(StrictSchema):
    """A scenario: how an administration begins, how it misbehaves, and what a good integration must have done."""

    name = ScenarioName("What it is called.", required=True, example="lost-reply")
    description = PlainText(
        "What it is for, in a sentence or two.",
        maximum=1_000,
        default="",
        example="The first booking is stored, but its answer never arrives. A naive retry books twice.",
    )
    random_seed = Whole(
        "What chances are drawn from: the same number, the same draws.", lowest=0, highest=HIGHEST_SEED, example=7
    )
    books = Section(BooksBody(), "What the books begin with; left out: as they are.", example={"debtors": 25})
    clock = ClockStart("What the clock begins at; left out: as the server was started.")
    limits = Section(
        LimitsBody(), "The limits on the traffic; left out: those of the server.", example={"concurrent": 5}
    )
    oauth = Section(OAuthBody(), "How long tokens live.", example={"accessTokenSeconds": 600})
    injections = Listed(
        Section(InjectionBody(), "An injection.", required=True, example={"fault": {"delay": "5s"}}),
        "The misbehaviour. For each phase the first that matches and is due acts.",
        most=MOST_INJECTIONS,
        example=[{"match": {"operation": "createTransaction"}, "calls": "first", "fault": {"dropConnection": "reset"}}],
    )
    timeline = Listed(
        Section(
            TimelineItemBody(),
            "An item.",
            required=True,
            example={"at": "+3d", "bookkeeper": {"lockPeriod": "2026-10"}},
        ),
        "What happens at a time and not at a call.",
        most=MOST_TIMELINE_ITEMS,
        example=[{"at": "+3d", "bookkeeper": {"lockPeriod": "2026-10"}}],
    )
    expect = Listed(
        ExpectationEntry("An expectation.", example="retriesReuseIdempotencyKey"),
        "What a good integration must have done.",
        most=MOST_EXPECTATIONS,
        example=["retriesReuseIdempotencyKey"],
    )

    def load(self, data: Any, **options: Any) -> Scenario:  # noqa: ANN401 - JSON
        """Read a scenario; ValidationError with everything that is wrong."""
        if not isinstance(data, Mapping):
            refuse("not_scenario", came=_NOTHING if data is None else shown(data))
        values = super().load(data, **options)
        injections, expect = named(values["injections"] or ()), values["expect"] or ()
        if wrong := wrong_names(injections, expect):
            raise ValidationError(wrong)
        return Scenario(
            **{
                **values,
                "injections": injections,
                "timeline": tuple(sorted(values["timeline"] or (), key=lambda item: item.at)),
                "expect": _expected(expect, has_injections=bool(injections)),
            }
        )


def _expected(written: tuple[Expected, ...], *, has_injections: bool) -> tuple[Expected, ...]:
    """Expect that every injection acted where there are any, unless the file says so itself or switches it off.

    Where nothing else is expected, that a fault acted proves nothing of who met it.
    """
    kind = every_injection_fired.EXPECTATION
    kept = tuple(each for each in written if each.kind is not kind or each.settings)
    if not has_injections or not kept or any(each.kind is kind for each in written):
        return kept
    return (*kept, Expected(kind=kind, settings=True, bounds=Bounds(), text=kind.name))


def _at(key: str, complaint: Complaint) -> dict[str, Any]:
    return {key: [complaint]}


SCENARIO: Final = ScenarioBody()
