"""The corpus holds together: each document reads, is as valid as it claims, and has an answer for every condition."""

import json
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from tests.conformance.corpus import (
    CONDITIONS,
    DOCUMENTS,
    RESOURCES,
    BadDocument,
    Document,
    Set,
    bad_documents,
    document,
    documents,
    of_set,
)

EACH = pytest.mark.parametrize("known", documents(), ids=lambda known: known.name)
EACH_VALID = pytest.mark.parametrize(
    "known", [known for known in documents() if known.known.valid], ids=lambda known: known.name
)
EACH_BAD = pytest.mark.parametrize("bad", bad_documents(), ids=lambda bad: bad.path.name)


def test_every_folder_but_the_bad_one_is_a_document_with_answers() -> None:
    folders = {folder.name for folder in DOCUMENTS.iterdir() if folder.is_dir()}
    assert {known.name for known in documents()} == folders - {"bad"}


@EACH
def test_the_answers_name_all_conditions_and_resources_in_their_order(known: Document) -> None:
    assert tuple(known.known.answers) == CONDITIONS
    assert tuple(known.known.resources) == RESOURCES


@EACH
def test_no_answer_leaves_everything_open_or_its_reason_unsaid(known: Document) -> None:
    assert [number for number, answer in known.known.answers.items() if not 1 <= len(answer.verdicts) <= 2] == []
    assert [number for number, answer in known.known.answers.items() if len(answer.because) < 10] == []


@EACH
def test_the_operations_of_the_answers_stand_in_the_document(known: Document) -> None:
    assert _operations_of_answers(known) - _operations(known) == set()


@EACH
def test_the_parameters_of_the_answers_stand_in_the_document(known: Document) -> None:
    text = known.path.read_text("utf-8")
    assert [name for name in _searched_by(known) if name.removeprefix("filter[").rstrip("]") not in text] == []


@EACH_VALID
def test_a_document_that_claims_to_be_valid_is_valid(known: Document) -> None:
    validate(_read(known), base_uri=known.path.as_uri())


def test_few_answers_leave_a_choice() -> None:
    answers = [answer for known in documents() for answer in known.known.answers.values()]
    assert sum(len(answer.verdicts) > 1 for answer in answers) < len(answers) / 5


def test_a_document_is_found_by_its_name() -> None:
    assert document("zerra").known.answers["C3"].verdicts == ("partly",)
    assert document("zerra").known.resources["journal"] is None


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("held_out", {"achtpoot", "jsonhuis", "ploegleider", "snelboek", "streepje", "woordvoer"}),
        ("hard", {"facturette", "frisfactuur", "kontorbuch", "rekenraam", "stapelwolk", "zeeboeken"}),
        ("fair", {"fjordbok", "kantoorklok", "quillstone", "scheldeboek", "tuinpad"}),
    ],
)
def test_each_set_keeps_its_documents(name: Set, members: set[str]) -> None:
    assert {known.name for known in of_set(name)} == members


@EACH_BAD
def test_each_bad_document_is_a_file_and_says_what_a_complaint_must_name(bad: BadDocument) -> None:
    assert bad.path.is_file()
    assert bad.names


def test_every_file_in_the_bad_folder_is_in_the_index() -> None:
    files = {file.name for file in (DOCUMENTS / "bad").iterdir()}
    assert {bad.path.name for bad in bad_documents()} == files - {"index.yaml", ".gitattributes"}


def _read(known: Document) -> dict[str, Any]:
    text = known.path.read_text("utf-8")
    read: dict[str, Any] = json.loads(text) if known.path.suffix == ".json" else yaml.safe_load(text)
    return read


def _operations(known: Document) -> set[str]:
    verbs = {"get", "put", "post", "delete", "patch", "head"}
    return {f"{verb.upper()} {path}" for path, item in _read(known)["paths"].items() for verb in item if verb in verbs}


def _operations_of_answers(known: Document) -> set[str]:
    mapped = [resource.operations for resource in known.known.resources.values() if resource]
    return {operation for roles in mapped for operations in roles.values() for operation in operations}


def _searched_by(known: Document) -> list[str]:
    mapped = [resource.searches for resource in known.known.resources.values() if resource]
    return [name for searches in mapped for names in searches.values() for name in names]
