"""Tells from a path and its verb what an operation does with which collection."""

import re
from enum import StrEnum
from typing import Final

from mockbooks.conformance.vocabulary.paths import BEHIND, CONTAINERS, SEARCH_WORDS, VERBS
from mockbooks.conformance.vocabulary.words import joined, singular, words
from mockbooks.frozen import dataclass

_PARAMETER: Final = re.compile(r"^[{:].*$")
_SUFFIX: Final = re.compile(r"(\{\??(format|extension)\}|\.(json|xml|php|aspx|svc|\{format\}))$", re.IGNORECASE)
_ODATA_KEY: Final = re.compile(r"\([^(){}]{0,80}\{[^{}()]{1,80}\}[^()]{0,120}\)$")
_VERSION: Final = re.compile(r"^(v?[0-9]+([.][0-9]+)*|api[.].*|v[0-9].*|latest|beta)$", re.IGNORECASE)
_DOTTED: Final = re.compile(
    r"^(?P<name>.{3,}?)\.(?P<verb>list|info|get|add|create|update|delete|remove|draft|book|search|find)$", re.IGNORECASE
)
_SCRIPT: Final = re.compile(r"\.(php|aspx|cgi|jsp|do)(/|$)", re.IGNORECASE)
_LISTED_VERBS: Final = ("list", "get", "fetch", "find", "search")


class Deed(StrEnum):
    """What an operation does with a collection."""

    LIST = "list"
    READ = "read"
    CREATE = "create"
    UPDATE = "update"
    REMOVE = "remove"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What a path with a verb comes down to.

    `names` are the names of the collection, what stands around everything left out; `is_nested` tells that an id of
    something else stands between them. `is_action` tells that the path names what is done.
    """

    names: tuple[str, ...]
    deed: Deed
    is_nested: bool = False
    is_action: bool = False


def route(method: str, path: str) -> Route | None:
    """Tell what an operation does; None where nothing is named."""
    segments = list(_segments(path))
    dotted = _DOTTED.match(segments[-1]) if segments else None
    if dotted:
        segments[-1] = dotted["name"]
    deed = _BY_DOTTED[dotted["verb"].lower()] if dotted else _deed(method, segments)
    behind = None if dotted else _verb_behind(method, path, segments)
    if behind:
        deed, segments[-1] = behind
    is_action = dotted is not None or behind is not None
    while len(segments) > 1 and (segments[-1] == "" or _is_search(segments) or _is_verb(segments[-1])):
        is_action = is_action or _is_verb(segments[-1])
        segments.pop()
    own = _without_surroundings(segments)
    names = [segment for segment in own if segment]
    if not names:
        return None
    stripped = _without_verb(names[-1])
    return Route(
        names=(*names[:-1], stripped),
        deed=deed,
        is_nested="" in own,
        is_action=is_action or stripped != names[-1],
    )


def _verb_behind(method: str, path: str, segments: list[str]) -> tuple[Deed, str] | None:
    """Take what is done off `relaties_lijst.php`; a GET of `price_list` lists nothing but those lists themselves."""
    split = words(segments[-1]) if segments else ()
    if len(split) < 2 or split[-1] not in BEHIND or not (method == "POST" or _SCRIPT.search(path)):  # noqa: PLR2004 - a thing and a verb
        return None
    return Deed(BEHIND[split[-1]]), "_".join(split[:-1])


def _segments(path: str) -> list[str]:
    """Split a path into names, and empty texts where an id stands."""
    found: list[str] = []
    for segment in path.split("?", maxsplit=1)[0].strip("/").split("/"):
        name = _SUFFIX.sub("", segment)
        if name and _PARAMETER.match(name):
            found.append("")
        elif _ODATA_KEY.search(name):
            found.extend((_ODATA_KEY.sub("", name), ""))
        elif name:
            found.append(name)
    return found


def _deed(method: str, segments: list[str]) -> Deed:
    last = segments[-1] if segments else ""
    if segments[-1:] == [""]:
        by_value = len(segments) > 2 and _is_search(segments[:-1]) and method == "GET"  # noqa: PLR2004 - /x/by/{value}
        return Deed.SEARCH if by_value else _ON_ITEM.get(method, Deed.UPDATE)
    first = words(last)[:1]
    if len(segments) > 1 and _is_search(segments):
        return Deed.SEARCH
    verb = first[0] if first and first[0] in VERBS else _listed_verb(last)
    return _BY_VERB.get(verb or "", _ON_COLLECTION.get(method, Deed.UPDATE))


_BY_DOTTED: Final = {
    **dict.fromkeys(("list",), Deed.LIST),
    **dict.fromkeys(("info", "get"), Deed.READ),
    **dict.fromkeys(("add", "create", "draft", "book"), Deed.CREATE),
    **dict.fromkeys(("update",), Deed.UPDATE),
    **dict.fromkeys(("delete", "remove"), Deed.REMOVE),
    **dict.fromkeys(("search", "find"), Deed.SEARCH),
}
"""What is done at `/contacts.info` and the like."""
_ON_ITEM: Final = {"GET": Deed.READ, "DELETE": Deed.REMOVE}
_ON_COLLECTION: Final = {"GET": Deed.LIST, "POST": Deed.CREATE, "PUT": Deed.CREATE, "DELETE": Deed.REMOVE}
_BY_VERB: Final = {
    **dict.fromkeys(("get", "list", "fetch", "read", "haal", "ophalen", "opvragen", "lijst", "retrieve"), Deed.LIST),
    **dict.fromkeys(("create", "add", "insert", "post", "maak", "toevoegen", "save", "upsert"), Deed.CREATE),
    **dict.fromkeys(("update", "put", "set", "wijzig"), Deed.UPDATE),
    **dict.fromkeys(("delete", "remove", "verwijder"), Deed.REMOVE),
    **dict.fromkeys(("find", "search", "zoek"), Deed.SEARCH),
}


def _is_search(segments: list[str]) -> bool:
    """Tell whether a path ends in a search: `/contacts/search`, `/contacts/by-email`, `/contacts/$query`."""
    if len(segments) < 2 or not segments[-1]:  # noqa: PLR2004 - what is searched stands before it
        return False
    first, *_ = words(segments[-1]) or ("",)
    return first in SEARCH_WORDS and bool(segments[-2])


def _is_verb(segment: str) -> bool:
    return bool(segment) and "".join(words(segment)) in VERBS


def _listed_verb(name: str) -> str | None:
    return next((verb for verb in _LISTED_VERBS if name.lower().startswith(verb) and len(name) > len(verb) + 3), None)


def _without_verb(name: str) -> str:
    """Take the verb off `getInvoices`, `listrelations`, `add_customer`."""
    split = words(name)
    if len(split) > 1 and split[0] in VERBS:
        return "_".join(split[1:])
    if len(split) == 1:
        for verb in ("list", "get", "add", "create", "update", "delete"):
            if split[0].startswith(verb) and len(split[0]) > len(verb) + 4:
                return split[0].removeprefix(verb)
        if split[0].endswith("list") and len(split[0]) > len("list") + 4:
            return split[0].removesuffix("list")
    return name


def _without_surroundings(segments: list[str]) -> list[str]:
    """Leave out versions, administrations with their ids, and the like; something is always left."""
    while len(segments) > 1 and (not segments[0] or _surrounds(segments[0])):
        rest = segments[1:]
        if not any(rest):
            break
        segments = rest
    return segments


def _surrounds(segment: str) -> bool:
    if _VERSION.match(segment):
        return True
    return singular(segment.lower()) in CONTAINERS or joined(segment) in CONTAINERS
