"""What YAML knows and scenario files do not: the bounds, and the reasons that are told to whoever goes beyond them."""

from typing import Final, NoReturn

from mockbooks.catalogue.entry import Text
from mockbooks.scenarios.positions import Position
from mockbooks.service.fields import cut

MOST_VALUES: Final = 10_000
MOST_ALIASES: Final = 100
MOST_LEVELS: Final = 32

ONE_DOCUMENT: Final = Text("a file holds one document", "een bestand bevat één document")
KEY_IS_NO_SCALAR: Final = Text("a key must be a text", "een sleutel moet een tekst zijn")
NO_ANCHORED_KEYS: Final = Text("a key cannot have an anchor", "een sleutel kan geen anker hebben")
NO_MERGING: Final = Text(
    'merging mappings with "<<" is not allowed', 'mappings samenvoegen met "<<" is niet toegestaan'
)
TOO_DEEP: Final = Text(
    f"at most {MOST_LEVELS} mappings and lists may stand in each other",
    f"hooguit {MOST_LEVELS} mappings en lijsten mogen in elkaar staan",
)
TOO_MANY_ALIASES: Final = Text(
    f"at most {MOST_ALIASES} aliases (*name) are allowed", f"hooguit {MOST_ALIASES} aliassen (*naam) zijn toegestaan"
)
TOO_MANY_VALUES: Final = Text(
    f"with its aliases written out the file holds more than {MOST_VALUES} values",
    f"met de aliassen uitgeschreven bevat het bestand meer dan {MOST_VALUES} waarden",
)


class NotAllowedError(Exception):
    """Something that is not allowed, with where it stands."""

    def __init__(self, reason: Text, position: Position) -> None:
        """Keep both."""
        super().__init__(reason.en)
        self.reason = reason
        self.position = position


def refuse(reason: Text, position: Position) -> NoReturn:
    """Refuse what stands at a place."""
    raise NotAllowedError(reason, position)


def refuse_tag(tag: str | None, position: Position) -> None:
    """Refuse a tag: it would have something made that is no plain data."""
    if tag is not None:
        shown = cut(tag.removeprefix("tag:yaml.org,2002:"))
        refuse(Text(f'tags such as "{shown}" are not allowed', f'tags zoals "{shown}" zijn niet toegestaan'), position)


def stands_twice(key: str) -> Text:
    """Say that a key is repeated."""
    shown = cut(key)
    return Text(
        f'the key "{shown}" stands twice in one mapping', f'de sleutel "{shown}" staat twee keer in één mapping'
    )


def key_is_no_text(written: str) -> Text:
    """Say that a key is read as a number, true, false or null."""
    shown = cut(written)
    return Text(
        f"the key {shown or '(empty)'} is no text: write it in quotes",
        f"de sleutel {shown or '(leeg)'} is geen tekst: zet hem tussen aanhalingstekens",
    )


def contains_itself(anchor: str) -> Text:
    """Say that an alias stands within what it names."""
    shown = cut(anchor)
    return Text(f'what "&{shown}" names would contain itself', f'wat "&{shown}" heet zou zichzelf bevatten')


def no_such_anchor(anchor: str) -> Text:
    """Say that an alias names nothing."""
    shown = cut(anchor)
    return Text(f'there is no "&{shown}" before this place', f'er staat geen "&{shown}" vóór deze plek')
