"""Through whom something is written, so that it can be told afterwards who changed what."""

from typing import Final, Literal

from mockbooks.frozen import value

ActorKind = Literal["client", "bookkeeper", "operator", "seed"]


@value(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a client of the API, the bookkeeper of a scenario, the operator at the control API, or the seed.

    `name` is the id of the client, or the name of the injection or of the item of the timeline; `request_id` is the
    request in which it happened.
    """

    kind: ActorKind
    name: str | None = None
    request_id: str | None = None


SEED: Final = Actor(kind="seed")
