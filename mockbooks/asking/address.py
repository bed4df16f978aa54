"""Where a server is asked, and how a URL that a person wrote is read."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from mockbooks.frozen import dataclass
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX

DEFAULT_URL: Final = "http://127.0.0.1:8080"
_PREFIXES: Final = (API_PREFIX, CONTROL_PREFIX)
# RFC 3986, section 3.2: what stands between the two slashes and the path.
_WITH_USER: Final = re.compile(r"(?:[^/?#]*//)?[^/?#]*@")


class UrlError(ValueError):
    """No server can be at a URL; the text says why, and shows no secret."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a server is, by which token its control API is called, and which CA is to be trusted."""

    url: str
    token: str | None = None
    authority: Path | None = None


def server_of(url: str) -> tuple[str, str]:
    """Give the URL of the server itself, and the path of one of its interfaces that stood behind it, if any.

    Raises UrlError for what is no URL, and for one that holds a user or a password, which nobody would be sent.
    """
    if _WITH_USER.match(url):
        raise UrlError(
            "the URL holds a user or a password, which mockbooks knows nothing of: leave out all up to the @"
        )
    if not _is_url_of_server(url):
        raise UrlError(f"{url} is no URL of a server: write one such as {DEFAULT_URL}")
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    prefix = next((each for each in _PREFIXES if path.endswith(each)), "")
    path = path.removesuffix(prefix).rstrip("/")
    return urlunsplit((parts.scheme.lower(), parts.netloc, path, "", "")), prefix


def _is_url_of_server(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
