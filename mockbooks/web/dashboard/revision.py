"""Whether a page would look otherwise than before: told in microseconds, so that a dashboard at rest costs nothing."""

from hashlib import blake2b

from mockbooks import __version__
from mockbooks.administration import Administration
from mockbooks.control import Control
from mockbooks.control.library import library_state
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.dashboard.writing import local


def revision_of(control: Control, administration: Administration, exchange: Exchange) -> str:
    """Name the state of everything that a page may show, as an entity tag (RFC 9110, section 8.8.3)."""
    seen = (
        __version__,
        exchange.path,
        exchange.query_string,
        exchange.base_url,
        exchange.headers.get("accept-language"),
        administration.id,
        administration.era,
        administration.books.changes.position,
        administration.request_log.life,
        administration.request_log.newest_number,
        administration.clock.state,
        local(administration.now()).date(),
        administration.limiter.setting,
        _room(administration),
        len(administration.waits),
        _scenario(administration),
        library_state(control),
        [each.is_alive(administration.now()) for each in administration.tokens.lasting_of(administration.id)],
        [each.id for each in control.administrations.all()],
    )
    return f'"{blake2b(repr(seen).encode("utf-8", "replace"), digest_size=9).hexdigest()}"'


def _room(administration: Administration) -> object:
    """Tell what is used of the limits, but not the seconds until they renew: the page counts those by itself."""
    room = administration.limiter.room()
    return [each.remaining for each in room.windows], room.concurrent


def _scenario(administration: Administration) -> object:
    engine = administration.injector
    if engine is None:
        return None
    since_start = administration.now() - engine.began_at
    during = [each.during.holds(since_start) for each in engine.scenario.injections if each.during is not None]
    return engine.scenario.name, engine.began_at, engine.happened, list(engine.firings().values()), during
