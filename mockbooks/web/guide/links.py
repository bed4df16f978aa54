"""Where a link of a page leads: to another page of the guide, to the running server, or out into the world."""

import posixpath
from typing import Final, Protocol

from mockbooks.frozen import dataclass
from mockbooks.web.guide.contents import GUIDE_URL, PAGES, url_of
from mockbooks.web.guide.sources import pictures
from mockbooks.web.printed_address import PRINTED_ADDRESS

_SUFFIX: Final = ".md"


class Place(Protocol):
    """Where the guide is read: it knows what the addresses of pages, assets and the server are there."""

    def page(self, page: str) -> str:
        """Give the address of a page."""

    def asset(self, name: str) -> str:
        """Give the address of a style sheet, a script or the icon."""

    def picture(self, file: str) -> str:
        """Give the address of a picture, which is named by its path under `docs/`."""

    def server(self, path: str) -> str:
        """Give the address of something on the running server."""


@dataclass(frozen=True, slots=True)
class OnServer:
    """The guide under /docs/guide of a server."""

    def page(self, page: str) -> str:
        """Give the path of a page."""
        return url_of(page)

    def asset(self, name: str) -> str:
        """Give the path of an asset; the script of the search is made of the pages."""
        return f"/docs/assets/{name}"

    def picture(self, file: str) -> str:
        """Give the path of a picture."""
        return f"{GUIDE_URL}/{file}"

    def server(self, path: str) -> str:
        """Give a path on this very server."""
        return path or "/"


@dataclass(frozen=True, slots=True)
class InFolder:
    """The guide as files in a folder, read from any host or from the disk: all addresses are relative to `reader`."""

    reader: str

    def page(self, page: str) -> str:
        """Give the way from the page that is read to another."""
        return self._from_reader(f"{page}.html")

    def asset(self, name: str) -> str:
        """Give the way to an asset."""
        return self._from_reader(f"assets/{name}")

    def picture(self, file: str) -> str:
        """Give the way to a picture."""
        return self._from_reader(file)

    def server(self, path: str) -> str:
        """Give the whole address: the server is somewhere else."""
        return PRINTED_ADDRESS + path

    def _from_reader(self, file: str) -> str:
        return posixpath.relpath(file, posixpath.dirname(self.reader) or ".")


class BrokenLinkError(ValueError):
    """A link of a page leads to no page."""


def target_of(link: str, page: str) -> tuple[str, str] | None:
    """Give the page and the fragment that a relative link on `page` leads to; None for one that leaves the guide.

    Raises BrokenLinkError where it leads to a file that is no page.
    """
    if ":" in link.partition("/")[0]:
        return None
    path, _, fragment = link.partition("#")
    if not path:
        return page, fragment
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if not target.endswith(_SUFFIX) or target.removesuffix(_SUFFIX) not in PAGES:
        raise BrokenLinkError(f"docs/{page}{_SUFFIX}: {link} leads to no page of the guide")
    return target.removesuffix(_SUFFIX), fragment


def picture_of(source: str, page: str, place: Place) -> str:
    """Give what the source of a picture becomes for its reader; raises BrokenLinkError where there is none."""
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), source))
    if file not in pictures():
        raise BrokenLinkError(f"docs/{page}{_SUFFIX}: {source} is no picture of the guide")
    return place.picture(file)


def address_of(link: str, page: str, place: Place) -> str:
    """Give what a link becomes for its reader."""
    if link == PRINTED_ADDRESS or link.startswith(f"{PRINTED_ADDRESS}/"):
        return place.server(link.removeprefix(PRINTED_ADDRESS))
    target = target_of(link, page)
    if target is None:
        return link
    to, fragment = target
    path = "" if to == page and fragment else place.page(to)
    return f"{path}#{fragment}" if fragment else path
