"""How large a text may be, so that none can cost more than it is worth."""

from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most of each; what an alias stands for counts as often as it is named.

    `has_any_keys` takes keys that are numbers, true, false or null as the texts that they are written as, such as the
    statuses of an OpenAPI document; without it they are refused, since somebody has meant something else. `has_merging`
    understands `<<` as YAML 1.1 does: what the mapping itself says goes before what is merged into it.
    """

    values: int
    aliases: int
    levels: int
    has_any_keys: bool = False
    has_merging: bool = False
