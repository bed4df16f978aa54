"""Files that people write: scenarios, vendor files, OpenAPI documents of anybody, settings, and YAML as such."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import orjson

from mockbooks.conformance.audit import audit
from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.reports import REPORTS
from mockbooks.conformance.reports.edition import Edition
from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor
from mockbooks.errors import RefusedError
from mockbooks.scenarios.calls import PATTERN, read_calls
from mockbooks.scenarios.conditions import moment_of, number_of
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.patterns import PatternError, compile_path, compile_pattern, found_in, is_whole
from mockbooks.scenarios.writing import written_block
from mockbooks.scenarios.yaml_text import read_yaml
from mockbooks.settings import Settings, SettingsError, load_settings
from mockbooks.settings.table import SETTINGS
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import read_yaml as read_within
from mockbooks.yaml_text.refusals import NotAllowedError
from tests.fuzz.parser import Parser, argument_of, text_of

_ROOT = Path(__file__).parents[3]
_YAML_WORDS = (
    *(
        b"\n",
        b"\n  ",
        b"\n- ",
        b": ",
        b", ",
        b"{",
        b"}",
        b"[",
        b"]",
        b"'",
        b'"',
        b"#",
        b"|\n ",
        b">-\n ",
        b"? ",
        b"\t",
        b"%",
    ),
    *(
        b"&a ",
        b"*a",
        b"<<: ",
        b"!!str ",
        b"!x ",
        b"---\n",
        b"...\n",
        b"~",
        b"null",
        b"0x1F",
        b"1e5",
        b".inf",
        b"\\ud83e",
    ),
)


def _files(folder: str, pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((_ROOT / folder).glob(pattern)))


# ---- YAML and scenarios


def _yaml(data: bytes) -> object:
    """What is read is the same when it is written as JSON, which is YAML, and read again."""
    value = read_within(data, Bounds(values=2_000, aliases=20, levels=24, has_any_keys=True, has_merging=True)).data
    assert read_within(orjson.dumps(value), Bounds(values=50_000, aliases=0, levels=24)).data == value
    return value


def _scenario(data: bytes) -> object:
    """A scenario that is loaded is the same when it is written as a file by our own writer, and loaded again."""
    scenario = load(data, source="any.yaml")
    raw = read_yaml(data).data
    assert isinstance(raw, dict)
    assert read_yaml(written_block(raw).encode()).data == raw
    assert load(orjson.dumps(raw), source="any.yaml").name == scenario.name
    return scenario


def _pattern(data: bytes) -> object:
    """Read the first line as an expression, and look for it in the rest."""
    expression, _, text = text_of(data).partition("\n")
    found_in(text, compile_pattern(expression))
    return is_whole(text, compile_path(expression))


def _calls(data: bytes) -> object:
    text = text_of(data)
    calls = read_calls(text)
    moment_of(text)
    number_of(text)
    if calls is not None:
        assert is_whole(text, compile_pattern(PATTERN))
        assert any(map(calls.due, (calls.first, calls.every, calls.last or 1)))
    return calls


# ---- What vendors and people write


def _vendor(data: bytes) -> object:
    """A vendor file that is read is the same vendor when it is drafted and read again."""
    vendor = load_vendor(data, source="vendor.yaml")
    assert load_vendor(draft(vendor, {}).encode(), source="draft.yaml") == vendor
    return vendor


def _document(data: bytes) -> object:
    """Whatever the document, every audit has an answer, and every report can tell it."""
    document = read_document(data, source="openapi.json")
    judgement = audit(document, judged_at=datetime(2026, 11, 23, tzinfo=UTC), seconds=lambda: 0.0)
    return [report(Edition(judgement=judgement, language="nl")) for report in REPORTS.values()]


# ---- Settings


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="mockbooks-fuzz-"))


def _settings_file(data: bytes) -> object:
    path = _folder() / "mockbooks.toml"
    path.write_bytes(data)
    return load_settings({}, {}, path)


def _settings_given(data: bytes) -> object:
    """Read each line as a variable, and each that begins with two hyphens as a flag."""
    lines = [line.partition("=") for line in argument_of(data).split("\n")]
    environment = {name: text for name, equals, text in lines if equals}
    flags = {setting.name: environment[setting.flag] for setting in SETTINGS if setting.flag in environment}
    settings, _ = load_settings(flags, environment, folder=_folder() / "none")
    assert isinstance(settings, Settings)
    return settings


_VARIABLES = tuple(f"{setting.variable}=".encode() for setting in SETTINGS)
_FLAGS = tuple(f"{setting.flag}=".encode() for setting in SETTINGS)
_DEFAULTS = tuple(f"{setting.variable}={setting.default}".encode() for setting in SETTINGS if setting.default)
_TOML = b"""port = 8081
clock = 2026-11-23T10:15:30Z
lock_date = 2025-12-31
limits = ["600/minute", "50000/day"]
demo = true
slow_request_seconds = 1.5
max_body_bytes = "10 MiB"
"""
DOCUMENT = orjson.dumps(
    {
        "openapi": "3.1.0",
        "info": {
            "title": "Boekhouding",
            "version": "1",
            "contact": {"email": "help@vendor.example"},
            "description": (
                "Support answers within 24 hours, in Dutch. At most 6.000 requests per minute and 100 a day; "
                "beyond that 429 with Retry-After. Errors come with status 200."
            ),
        },
        "paths": {
            "/debtors/{id}": {
                "get": {
                    "operationId": "getDebtor",
                    "parameters": [{"in": "path", "name": "id", "required": True, "schema": {"type": "string"}}],
                    "responses": {
                        "200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/a"}}}}
                    },
                }
            },
            "/invoices": {
                "post": {"requestBody": {"content": {"application/json": {"schema": {"allOf": []}}}}, "responses": {}}
            },
        },
        "a": {"type": "object", "properties": {"id": {"type": "string"}, "self": {"$ref": "#/a"}}},
        "components": {
            "securitySchemes": {"o": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/t"}}}}
        },
    }
)
SWAGGER = (
    b"swagger: '2.0'\ninfo: {title: x}\nbasePath: /v1\npaths:\n  /debiteuren:\n    get:\n      parameters:\n"
    b"      - {in: query, name: email, type: string}\n      responses: {200: {schema: {type: array, items: {}}}}\n"
)


def _with_example(example: str) -> bytes:
    """Write a document whose one creation is shown by an example, as a text."""
    schema = {"type": "object", "properties": {"name": {"type": "string"}, "email": {"type": "string"}, "iban": {}}}
    body = {"content": {"application/json": {"schema": schema, "example": example}}}
    limits = "The API allows at most 300 requests per minute for each client."
    ok = {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "array", "items": schema}}}}}
    debtors = {"get": {"responses": ok}, "post": {"requestBody": body, "responses": ok}}
    return orjson.dumps(
        {
            "openapi": "3.0.3",
            "info": {"title": "x", "version": "1", "description": limits},
            "paths": {"/debtors": debtors},
        }
    )


SHOWN = (_with_example('{"name": "Bakkerij De Korenaar"}'), _with_example('{"name": ' + "[" * 900 + "]" * 900 + "}"))
OPENAPI_WORDS = (
    *(
        b'"$ref":',
        b'"#/a"',
        b'"#/paths/~1debtors~1{id}/get"',
        b'"openapi":',
        b'"swagger": "2.0"',
        b'"paths":',
        b'"schema":',
    ),
    *(
        b'"properties":',
        b'"allOf":',
        b'"items":',
        b'"type":',
        b'["string","null"]',
        b'"oneOf":',
        b'"required":',
        b'"enum":',
    ),
    *(
        b'"parameters":',
        b'"responses":',
        b'"default":',
        b'"2XX":',
        b'"description":',
        b'"servers":',
        b'"security":',
        b"null",
        b"[]",
        b"{}",
    ),
)

PARSERS = (
    Parser(
        name="yaml",
        read=_yaml,
        seeds=(
            *_files("scenarios", "*.yaml")[:6],
            b"a: &x [1, 2.5, ~, 'b']\nc: *x\n? d\n: |\n  e\n",
            b'{"\\ud83e\\udd50": 1}',
        ),
        words=_YAML_WORDS,
        refuses=(NotAllowedError,),
    ),
    Parser(
        name="scenario",
        read=_scenario,
        seeds=_files("scenarios", "*.yaml"),
        words=(
            *_YAML_WORDS,
            *(
                b"name: x",
                b"injections:",
                b"fault:",
                b"match:",
                b"delay: 5s",
                b"fail:",
                b"respond:",
                b"calls: 2-4",
                b"expect:",
            ),
            *(
                b"timeline:",
                b"at: +3d",
                b"body: {/a: {matches: x}}",
                b"phase: after",
                b"chance: 20%",
                b"clock:",
                b"limits:",
            ),
        ),
        refuses=(RefusedError,),
    ),
    Parser(
        name="expression",
        read=_pattern,
        seeds=(
            b"^ORD-[0-9]+$\nORD-1001",
            b"/api/v1/debtors/*\n/api/v1/debtors/deb_000001",
            b"(x+x+)+y\nxxxxxxxxxxxxxxxxxxxx",
        ),
        words=(
            b"(",
            b")",
            b"[",
            b"]",
            b"*",
            b"+",
            b"?",
            b"{900}",
            b"\\p{L}",
            b"(?i)",
            b"(?P<a>",
            b"|",
            b"\\",
            b"^",
            b"$",
            b".",
            b"\n",
        ),
        refuses=(PatternError,),
    ),
    Parser(
        name="calls-and-moments",
        read=_calls,
        seeds=(b"first", b"2-4", b"every 10", b"after 5", b"2026-11-23T09:00:00+02:00", b"-121.00"),
        words=(b"first ", b"every ", b"after ", b"-", b"0", b"999999", b"T", b"Z", b":", b".", b"W01"),
    ),
    Parser(
        name="vendor-file",
        read=_vendor,
        seeds=(
            *_files("mockbooks/conformance/vendor", "*.yaml"),
            b"name: x\nvalues: {a: '${run}'}\nresources: {debtors: {list: 'GET /debtors?k=${env.KEY}&a=${a}'}}\n",
        ),
        words=(
            *_YAML_WORDS,
            b"${run}",
            b"${",
            b"GET /",
            b"values:",
            b"answers:",
            b"oauth:",
            b"/data",
            b"https://",
            b"true",
        ),
        refuses=(VendorFileError,),
    ),
    Parser(
        name="openapi-document",
        read=_document,
        seeds=(DOCUMENT, SWAGGER, *SHOWN),
        words=(*OPENAPI_WORDS, *_YAML_WORDS[:10]),
        refuses=(DocumentError,),
    ),
    Parser(
        name="settings-file",
        read=_settings_file,
        seeds=(_TOML,),
        words=(
            b"=",
            b"\n",
            b"[",
            b"]",
            b"[[a]]",
            b"{",
            b"}",
            b'"""',
            b"'",
            b".",
            b"inf",
            b"nan",
            b"1_000",
            b"07:32:00",
            b"true",
            b"#",
        ),
        refuses=(SettingsError,),
    ),
    Parser(
        name="settings-given",
        read=_settings_given,
        seeds=(b"\n".join(_DEFAULTS), b"--port=8081\n--limits=600/minute", b"MOCKBOOKS_PORT=tcp://10.0.0.1:80"),
        words=(
            *_VARIABLES,
            *_FLAGS,
            b"\n",
            b",",
            b"none",
            b"/minute",
            b" KiB",
            b"-Q1",
            b"http://[::1]:8443/",
            b"\xff",
            b"real",
        ),
        refuses=(SettingsError,),
    ),
)
