"""The page `/docs/oauth`, from the contents, the recording and the samples; made once for each language."""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from http import HTTPStatus
from typing import Final

from markupsafe import Markup, escape

from mockbooks.frozen import dataclass
from mockbooks.texts import Language, Text
from mockbooks.web.colouring import coloured_code, coloured_json
from mockbooks.web.pages import rendered
from mockbooks.web.walkthrough.contents import CHAPTERS, REFUSALS
from mockbooks.web.walkthrough.curl import curl_line, kept_lines
from mockbooks.web.walkthrough.exchanges import Pairs, Played, Request, Response
from mockbooks.web.walkthrough.playing import kept_from
from mockbooks.web.walkthrough.recording import RECORDED_BASE_URL, recorded, relocated
from mockbooks.web.walkthrough.samples import SAMPLES, parts
from mockbooks.web.walkthrough.step import Call, Chapter

_MOST_BASE_URLS: Final = 8
# In HTML the sign between parameters is written out.
_PARAMETER: Final = re.compile(r"(\?|&amp;|&)(?=\w+=)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One exchange as the template shows it; `kept` is what the commands that follow need of the answer."""

    name: str
    caption: Text | None
    http: Markup
    curl: Markup
    status: int
    phrase: str
    answer: Markup
    kept: Markup | None


@lru_cache(maxsize=_MOST_BASE_URLS)
def oauth_page(language: Language, base_url: str, *, has_demo: bool, has_control: bool) -> bytes:
    """Make the page for a reader who finds the server at `base_url`."""
    return relocated(
        _page(language, has_demo=has_demo, has_control=has_control), RECORDED_BASE_URL, str(escape(base_url))
    ).encode()


@cache
def _page(language: Language, *, has_demo: bool, has_control: bool) -> str:
    exchanges = recorded()

    def shown(calls: Iterable[Call]) -> list[Shown]:
        return [_shown(call, exchanges[call.name]) for call in calls]

    def code(chapter: Chapter) -> list[tuple[str, Markup]]:
        return [(sample.short, coloured_code(parts(sample)[chapter.part])) for sample in SAMPLES]

    return rendered(
        "oauth.html",
        language,
        base_url=RECORDED_BASE_URL,
        has_demo=has_demo,
        has_control=has_control,
        chapters=CHAPTERS,
        refusals=REFUSALS,
        samples=SAMPLES,
        shown=shown,
        code=code,
        coloured_code=coloured_code,
        speaking=[(sample.short, coloured_code(parts(sample)["send and read"])) for sample in SAMPLES],
    ).decode()


def _shown(call: Call, played: Played) -> Shown:
    kept = kept_from(call, played.response)
    return Shown(
        name=call.name,
        caption=call.caption,
        http=_request(played.request),
        curl=coloured_code(curl_line(call)),
        status=played.response.status,
        phrase=HTTPStatus(played.response.status).phrase,
        answer=_response(played.response),
        kept=coloured_code(kept_lines(kept)) if kept else None,
    )


def _request(request: Request) -> Markup:
    first = Markup("<b>{}</b> {}").format(request.method, _broken(request.url))
    return _message((first,), request.headers, request.body)


def _response(response: Response) -> Markup:
    return _message((), response.headers, response.body)


def _message(first: Iterable[Markup], headers: Pairs, body: str) -> Markup:
    head = Markup("\n").join(
        [*first, *(Markup("<b>{}:</b> {}").format(name, _broken(value)) for name, value in headers)]
    )
    return head + "\n\n" + _body(body) if body else head


def _body(body: str) -> Markup:
    return coloured_json(json.loads(body)) if body.startswith("{") else _broken(body)


def _broken(text: str) -> Markup:
    """Put every parameter on a line of its own."""
    return escape(_PARAMETER.sub(r"\n  \1", text))
