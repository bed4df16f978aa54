"""No parser of ours is left out: every function that takes a text apart runs when the table is fed with its seeds."""

import json
import subprocess
import sys
from pathlib import Path

from mockbooks.service.fields import Strict
from tests.fuzz.parsers import fields
from tests.fuzz.reading import readers
from tests.fuzz.table import PARSERS

ROOT = Path(__file__).parents[2]
OF_US = "reads what we have written ourselves"
JUDGED = "reads a URL that was judged before: by `url-of-server`, `redirects-of-vendor` or `redirect-uri`"
EXEMPT = {
    "asking.no_answer.": JUDGED,
    "asking.over_http.": JUDGED,
    "cli.": "holds one argument of the person at the terminal against one expression",
    "conformance.checks.answers._number": "reads what the expression before it has judged",
    "conformance.wire.client.": JUDGED,
    "expectations.supply_dates_kept._day": OF_US,
    "faults.truncate.Length.of": "reads what the field before it has judged",
    "oauth.introspection.": OF_US,
    "observations.came_back_before_retry_after.": "reads a header that a scenario wrote",
    "service.operations._too_new": OF_US,
    "stage.durations._written": OF_US,
    "testing.arrival.": "reads a request that the client library of a test has made",
    "web.dashboard.verdict.": OF_US,
    "web.guide.": OF_US,
    "web.oauth.pages._destination": JUDGED,
    "web.json_body._loaded_in_one_go": "reads what `read_json` reads, where it is long",
    "web.wire.": "runs in the thread of the server that the parser `wire` talks to",
    "web.openapi.": OF_US,
    "web.walkthrough.": OF_US,
}


def test_every_function_that_reads_a_text_is_reached_by_a_parser_of_the_table() -> None:
    unread = readers() - functions_run_by_the_seeds()

    assert sorted(name for name in unread if not name.startswith(tuple(EXEMPT))) == []
    assert sorted(each for each in EXEMPT if not any(name.startswith(each) for name in unread)) == []


def test_every_class_of_field_is_read_by_a_parser_of_the_table() -> None:
    reading = {each for each in fields.classes() if each.read is not Strict.read}

    # One is only built upon; the others are made anew for the books that come in, and read by the parser `books`.
    assert {each.__name__ for each in reading if fields.name_of(each) not in PARSERS} == {
        "DecimalText",
        "_Counters",
        "_Rows",
        "_Tuple",
    }


def functions_run_by_the_seeds() -> set[str]:
    """Ask a fresh process, in which nothing has run that is done only once."""
    command = [sys.executable, "-m", "tests.fuzz.reached"]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    return set(json.loads(run.stdout))
