"""`looseSearch`: a search that finds too much, or too little, and says so nowhere."""

from collections.abc import Sequence
from typing import Final

from mockbooks.service.fields import Choice, PlainText
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.fault import Fault, wants_list
from mockbooks.stage.many import Listed
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings, demand_one
from mockbooks.traffic.loose_search import LooseSearch

# The filters of the API that compare a text as a whole.
EXACT_FILTERS: Final = ("code", "email", "number", "reference", "sku")
_MOST_NAMES: Final = 20


def _names(description: str) -> Listed:
    name = Choice("Name of a parameter.", allowed=EXACT_FILTERS, required=True, example="email")
    return Listed(name, description, fewest=1, most=_MOST_NAMES, example=["email"])


class LooseSearchBody(StrictSchema):
    """What the parameters of a search do: exactly one of these."""

    contains = _names(
        "These find whatever holds the text anywhere, in any case, and not only what is equal to it. Records are "
        "looked at one by one: a hundred thousand take some tenths of a second."
    )
    exact_case = _names("These find only what is written in the same case, with the same white space.")
    ignore = Listed(
        PlainText("Name of a parameter.", maximum=100, filled=True, required=True, example="email"),
        "These are passed over, also where the API does not know them: everything comes back. `*` stands for every "
        "parameter but `page` and `pageSize`.",
        fewest=1,
        most=_MOST_NAMES,
        example=["email"],
    )


def _search(
    *, contains: Sequence[str] | None, exact_case: Sequence[str] | None, ignore: Sequence[str] | None
) -> LooseSearch:
    demand_one(contains=contains, exact_case=exact_case, ignore=ignore)
    return LooseSearch(
        contains=frozenset(contains or ()), exact_case=frozenset(exact_case or ()), ignore=frozenset(ignore or ())
    )


def _act(scene: Scene, search: LooseSearch) -> None:
    scene.exchange.search = scene.exchange.search.and_also(search)


FAULT: Final[Fault[LooseSearch]] = Fault(
    name="looseSearch",
    summary=(
        "Have parameters of a list match too much or too little: whatever contains the text, only the same case, or "
        "everything, as where the parameter is not known. Calls that ask for no list count for no injection; name the "
        "parameter in `match` where only searches by it should."
    ),
    settings=Settings(
        "Which parameters match otherwise, and how.",
        form=LooseSearchBody(),
        make=_search,
        example={"contains": ["email"]},
    ),
    phases=("before",),
    act=_act,
    concerns=wants_list,
)
