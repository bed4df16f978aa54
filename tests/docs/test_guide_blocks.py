"""Every block of the guide and of the README names its language, and is well-formed in it."""

import ast
import configparser
import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest
import yaml

from mockbooks.scenarios.loader import load
from tests.docs.blocks import DOCS, ROOT, Block, every_block

PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
ALL = [(page.relative_to(ROOT), number, block) for page in PAGES for number, block in enumerate(every_block(page), 1)]
NAMED = re.compile(r"^```(\S*)$", re.MULTILINE)


def is_shell(text: str) -> None:
    subprocess.run(["/bin/bash", "-n"], input=text, text=True, check=True)


def is_python(text: str) -> None:
    ast.parse(dedent(text))


def is_yaml(text: str) -> None:
    whole = yaml.safe_load(text)
    assert whole is not None
    if isinstance(whole, dict) and {"injections", "expect", "timeline", "books"} & whole.keys():
        whole_text = text if "name" in whole else f"name: a-piece\n{text}"
        load(whole_text.encode(), source="the page")


def is_ini(text: str) -> None:
    configparser.ConfigParser().read_string(text)


def is_anything(text: str) -> None:
    assert text.strip()


WELL_FORMED: dict[str, Callable[[str], object]] = {
    "sh": is_shell,
    "python": is_python,
    "yaml": is_yaml,
    "json": json.loads,
    "toml": tomllib.loads,
    "ini": is_ini,
    "xml": ET.fromstring,
    "text": is_anything,
    "js": is_anything,
    "php": is_anything,
    "dockerfile": is_anything,
}


@pytest.mark.parametrize(("page", "number", "block"), ALL, ids=[f"{page}-{number}" for page, number, _ in ALL])
def test_a_block_is_well_formed(page: Path, number: int, block: Block) -> None:  # noqa: ARG001 - they name the test
    WELL_FORMED[block.language](block.text)


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_block_names_a_language_that_is_looked_at(page: Path) -> None:
    fences = NAMED.findall(page.read_text(encoding="utf-8"))
    assert set(fences[::2]) <= WELL_FORMED.keys()
    assert set(fences[1::2]) <= {""}
