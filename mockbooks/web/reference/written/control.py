"""The page of the control API: what whoever runs a server may do with it."""

from collections.abc import Iterator
from typing import Any, Final

from mockbooks.web.openapi.control import document
from mockbooks.web.reference.written.described import body_fields, filters, operations_of, overview
from mockbooks.web.reference.written.pieces import joined, on_server

Json = dict[str, Any]

_INTRODUCTION: Final = """\
# The control API

What whoever runs a server may do with it while it runs, under `http://127.0.0.1:8080/_mockbooks`. It has a document
of its own, ready to be tried at <http://127.0.0.1:8080/docs/control>.

- Which administration: `?administration=`, else that of the access token of the call, else `demo`.
- No step comes between: no limits, no scenario, and no token unless the server was started with `--control-token`.
- Success is 200 with `success` and `data`; failure is 400 with a problem, as in the API.
- What a web page of another site makes a browser send is refused."""


def page() -> str:
    """Write the page."""
    described = document()
    return joined(_INTRODUCTION, *_chapters(described))


def _chapters(described: Json) -> Iterator[str]:
    for tag in _tags(described):
        asked = operations_of(described, tag)
        yield f"## {tag}"
        yield on_server(next((each["description"] for each in described["tags"] if each["name"] == tag), ""))
        yield overview(asked)
        yield from filters(asked)
        yield from body_fields(described, asked)


def _tags(described: Json) -> tuple[str, ...]:
    """Give the chapters in the order of the calls."""
    paths = described["paths"].values()
    return tuple(dict.fromkeys(call["tags"][0] for path in paths for call in path.values()))
