"""Blueprints as flask-smorest describes them, without what a reader does not need: the beginning of a document."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import flask_smorest
from flask import Flask
from flask_smorest import Blueprint

from mockbooks.web.openapi import tidiness
from mockbooks.web.openapi.schemas import Plugin, component_name

Document = dict[str, Any]

OPENAPI_VERSION: Final = "3.1.1"
# What flask-smorest brings along for its own error and pagination features.
_UNUSED: Final = ("ErrorSchema", "PaginationMetadataSchema")


def described_by(
    blueprints: Iterable[Blueprint], *, prefix: str, title: str, version: str, info: Mapping[str, Any]
) -> Document:
    """Describe the views of blueprints, whose paths stand below a prefix, in an application made for that alone."""
    app = Flask("mockbooks-document", static_folder=None)
    app.config.update(API_TITLE=title, API_VERSION=version, OPENAPI_VERSION=OPENAPI_VERSION)
    plugin = Plugin(schema_name_resolver=component_name)
    api = flask_smorest.Api(app, spec_kwargs={"marshmallow_plugin": plugin, "info": info})
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    built: Document = api.spec.to_dict()
    built["paths"] = {path.removeprefix(prefix): item for path, item in built["paths"].items()}
    for unused in _UNUSED:
        del built["components"]["schemas"][unused]
    _spread_parameters(built)
    tidiness.tidy(built)
    return built


def _spread_parameters(built: Document) -> None:
    """Move what the operations of a path share into each of them, where it gets an example of its own."""
    for item in built["paths"].values():
        shared = item.pop("parameters", [])
        for described in item.values():
            described["parameters"] = [*map(dict, shared), *described.get("parameters", [])]
