"""A visit to the dashboard: who asks for what, about which administration, in which language."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import parse_qsl, urlencode

from mockbooks.administration import Administration
from mockbooks.control import Control
from mockbooks.frozen import dataclass
from mockbooks.texts import Language, Text
from mockbooks.traffic.content import FORM
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.dashboard.writing import Writing

_MOST_FIELDS: Final = 50
_KEPT: Final = ("administration", "lang")


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """What a page or an act works with; `query` and `form` hold the last value of each name."""

    control: Control
    exchange: Exchange
    administration: Administration
    language: Language
    query: Mapping[str, str]

    @property
    def put(self) -> Writing:
        """Write numbers and moments for this reader."""
        return Writing(self.language)

    @property
    def form(self) -> Mapping[str, str]:
        """The form that was sent; empty where none can be read."""
        return form_in(self.exchange)

    def say(self, text: Text) -> str:
        """Give a text in the language of this reader."""
        return text.in_language(self.language)

    def url(self, path: str, **query: object) -> str:
        """Give the address of a page, about the same administration and in the same language; without what is None."""
        pairs = {
            name: value for name, value in {**kept_of(self.query), **query}.items() if value is not None and value != ""
        }
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def here(self, **changes: object) -> str:
        """Give the address of this page with some parameters changed."""
        return self.url(self.exchange.path, **{**self.query, **changes})


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A page to be shown: its template, and what that is filled with."""

    template: str
    values: Mapping[str, object]
    status: int = 200


Settle = Callable[[], None]
Reading = Callable[[Visit], Shown]
"""Makes a page; it changes nothing."""
Act = Callable[[Visit], Settle | None]
"""Does what a form asks; what it gives is done between other calls. Raises RefusedError with all that is wrong."""


def form_in(exchange: Exchange) -> Mapping[str, str]:
    """Read the form of a page, and nothing else: what came as JSON could hold more than texts."""
    kind = exchange.headers.get("content-type", "").partition(";")[0].strip().lower()
    content = exchange.content if kind == FORM else None
    return content if isinstance(content, dict) else {}


def kept_of(query: Mapping[str, str]) -> dict[str, str]:
    """Give what goes from page to page: the administration and the language that were chosen."""
    return {name: query[name] for name in _KEPT if name in query}


def query_in(exchange: Exchange) -> dict[str, str]:
    """Read the query of a page; what cannot be read counts as not given."""
    text = exchange.query_string.decode("utf-8", "replace")
    try:
        return dict(parse_qsl(text, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}
