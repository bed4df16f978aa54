"""Swagger 2: bodies are parameters, media types stand apart, parameters are schemas themselves."""

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
from mockbooks.conformance.document.plain import mapping, text, texts

_KINDS: Final[dict[str, SecurityKind]] = {"apikey": "apiKey", "basic": "basic", "oauth2": "oauth2"}
_FLOWS: Final = {"accessCode": "authorizationCode", "application": "clientCredentials"}
_FORM: Final = "application/x-www-form-urlencoded"


class Swagger2:
    """How this version writes what differs."""

    def parameter(self, node: dict[str, Any], source: Source) -> Parameter:
        """Read a parameter or header."""
        return Parameter(
            name=text(node.get("name")),
            place=text(node.get("in")),
            description=text(node.get("description")).strip(),
            is_required=node.get("required") is True,
            has_example="x-example" in node or "example" in node,
            schema=source.schemas.at(node),
        )

    def body(self, node: dict[str, Any], parameters: list[dict[str, Any]], source: Source, where: str) -> Body | None:
        """Read the body, or the fields of a form as one."""
        for parameter in parameters:
            if parameter.get("in") == "body":
                schema = source.schema(parameter.get("schema"), f"{where}, body")
                contents = tuple(Content(media_type=each, schema=schema) for each in _media(node, source, "consumes"))
                return Body(contents=contents, description=text(parameter.get("description")))
        fields = [parameter for parameter in parameters if parameter.get("in") == "formData"]
        if not fields:
            return None
        schema = source.schemas.at(source.form(fields))
        return Body(contents=(Content(media_type=_FORM, schema=schema),))

    def response(self, status: str, node: dict[str, Any], operation: dict[str, Any], source: Source) -> Response:
        """Read one response."""
        schema = source.schema(node.get("schema"), f"response {status}")
        examples = mapping(node.get("examples"))
        contents = tuple(
            Content(media_type=each, schema=schema, examples=tuple(examples.values()))
            for each in (_media(operation, source, "produces") if schema else ())
        )
        headers = {
            name: self.parameter({"name": name, **each}, source)
            for name, each in mapping(node.get("headers")).items()
            if isinstance(each, dict)
        }
        return Response(status=status, description=text(node.get("description")), contents=contents, headers=headers)


def read_servers(root: dict[str, Any]) -> Iterator[str]:
    """Read the addresses: one for each scheme."""
    host, base = text(root.get("host")), text(root.get("basePath"))
    schemes = texts(root.get("schemes")) or ("https",)
    if host:
        yield from (f"{scheme}://{host}{base}" for scheme in schemes)
    elif base:
        yield base


def read_security(source: Source) -> Iterator[SecurityScheme]:
    """Read the security definitions."""
    for name, each in mapping(source.root.get("securityDefinitions")).items():
        node = source.followed(each, f"security definition {name}")
        flow = text(node.get("flow"))
        flows = Flow(
            name=_FLOWS.get(flow, flow),
            authorization_url=text(node.get("authorizationUrl")),
            token_url=text(node.get("tokenUrl")),
            scopes=tuple(mapping(node.get("scopes"))),
        )
        yield SecurityScheme(
            name=name,
            kind=_KINDS.get(text(node.get("type")).lower(), ""),
            description=text(node.get("description")),
            header=text(node.get("name")),
            flows=(flows,) if flow else (),
        )


def _media(node: dict[str, Any], source: Source, key: str) -> tuple[str, ...]:
    return texts(node.get(key)) or texts(source.root.get(key)) or ("application/json",)
