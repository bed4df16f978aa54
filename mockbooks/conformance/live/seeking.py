"""Whether a search finds what it is asked for, that alone, and nothing for what is not there."""

from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.json_places import is_empty
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.records import Subject
from mockbooks.conformance.live.saying import unknown, untold
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.live.trial import Trial, comparable
from mockbooks.conformance.words import NAMES, NOUNS
from mockbooks.texts import Text


def judged(target: Target, search: Search) -> Finding:
    """Try a search out, and give the one finding that comes of it."""
    if search.by not in target.resource(search.noun).searches:
        return _without_call(target, search)
    subject = target.subject(search.noun)
    value = _known_value(target, search, subject)
    if subject is None or value is None:
        return untold(search.condition, _no_subject(target, search), is_preferred=search.is_preferred)
    return Trial(target, search, subject, value).finding()


def _without_call(target: Target, search: Search) -> Finding:
    resource = target.vendor.resources.get(search.noun)
    if resource is None or (resource.list is None and not resource.searches and resource.read is None):
        name = NAMES[search.by]
        call = Text(f"searches, by {name.en},", f"zoekt op {name.nl}")
        return unknown(search.condition, search.noun, call, is_preferred=search.is_preferred)
    return search.unnamed()


def _known_value(target: Target, search: Search, subject: Subject | None) -> object:
    """Give what the subject is to be found by: a date as it was sent, all else as the API tells it."""
    if subject is None:
        return None
    sent = target.value(search.by) if subject.is_ours and _is_sent(target, search) else None
    found = subject.value(search.by)
    if is_empty(found) or (search.by == "date" and sent is not None):
        return sent
    return comparable(found, search.by)


def _is_sent(target: Target, search: Search) -> bool:
    call = target.resource(search.noun).create
    return call is not None and f"${{{search.by}}}" in str(call.body)


def _no_subject(target: Target, search: Search) -> Obstacle:
    one = NOUNS[search.noun].one
    name = NAMES[search.by]
    creation = target.creation(search.noun)
    if creation is not None and creation.fault is not None:
        return creation.fault
    listing = target.listing(search.noun)
    if listing is not None and listing.fault is not None:
        return listing.fault
    if not target.allow_writes and target.resource(search.noun).create is not None:
        remedy = Text("Use --allow-writes, so that one is made.", "Gebruik --allow-writes, zodat er een wordt gemaakt.")
    else:
        remedy = Text(
            f"Put a {one.en} with it into the administration, or say under fields of {search.noun} where it stands.",
            f"Zet een {one.nl} ermee in de administratie, of noem bij fields van {search.noun} waar het staat.",
        )
    what = Text(
        f"there is no {one.en} with {name.en} to try it with",
        f"er is geen {one.nl} met {name.nl} om het mee te proberen",
    )
    return Obstacle(what=what, remedy=remedy)
