"""OpenAPI 3.0 and 3.1: bodies and answers have contents by media type, parameters have schemas."""

from collections.abc import Iterator
from typing import Any, Final

from mockbooks.conformance.document.model import (
    Body,
    Content,
    Flow,
    Parameter,
    Response,
    SecurityKind,
    SecurityScheme,
)
from mockbooks.conformance.document.parts import Source
from mockbooks.conformance.document.plain import listing, mapping, text

_MOST_EXAMPLES: Final = 20
_HTTP: Final[dict[str, SecurityKind]] = {"basic": "basic", "bearer": "bearer"}
_KINDS: Final[dict[str, SecurityKind]] = {
    "apikey": "apiKey",
    "mutualtls": "mutualTLS",
    "oauth2": "oauth2",
    "openidconnect": "openIdConnect",
}


class OpenApi3:
    """How these versions write what differs."""

    def parameter(self, node: dict[str, Any], source: Source) -> Parameter:
        """Read a parameter or header, whose schema may stand in a content."""
        contents = _contents(node, source, "parameter")
        schema = source.schema(node.get("schema"), f"parameter {text(node.get('name'))}") or next(
            (content.schema for content in contents), None
        )
        return Parameter(
            name=text(node.get("name")),
            place=text(node.get("in")),
            description=text(node.get("description")).strip() or (schema.description if schema else ""),
            is_required=node.get("required") is True,
            has_example=_has_example(node) or bool(schema and schema.has_example),
            schema=schema,
        )

    def body(self, node: dict[str, Any], parameters: list[dict[str, Any]], source: Source, where: str) -> Body | None:
        """Read the request body."""
        del parameters
        if "requestBody" not in node:
            return None
        body = source.followed(node["requestBody"], f"{where}, requestBody")
        return Body(
            contents=_contents(body, source, f"{where}, requestBody"), description=text(body.get("description"))
        )

    def response(self, status: str, node: dict[str, Any], operation: dict[str, Any], source: Source) -> Response:
        """Read one response."""
        del operation
        headers = {
            name: self.parameter(source.followed(each, f"header {name}"), source)
            for name, each in mapping(node.get("headers")).items()
        }
        return Response(
            status=status,
            description=text(node.get("description")),
            contents=_contents(node, source, f"response {status}"),
            headers=headers,
        )


def read_servers(root: dict[str, Any]) -> Iterator[str]:
    """Read the addresses of the servers, their variables filled in."""
    for server in map(mapping, listing(root.get("servers"))):
        url = text(server.get("url"))
        for name, variable in mapping(server.get("variables")).items():
            url = url.replace(f"{{{name}}}", text(mapping(variable).get("default")))
        if url:
            yield url


def read_security(source: Source) -> Iterator[SecurityScheme]:
    """Read the security schemes."""
    for name, each in mapping(mapping(source.root.get("components")).get("securitySchemes")).items():
        node = source.followed(each, f"securitySchemes.{name}")
        yield SecurityScheme(
            name=name,
            kind=_kind(node),
            description=text(node.get("description")),
            header=text(node.get("name")),
            flows=tuple(_flows(node)),
            url=text(node.get("openIdConnectUrl")),
        )


def _kind(node: dict[str, Any]) -> SecurityKind:
    kind = text(node.get("type")).lower()
    return _HTTP.get(text(node.get("scheme")).lower(), "http") if kind == "http" else _KINDS.get(kind, "")


def _flows(node: dict[str, Any]) -> Iterator[Flow]:
    for name, flow in mapping(node.get("flows")).items():
        if isinstance(flow, dict):
            yield Flow(
                name=name,
                authorization_url=text(flow.get("authorizationUrl")),
                token_url=text(flow.get("tokenUrl")),
                scopes=tuple(mapping(flow.get("scopes"))),
            )


def _contents(node: dict[str, Any], source: Source, where: str) -> tuple[Content, ...]:
    return tuple(
        Content(
            media_type=media_type,
            schema=source.schema(content.get("schema"), where),
            examples=tuple(_examples(content, source)),
        )
        for media_type, content in mapping(node.get("content")).items()
        if isinstance(content, dict)
    )


def _has_example(node: dict[str, Any]) -> bool:
    return "example" in node or bool(node.get("examples"))


def _examples(node: dict[str, Any], source: Source) -> Iterator[object]:
    if "example" in node:
        yield node["example"]
    for each in list(mapping(node.get("examples")).values())[:_MOST_EXAMPLES]:
        yield mapping(source.references.follow(each)).get("value")
