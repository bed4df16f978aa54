"""The endpoint of the dashboard: held to the guard of the control API, since it shows and does the same."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from mockbooks import __version__
from mockbooks.administration import Administration
from mockbooks.catalogue.telling import tell
from mockbooks.control import Control
from mockbooks.control.administrations import create_administration
from mockbooks.errors import RefusedError
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.routing import wrong_method
from mockbooks.web.dashboard.answers import html, kept_query, language_of, overview_of, sent_to, way_back
from mockbooks.web.dashboard.lobby import Lobby
from mockbooks.web.dashboard.revision import revision_of
from mockbooks.web.dashboard.routes import (
    ACTS,
    LONG_ACTS,
    NEAR,
    NEW_ADMINISTRATION,
    OVERVIEW,
    PAGES,
    SIGN_IN,
    SIGN_OUT,
)
from mockbooks.web.dashboard.visit import Shown, Visit, query_in
from mockbooks.web.pages import rendered
from mockbooks.web.pipeline import Unsettled

_READING: Final = ("GET", "HEAD", "OPTIONS")
_DOING: Final = ("POST", *_READING)
_TEMPLATES: Final = "dashboard/"


class DashboardEndpoint:
    """Answers `/` and everything below `/dashboard/`."""

    def __init__(self, control: Control, lobby: Lobby, *, elsewhere: Callable[[Exchange], Answer]) -> None:
        """Keep what is shown, and who keeps others out; `elsewhere` answers for what is no page of this one."""
        self._control = control
        self._lobby = lobby
        self._elsewhere = elsewhere

    def takes_long(self, exchange: Exchange) -> bool:
        """Tell whether a call would hold up others: every page that has changed since the browser saw it.

        So would what is answered elsewhere, with a page of its own.
        """
        if not _methods_of(exchange.path):
            return True
        if exchange.method == "POST":
            return exchange.path in LONG_ACTS
        return exchange.method == "GET" and exchange.path in PAGES and not self._is_known(exchange)

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError."""
        allowed = _methods_of(exchange.path)
        if not allowed:
            return self._elsewhere(exchange)
        if exchange.method == "OPTIONS":
            return Answer(status=HTTPStatus.NO_CONTENT, headers=(("Allow", ", ".join(allowed)),), media_type="")
        if exchange.method not in allowed:
            raise wrong_method(exchange.method, allowed)
        if exchange.method == "GET" and exchange.path not in PAGES:
            # The address of a form, opened once more: after it was refused, or for another language; or /dashboard.
            return sent_to(overview_of(exchange))
        return self._lobby.keep_out(exchange) or self._let_in(exchange)

    # What they get

    def _let_in(self, exchange: Exchange) -> Answer:
        if exchange.path == NEW_ADMINISTRATION:
            return self._made_administration()
        administration = self._meant(exchange)
        if administration is None:
            return self._without_administration(exchange)
        administration.catch_up()
        visit = self._visit(exchange, administration)
        return self._done(visit) if exchange.method == "POST" else self._shown(visit)

    def _meant(self, exchange: Exchange) -> Administration | None:
        named = query_in(exchange).get("administration", DEMO_ADMINISTRATION)
        return self._control.administrations.find(named)

    def _visit(self, exchange: Exchange, administration: Administration) -> Visit:
        return Visit(
            control=self._control,
            exchange=exchange,
            administration=administration,
            language=language_of(exchange),
            query=query_in(exchange),
        )

    def _is_known(self, exchange: Exchange) -> bool:
        """Tell whether the browser has the page as it is now; of one that is kept out nothing is looked up."""
        known = exchange.headers.get("if-none-match")
        if known is None or not self._lobby.is_open_to(exchange):
            return False
        administration = self._meant(exchange)
        if administration is None:
            return False
        administration.catch_up()
        return revision_of(self._control, administration, exchange) == known

    def _shown(self, visit: Visit) -> Answer:
        # Told before the page is made: what changes meanwhile makes another one.
        revision = revision_of(self._control, visit.administration, visit.exchange)
        if visit.exchange.headers.get("if-none-match") == revision:
            return Answer(status=HTTPStatus.NOT_MODIFIED, headers=(("ETag", revision),), media_type="")
        page = PAGES[visit.exchange.path](visit)
        return self._page(visit, page, revision)

    def _done(self, visit: Visit) -> Answer:
        """Do what a form asks and send the browser back; what is wrong is told on a page of its own."""
        try:
            settle = ACTS[visit.exchange.path](visit)
        except RefusedError as refusal:
            told = [tell(each, visit.language) for each in refusal.complaints]
            values = {"complaints": told, "back": way_back(visit.exchange)}
            return self._page(visit, Shown(template="refused.html", values=values, status=HTTPStatus.BAD_REQUEST))
        answer = sent_to(way_back(visit.exchange))
        if settle is None:
            return answer
        return Unsettled(status=answer.status, headers=answer.headers, media_type="", settle=settle)

    def _page(self, visit: Visit, page: Shown, revision: str | None = None) -> Answer:
        body = rendered(
            _TEMPLATES + page.template,
            visit.language,
            **page.values,
            visit=visit,
            put=visit.put,
            administrations=self._control.administrations.all(),
            revision=revision,
            version=__version__,
            can_sign_out=self._lobby.is_locked,
            has_control=True,
            kept_query=kept_query(visit.query),
        )
        headers = (("ETag", revision),) if revision else ()
        return html(body, visit.language, status=page.status, headers=headers)

    # Administrations

    def _made_administration(self) -> Answer:
        opened = create_administration(self._control)
        return sent_to(f"{OVERVIEW}?administration={opened.administration.id}")

    def _without_administration(self, exchange: Exchange) -> Answer:
        """Lead to the newest where none was named and there is no demo; else say that there is none."""
        query = query_in(exchange)
        others = self._control.administrations.all()
        if "administration" not in query and others and exchange.method == "GET":
            return sent_to(f"{exchange.path}?administration={others[-1].id}")
        language = language_of(exchange)
        body = rendered(
            f"{_TEMPLATES}no_administration.html",
            language,
            named=query.get("administration"),
            administrations=others,
            has_control=True,
            kept_query="",
        )
        status = HTTPStatus.NOT_FOUND if "administration" in query else HTTPStatus.OK
        return html(body, language, status=status)


def _methods_of(path: str) -> tuple[str, ...]:
    if path in PAGES or path in NEAR:
        return _READING
    return _DOING if path in {*ACTS, SIGN_IN, SIGN_OUT, NEW_ADMINISTRATION} else ()
