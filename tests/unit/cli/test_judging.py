"""What `audit`, `check` and `vendor` make of what they are given, before anything is asked over a network."""

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from mockbooks.cli import main

DOCUMENT = """
openapi: 3.0.3
info: {title: Boekhoudgemak, version: "2"}
paths:
  /relaties:
    get:
      parameters: [{name: naam, in: query, schema: {type: string}}]
      responses: {"200": {description: De relaties}}
"""
VENDOR = """
name: Boekhoudgemak
resources:
  debtors:
    lisst: GET /relaties
"""


@pytest.fixture(autouse=True)
def _folder_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("API_URL", "TOKEN", "CLIENT_ID", "CLIENT_SECRET", "CA"):
        monkeypatch.delenv(f"MOCKBOOKS_{variable}", raising=False)
    Path("gemak.yaml").write_text(DOCUMENT, encoding="utf-8")
    Path("vendor.yaml").write_text(VENDOR, encoding="utf-8")
    Path("good.yaml").write_text("name: Boekhoudgemak\n", encoding="utf-8")
    Path("page.html").write_text("<!doctype html><title>Not found</title>", encoding="utf-8")
    Path("broken.json").write_text('{"openapi": "3.0.3",\n "info": [}', encoding="utf-8")
    Path("list.json").write_text("[1, 2]", encoding="utf-8")
    Path("events.yaml").write_text("asyncapi: 3.0.0\n", encoding="utf-8")
    Path("ancient.json").write_text('{"swaggerVersion": "1.2"}', encoding="utf-8")
    Path("idle.json").write_text('{"openapi": "3.0.3", "info": {}, "paths": {}}', encoding="utf-8")
    Path("empty.yaml").write_bytes(b"")
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    Path("no-ca.pem").write_text("no certificate", encoding="utf-8")
    Path("folder").mkdir()


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("audit nothing.yaml", "mockbooks: nothing.yaml cannot be read: No such file or directory\n"),
        ("audit folder", "mockbooks: folder cannot be read: Is a directory\n"),
        (
            "audit ftp://gemak.example/openapi.json",
            "mockbooks: ftp://gemak.example/openapi.json cannot be fetched: name a file, or a URL that begins with",
        ),
        ("audit empty.yaml", "mockbooks: empty.yaml"),
        ("audit page.html", "mockbooks: page.html"),
        ("audit broken.json", "mockbooks: broken.json:2:11: "),
        ("audit list.json", "mockbooks: list.json"),
        ("audit events.yaml", "mockbooks: events.yaml"),
        ("audit ancient.json", "mockbooks: ancient.json"),
        ("audit picture.png", "mockbooks: picture.png"),
        ("audit idle.json", "mockbooks: idle.json: it describes no operation: "),
        ("audit -", "mockbooks: stdin"),
        (
            "audit gemak.yaml --draft vendor.yaml",
            "mockbooks: vendor.yaml is there already, and may hold corrections: --force overwrites it\n",
        ),
        (
            "audit gemak.yaml --output gemak.yaml",
            "mockbooks: gemak.yaml is OPENAPI and --output at once: one would be lost; name another file\n",
        ),
        ("audit gemak.yaml --output ./folder/../gemak.yaml", "mockbooks: gemak.yaml is OPENAPI and --output at once"),
        ("audit gemak.yaml --draft gemak.yaml --force", "mockbooks: gemak.yaml is OPENAPI and --draft at once"),
        ("audit gemak.yaml --draft new.yaml --output new.yaml", "mockbooks: new.yaml is --output and --draft at once"),
        ("audit gemak.yaml --draft nowhere/vendor.yaml", "mockbooks: nowhere/vendor.yaml cannot be written: "),
        ("audit gemak.yaml --output nowhere/report.txt", "mockbooks: nowhere/report.txt cannot be written: "),
        ("audit gemak.yaml --ca no-ca.pem https://x", "Got unexpected extra argument (https://x)\n"),
        ("audit https://gemak.example/ --ca no-ca.pem", "mockbooks: no-ca.pem cannot be used as the certificate of a"),
        ("audit gemak.yaml --language de", "'de' is not one of 'en', 'nl'."),
        ("audit", "Error: Missing argument 'OPENAPI'"),
        ("check", "mockbooks: there is no URL to check: name one, or write baseUrl into the vendor file\n"),
        ("check api.gemak.example", "mockbooks: api.gemak.example is no base URL: write one as https://"),
        ("check https://x/v1?key=1", "mockbooks: https://x/v1 is no base URL: write one as https://"),
        ("check https://me:s3cr3t@x", "mockbooks: the URL names credentials, which the report would show: leave out "),
        ("audit https://me:s3cr3t@x", "mockbooks: the URL names credentials, which the report would show: leave out "),
        ("check https://x --vendor nothing.yaml", "mockbooks: nothing.yaml cannot be read: No such file or directory"),
        ("check https://x --vendor vendor.yaml", "mockbooks: vendor.yaml:5:5: "),
        ("check https://x --vendor vendor.yaml --output vendor.yaml", "vendor.yaml is --vendor and --output at once"),
        ("check https://x --client-id me", "mockbooks: a client needs both: --client-id and --client-secret\n"),
        ("check https://x --run-id Mine!", '"Mine!" will not do; allowed: at most 40 of the signs a-z, 0-9 and -'),
        ("check https://x --ca no-ca.pem", "mockbooks: no-ca.pem cannot be used as the certificate of a CA"),
        ("check https://x --timeout soon", '"soon" will not do; allowed: '),
        ("check https://x --output nowhere/report.txt", "mockbooks: nowhere/report.txt cannot be written: "),
    ],
)
def test_what_cannot_be_used_is_told_in_one_way(arguments: str, told: str) -> None:
    result = run(*arguments.split())

    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output
    assert "s3cr3t" not in result.output


@pytest.mark.parametrize(
    "arguments", [("audit", "steering.json"), ("check", "https://x", "--vendor", "steering.json"), ("audit", "\x1b[2J")]
)
def test_what_is_quoted_cannot_steer_the_terminal(arguments: tuple[str, ...]) -> None:
    Path("steering.json").write_text('{"\\u001b[31m": 1, "swagger": "\\u001b[2J"}', encoding="utf-8")
    result = CliRunner().invoke(main, arguments, color=True)

    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert "[2J" in result.output or "[31m" in result.output


def test_an_audit_reads_stdin_too() -> None:
    piped, read = run("audit", "-", stdin=DOCUMENT), run("audit", "gemak.yaml")

    assert piped.output.startswith("Boekhoudgemak: ")
    assert " · stdin · " in piped.output
    assert piped.exit_code == read.exit_code == 1


def test_a_draft_can_be_used_and_where_it_is_is_told() -> None:
    result = run("audit", "gemak.yaml", "--draft", "draft.yaml", "--fail-on", "never")

    assert result.exit_code == 0
    assert "mockbooks: draft.yaml holds what was guessed: correct it, then run `mockbooks check" in result.stderr
    assert run("vendor", "check", "draft.yaml").output == "draft.yaml: Boekhoudgemak can be used\n"


def test_a_draft_is_overwritten_when_that_is_meant() -> None:
    run("audit", "gemak.yaml", "--draft", "vendor.yaml", "--force")

    assert "lisst" not in Path("vendor.yaml").read_text(encoding="utf-8")


def test_a_vendor_file_to_start_from_has_comments_and_can_be_used() -> None:
    example = run("vendor", "example").output

    assert example.startswith("# ")
    assert run("vendor", "check", "-", stdin=example).output == "stdin: mockbooks can be used\n"


def test_every_mistake_in_vendor_files_is_told_with_its_place() -> None:
    result = run("vendor", "check", "good.yaml", "vendor.yaml", "nothing.yaml")

    assert result.exit_code == 1
    assert result.stdout == "good.yaml: Boekhoudgemak can be used\n"
    assert result.stderr.startswith("mockbooks: vendor.yaml:5:5: ")
    assert result.stderr.endswith("mockbooks: nothing.yaml cannot be read: No such file or directory\n")


def test_the_schema_of_vendor_files_is_printed_for_editors() -> None:
    schema = orjson.loads(run("vendor", "schema").output)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"name", "baseUrl", "oauth", "answers", "resources"} <= schema["properties"].keys()
