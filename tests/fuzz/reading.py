"""Which functions of ours read texts: found in their source, by the calls with which Python takes a text apart."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import mockbooks

MOCKBOOKS: Final = Path(mockbooks.__file__).parent
# Each of them raises on some texts, or tells one from another by a pattern.
_CALLS: Final = frozenset(
    {
        *("loads", "fromisoformat", "fullmatch", "urlsplit", "parse_qsl", "b64decode", "unquote", "unquote_plus"),
        *("unquote_to_bytes", "ip_address", "inet_aton", "parsedate_to_datetime", "parse_accept_header", "parse"),
    }
)
_NUMBERS: Final = frozenset({"int", "float", "Decimal"})


def readers() -> set[str]:
    """Name every function that makes such a call, as `web.json_body.read_json`."""
    found = set[str]()
    for path in MOCKBOOKS.rglob("*.py"):
        found.update(f"{module_of(path)}.{name}" for name in _inside(ast.parse(path.read_text("utf-8")), ()))
    return found


def module_of(path: Path) -> str:
    """Name a module of ours by its file."""
    return ".".join(path.relative_to(MOCKBOOKS).with_suffix("").parts).removesuffix(".__init__")


def _inside(node: ast.AST, names: tuple[str, ...]) -> Iterator[str]:
    for inner in ast.iter_child_nodes(node):
        is_named = isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if isinstance(inner, ast.Call) and names and _reads(inner):
            yield ".".join(names)
        yield from _inside(inner, (*names, inner.name) if is_named else names)  # type: ignore[attr-defined]


def _reads(call: ast.Call) -> bool:
    called = call.func
    if isinstance(called, ast.Name) and called.id in _NUMBERS:
        return bool(call.args) and not isinstance(call.args[0], ast.Constant)
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in _CALLS
