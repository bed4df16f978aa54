"""The table of faults: it is the folder, it is the documentation, and each kind can be written as its example says."""

from pathlib import Path

import jsonschema_rs
import pytest

import mockbooks.faults
from mockbooks.faults import FAULTS
from mockbooks.stage.fault import NEEDS_SETTINGS, Fault
from mockbooks.stage.json_schema import field_schema
from tests.unit.faults.scenes import read, refused

DOCUMENTED = [
    *("delay", "fail", "respond", "dropConnection", "truncate", "empty", "malformed", "dribble", "rateLimit"),
    *("expireToken", "revokeConsent", "rejectRefresh", "loseRefreshReply", "staleReads", "looseSearch"),
    *("driftPages", "reshape", "bookkeeper"),
]
FILES = [
    *("delay", "fail", "respond", "drop_connection", "truncate", "empty", "malformed", "dribble", "rate_limit"),
    *("expire_token", "revoke_consent", "reject_refresh", "lose_refresh_reply", "stale_reads", "loose_search"),
    *("drift_pages", "reshape", "bookkeeper"),
]
EVERY_FAULT = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])


def test_the_table_has_every_documented_fault_in_that_order() -> None:
    assert [fault.name for fault in FAULTS] == DOCUMENTED


def test_every_file_of_the_folder_is_a_fault_of_the_table() -> None:
    files = {path.stem for path in Path(mockbooks.faults.__file__).parent.glob("*.py")}
    assert files == {"__init__", *FILES}


def test_a_file_is_named_after_its_fault() -> None:
    modules = [vars(mockbooks.faults)[name] for name in FILES]
    assert [module.FAULT.name for module in modules] == DOCUMENTED


def test_only_faults_that_can_do_without_settings_are_written_as_their_bare_name() -> None:
    assert [fault.name for fault in FAULTS if fault.bare is NEEDS_SETTINGS] == [
        *("delay", "fail", "respond", "staleReads", "looseSearch", "reshape", "bookkeeper")
    ]


def test_the_phases_are_those_of_the_documentation_the_default_first() -> None:
    anywhere, entering, after, token = ("before", "gate", "after"), ("before", "gate"), ("after",), ("gate", "after")
    assert {fault.name: fault.phases for fault in FAULTS} == {
        **dict.fromkeys(("delay", "fail", "respond", "dropConnection", "bookkeeper"), anywhere),
        **dict.fromkeys(("rateLimit", "rejectRefresh"), entering),
        **dict.fromkeys(("truncate", "empty", "malformed", "dribble", "reshape", "loseRefreshReply"), after),
        **dict.fromkeys(("expireToken", "revokeConsent"), token),
        **dict.fromkeys(("staleReads", "looseSearch", "driftPages"), ("before",)),
    }


@EVERY_FAULT
def test_every_fault_says_in_a_sentence_what_it_does(fault: Fault[object]) -> None:
    assert fault.summary.endswith(".")
    assert fault.settings.metadata["description"].endswith(".")


@EVERY_FAULT
def test_the_example_of_a_fault_is_read_and_keeps_to_its_published_schema(fault: Fault[object]) -> None:
    schema = field_schema(fault.settings)
    (example,) = fault.settings.metadata["examples"]
    jsonschema_rs.meta.validate(schema)

    assert jsonschema_rs.is_valid(schema, example)
    read(fault.name, example)


@EVERY_FAULT
def test_a_fault_refuses_what_no_settings_look_like(fault: Fault[object]) -> None:
    assert not jsonschema_rs.is_valid(field_schema(fault.settings), {"dealy": [None]})
    assert refused(fault.name, {"dealy": [None]})
