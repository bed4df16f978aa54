"""Prism, static: an OpenAPI document with the very answers as its examples, which it validates requests against."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson

from bench._running import Answer
from bench.peers.install import NODE_MODULES
from bench.peers.peer import Peer, Site
from bench.peers.work import GET, Work


def peer(works: frozenset[Work]) -> Peer:
    """Give it."""
    return Peer(
        name="Prism",
        prepare=_command,
        ready=GET.path,
        needs={"node": "Debian: apt-get install nodejs"},
        is_packaged=True,
        replays=works,
    )


def _command(site: Site) -> list[str]:
    paths: dict[str, dict[str, Any]] = {}
    for work, answer in site.answers.replayed.items():
        paths.setdefault(_path(work), {})[work.method.lower()] = _operation(work, answer)
    document = {"openapi": "3.1.0", "info": {"title": "debtors", "version": "1"}, "paths": paths}
    file = site.folder / "openapi.json"
    file.write_bytes(orjson.dumps(document))
    program = NODE_MODULES / "@stoplight" / "prism-cli" / "dist" / "index.js"
    return ["node", str(program), "mock", "--port", str(site.port), "--verboseLevel", "warn", str(file)]


def _path(work: Work) -> str:
    return urlsplit(work.path).path.replace("deb_000042", "{id}")


def _operation(work: Work, answer: Answer) -> Mapping[str, Any]:
    text = {"type": "string"}
    url = urlsplit(work.path)
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "schema": text} for name, _ in parse_qsl(url.query)
    ]
    if "{id}" in _path(work):
        parameters.append({"name": "id", "in": "path", "required": True, "schema": text})
    example = {"application/json": {"example": orjson.loads(answer.body)}}
    operation: dict[str, Any] = {
        "parameters": parameters,
        "responses": {"200": {"description": "success", "content": example}},
    }
    if work.body:
        schema = {"type": "object", "required": ["name"], "properties": {"name": text, "email": text}}
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return operation
