"""What YAML knows and we do not take, with the reasons that are told to whoever writes it."""

from typing import Final, NoReturn

from mockbooks.texts import Text, cut
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.positions import Position

ONE_DOCUMENT: Final = Text("a file holds one document", "een bestand bevat één document")
KEY_IS_NO_SCALAR: Final = Text("a key must be a text", "een sleutel moet een tekst zijn")
NO_ANCHORED_KEYS: Final = Text("a key cannot have an anchor", "een sleutel kan geen anker hebben")
NO_MERGING: Final = Text(
    'merging mappings with "<<" is not allowed', 'mappings samenvoegen met "<<" is niet toegestaan'
)

NOTHING_TO_MERGE: Final = Text(
    'only mappings can be merged with "<<"', 'met "<<" kunnen alleen mappings worden samengevoegd'
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


def refuse_depth(bounds: Bounds, position: Position) -> NoReturn:
    """Refuse what stands too deep."""
    en = f"at most {bounds.levels} mappings and lists may stand in each other"
    refuse(Text(en, f"hooguit {bounds.levels} mappings en lijsten mogen in elkaar staan"), position)


def refuse_aliases(bounds: Bounds, position: Position) -> NoReturn:
    """Refuse one alias too many."""
    en = f"at most {bounds.aliases} aliases (*name) are allowed"
    refuse(Text(en, f"hooguit {bounds.aliases} aliassen (*naam) zijn toegestaan"), position)


def refuse_size(bounds: Bounds, position: Position) -> NoReturn:
    """Refuse more values than are taken."""
    en = f"with its aliases written out the file holds more than {bounds.values} values"
    nl = f"met de aliassen uitgeschreven bevat het bestand meer dan {bounds.values} waarden"
    refuse(Text(en, nl), position)


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
