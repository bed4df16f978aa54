"""The lobby of the dashboard: keeps out other sites, and whoever has not signed in where a token is asked for.

Who is kept out is shown what everybody may see, and the owner the way in.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from mockbooks.catalogue.telling import tell
from mockbooks.errors import RefusedError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.dashboard.access import Access
from mockbooks.web.dashboard.answers import address_of, html, language_of, sent_to, way_back
from mockbooks.web.dashboard.routes import OVERVIEW, SIGN_IN, SIGN_OUT
from mockbooks.web.dashboard.visit import form_in
from mockbooks.web.guard import Guard
from mockbooks.web.landing import landing_page

_CHALLENGE: Final = ("WWW-Authenticate", 'Bearer realm="mockbooks control"')


class Lobby:
    """Judges every visit, before anything else is looked at."""

    def __init__(self, guard: Guard, access: Access, *, demo_token: str | None) -> None:
        """Keep who judges sites, and who judges tokens; the demo's token is on the page that everybody may see."""
        self._guard = guard
        self._access = access
        self._demo_token = demo_token

    @property
    def is_locked(self) -> bool:
        """Whether a visitor has to sign in."""
        return self._access.is_guarded

    def is_open_to(self, exchange: Exchange) -> bool:
        """Tell whether a visitor would be let in."""
        try:
            self._guard.judge(exchange)
        except RefusedError:
            return False
        return self._access.allows(exchange)

    def keep_out(self, exchange: Exchange) -> Answer | None:
        """Answer whom the dashboard is not for, and whoever signs in or out; None lets a visitor in.

        Raises RefusedError for an act that another site may have asked for.
        """
        try:
            self._guard.judge(exchange)
        except RefusedError as refusal:
            if exchange.method != "GET":
                raise
            return self._landing(exchange, HTTPStatus.BAD_REQUEST, _why(refusal, exchange))
        if exchange.path == SIGN_IN:
            return self._signed_in(exchange)
        if not self._access.allows(exchange):
            return self._landing(exchange, HTTPStatus.UNAUTHORIZED, {"kind": "token", "is_wrong": False})
        return sent_to(OVERVIEW, self._access.farewell(exchange)) if exchange.path == SIGN_OUT else None

    def _signed_in(self, exchange: Exchange) -> Answer:
        """Let a visitor in with the right token, and else ask once more."""
        if self._access.is_guarded and not self._access.is_token(form_in(exchange).get("token", "")):
            return self._landing(exchange, HTTPStatus.UNAUTHORIZED, {"kind": "token", "is_wrong": True})
        return sent_to(way_back(exchange), self._access.admission(exchange))

    def _landing(self, exchange: Exchange, status: HTTPStatus, notice: Mapping[str, object]) -> Answer:
        """Show the page for everybody; at `/`, where it is at home, that is no refusal."""
        language, is_refusal = language_of(exchange), exchange.path != OVERVIEW
        back = address_of(exchange) if exchange.method == "GET" else way_back(exchange)
        body = landing_page(
            language, exchange.base_url, self._demo_token, has_control=True, notice={**notice, "back": back}
        )
        challenge = (_CHALLENGE,) if status == HTTPStatus.UNAUTHORIZED and is_refusal else ()
        return html(body, language, status=status if is_refusal else HTTPStatus.OK, headers=challenge)


def _why(refusal: RefusedError, exchange: Exchange) -> Mapping[str, object]:
    """Tell why the dashboard is not shown: for somebody who followed a link of another site it is one click away."""
    complaint = refusal.complaints[0]
    kind = "another_site" if complaint.code == "cross_site_call" else "host"
    return {"kind": kind, "told": tell(complaint, language_of(exchange))}
