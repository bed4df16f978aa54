"""A page of the guide made of its Markdown: HTML with named headings, resolved links and coloured code."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from functools import cache
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from mockbooks.frozen import dataclass
from mockbooks.texts import Language, Text
from mockbooks.web.guide.headings import Heading, name_headings, plain_text
from mockbooks.web.guide.highlighting import highlighted
from mockbooks.web.guide.links import Place, address_of, picture_of
from mockbooks.web.guide.sources import source_of

_COPY: Final = Text("Copy", "Kopieer")
_COPIED: Final = Text("Copied", "Gekopieerd")
_LINK_TO: Final = Text("Link to this heading", "Verwijzing naar deze kop")
_DEEPEST_SELF_LINK: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page as HTML, and its headings without the title."""

    html: Markup
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading and the plain words below it, up to the next one: what the search looks through."""

    heading: Heading
    text: str


def made(page: str, language: Language, place: Place) -> Made:
    """Make a page for a reader at a place; raises BrokenLinkError where a link leads nowhere."""
    parser, tokens = _parser(), tokens_of(page)
    headings = name_headings(tokens)
    env = {"page": page, "language": language, "place": place}
    html = parser.renderer.render(tokens, parser.options, env)
    return Made(html=Markup(html), headings=headings[1:])  # noqa: S704 - of ours, without raw HTML # nosec B704


def tokens_of(page: str) -> list[Token]:
    """Parse the Markdown of a page."""
    return _parser().parse(source_of(page))


@cache
def title_of(page: str) -> str:
    """Give the title of a page, which is its first line: the contents name every page, and that is to cost little."""
    return source_of(page).partition("\n")[0].removeprefix("# ")


def passages(page: str) -> Iterator[Passage]:
    """Give what stands on a page, heading by heading."""
    tokens = tokens_of(page)
    headings = iter(name_headings(tokens))
    heading, words, is_title = next(headings), list[str](), True
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "heading_open" and not is_title:
            yield Passage(heading=heading, text=" ".join(words))
            heading, words = next(headings), []
        elif token.type == "inline" and (before is None or before.type != "heading_open"):
            words.append(plain_text(token))
        is_title = is_title and token.type != "heading_close"
    yield Passage(heading=heading, text=" ".join(words))


@cache
def _parser() -> MarkdownIt:
    """Prepare CommonMark with tables, and nothing more: no raw HTML, no addresses turned into links by themselves."""
    return MarkdownIt("commonmark", {"html": False, "linkify": False}, renderer_cls=_Renderer).enable("table")


class _Renderer(RendererHTML):
    """Writes the HTML of the guide; `env` holds the page, the language and the place of its reader."""

    def heading_close(self, tokens: Sequence[Token], index: int, _: OptionsDict, env: Mapping[str, Any]) -> str:
        """End a heading with a link to itself, for whoever wants to send it to somebody."""
        level, opening = int(tokens[index].tag[1:]), tokens[index - 2]
        if not 1 < level <= _DEEPEST_SELF_LINK:
            return f"</{tokens[index].tag}>\n"
        label = escape(_LINK_TO.in_language(env["language"]))
        anchor = escape(str(opening.attrs["id"]))
        return f' <a class="self" href="#{anchor}" aria-label="{label}">#</a></{tokens[index].tag}>\n'

    def link_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """Lead a link where it leads for this reader."""
        token = tokens[index]
        token.attrSet("href", address_of(str(token.attrs["href"]), env["page"], env["place"]))
        return self.renderToken(tokens, index, options, env)

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        """Show a picture from where it is for this reader; without room for its words it can be moved sideways.

        Its text is for whoever does not see it.
        """
        token = tokens[index]
        token.attrSet("src", picture_of(str(token.attrs["src"]), env["page"], env["place"]))
        return f'<span class="picture" tabindex="0">{super().image(tokens, index, options, env)}</span>'

    def fence(self, tokens: Sequence[Token], index: int, _: OptionsDict, env: Mapping[str, Any]) -> str:
        """Write a block of code that can be copied and, where it is too wide, moved with the keyboard."""
        language = tokens[index].info.strip()
        code = highlighted(tokens[index].content.rstrip("\n"), language)
        copy, copied = (escape(each.in_language(env["language"])) for each in (_COPY, _COPIED))
        return (
            f'<div class="copyable" data-language="{escape(language)}"><pre tabindex="0" lang="en"><code>{code}</code>'
            f'</pre><button type="button" class="copy" hidden data-done="{copied}">{copy}</button></div>\n'
        )

    def table_open(self, *_: object) -> str:
        """Let a wide table be moved sideways by itself."""
        return '<div class="wide" tabindex="0"><table>\n'

    def table_close(self, *_: object) -> str:
        """End what `table_open` began."""
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        """Begin a cell; alignment would be a style of its own, which the policy forbids."""
        return f'<{tokens[index].tag} scope="col">'

    def td_open(self, *_: object) -> str:
        """Do the same in the rows."""
        return "<td>"
