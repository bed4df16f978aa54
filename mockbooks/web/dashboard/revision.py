"""Whether a page would look otherwise than before: told in microseconds, so that a dashboard at rest costs nothing."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING

from mockbooks import __version__
from mockbooks.administration import Administration
from mockbooks.control import Control
from mockbooks.control.library import library_state
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.dashboard.writing import local

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine


def revision_of(control: Control, administration: Administration, exchange: Exchange) -> str:
    """Name the state of everything that a page may show, as an entity tag (RFC 9110, section 8.8.3)."""
    seen = tuple(shown_by(control, administration, exchange).values())
    return f'"{blake2b(repr(seen).encode("utf-8", "replace"), digest_size=9).hexdigest()}"'


def shown_by(control: Control, administration: Administration, exchange: Exchange) -> Mapping[str, object]:
    """Give everything that a page may show, or something that is another one whenever that is."""
    now, room = administration.now(), administration.limiter.room()
    return {
        "version": __version__,
        "path": exchange.path,
        "query": exchange.query_string,
        "base URL": exchange.base_url,
        "language": exchange.headers.get("accept-language"),
        "administration": administration.id,
        "administrations": [each.id for each in control.administrations.all()],
        "tokens": [each.is_alive(now) for each in administration.tokens.lasting_of(administration.id)],
        "era": administration.era,
        "books": administration.books.changes.position,
        "life of the log": administration.request_log.life,
        "newest request": administration.request_log.newest_number,
        "clock": administration.clock.state,
        # The page moves the hands by itself, but rows of another day tell theirs.
        "day": local(now).date(),
        "limits": administration.limiter.setting,
        # The page counts the seconds until they renew by itself.
        "room": [each.remaining for each in room.windows],
        "running": room.concurrent,
        "waiting": len(administration.waits),
        "library": library_state(control),
        **_shown_by(administration.injector, administration),
    }


def _shown_by(engine: "Engine | None", administration: Administration) -> Mapping[str, object]:
    if engine is None:
        return {"scenario": None}
    since_start = administration.now() - engine.began_at
    injections = engine.scenario.injections
    return {
        "scenario": (engine.scenario.name, engine.began_at),
        "timeline": engine.happened,
        "firings": list(engine.firings().values()),
        "during": [each.during.holds(since_start) for each in injections if each.during is not None],
    }
