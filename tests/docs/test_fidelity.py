"""The page of fidelity leaves no operation out, and every refusal that it names is answered by that operation."""

import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from mockbooks.catalogue import CATALOGUE
from mockbooks.oauth.operations import OPERATIONS as OAUTH_OPERATIONS
from mockbooks.resources import operations
from mockbooks.web.control import CALLS
from tests.docs.blocks import DOCS
from tests.docs.conftest import Fresh
from tests.docs.refusals.call import Refused
from tests.docs.refusals.table import REFUSED

PAGE = (DOCS / "fidelity.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### (\w+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \|(.*)\|(.*)\|$", re.MULTILINE)
REFUSALS = re.compile(r"\*\*Refused aloud\*\*:(.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
EVERYWHERE = re.compile(r"(?:Refused aloud everywhere\*\*|Refused everywhere):(.*?)\n\n", re.DOTALL)
CODE = re.compile(r"`([a-z_]+)`")


def named() -> dict[str, set[str]]:
    """Give the codes under "refused aloud" of each operation that the page speaks of."""
    sections = {name: " ".join(REFUSALS.findall(text)) for name, text in SECTION.findall(PAGE)}
    rows = {name: refused for name, _, refused in ROW.findall(PAGE)}
    return {name: set(CODE.findall(told)) for name, told in {**sections, **rows}.items()}


def test_every_operation_has_one_section() -> None:
    api = [operation.operation_id for operation in operations()]
    oauth = [operation.operation_id for operation in OAUTH_OPERATIONS]
    control = ["getHealth", *(call.operation.operation_id for call in CALLS)]
    told = [*(name for name, _ in SECTION.findall(PAGE)), *(name for name, *_ in ROW.findall(PAGE))]
    assert sorted(told) == sorted([*api, *oauth, *control])


def test_every_code_that_is_named_is_tried_below_and_every_one_tried_is_named() -> None:
    tried: dict[str, set[str]] = {name: set() for name in named()}
    for refused in REFUSED:
        tried[refused.operation].add(refused.code)
    assert named() == tried


def test_what_is_refused_everywhere_stands_in_the_catalogue() -> None:
    told = [code for part in EVERYWHERE.findall(PAGE) for code in CODE.findall(part)]
    assert [code for code in told if code not in CATALOGUE] == []
    assert len(told) == 26


@pytest.mark.parametrize("refused", REFUSED, ids=[f"{each.operation}-{each.code}" for each in REFUSED])
def test_a_refusal_that_is_named_is_answered(fresh: Fresh, refused: Refused) -> None:
    answer = fresh(**refused.settings).request(refused.method, refused.url, **refused.options)
    assert refused.code in codes_of(answer)


def codes_of(answer: httpx.Response) -> list[str]:
    """Give the codes of a problem, or the error of OAuth, which may come by a redirect."""
    if "Location" in answer.headers:
        return parse_qs(urlsplit(answer.headers["Location"]).query).get("error", [])
    body = answer.json()
    return [body.get("error", ""), body.get("code", ""), *(error["code"] for error in body.get("errors", ()))]
