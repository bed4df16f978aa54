"""A test with a scenario fails when the verdict is no pass, and shows why."""

import pytest

from tests.e2e.pytest_plugin.conftest import Run

pytest_plugins = ["pytester"]

CAREFUL_AND_NAIVE = """
@pytest.mark.mockbooks_scenario("lost-reply")
def test_careful(mockbooks_server):
    book(mockbooks_server, key="order-1")

@pytest.mark.mockbooks_scenario("lost-reply")
def test_naive(mockbooks_server):
    book(mockbooks_server)
"""


def test_a_careful_integration_passes_and_a_naive_one_fails(run: Run) -> None:
    result = run(CAREFUL_AND_NAIVE, "-v")

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*::test_careful PASSED*", "*::test_naive FAILED*"])


def test_the_failure_says_what_was_not_met_what_the_scenario_does_and_which_exchanges_show_it(run: Run) -> None:
    result = run(CAREFUL_AND_NAIVE, "-k", "naive")

    result.stdout.fnmatch_lines(
        [
            "noDuplicateBookings, retriesReuseIdempotencyKey: not met under the scenario lost-reply.",
            "What the scenario does: The first booking of every order is stored, but its answer never arrives:",
            "Scenario lost-reply: NOT PASSED (3 passed, 2 failed)",
            "✗ noDuplicateBookings (failed)",
            "*POST /api/v1/transactions → connection reset*",
            "*> Idempotency-Key: (none)",
            "*POST /api/v1/transactions → 200*",
            "*- mockbooks requests -*",
            "#4 POST /api/v1/transactions → connection reset: created; injected by 'the answer is lost' *",
            "#5 POST /api/v1/transactions → 200: created",
            "FAILED test_shop.py::test_naive - Failed: noDuplicateBookings*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*- mockbooks verdict -*")


def test_a_body_that_fails_keeps_its_failure_and_the_verdict_stands_beside_it(run: Run) -> None:
    result = run("""
@pytest.mark.mockbooks_scenario("lost-reply")
def test_body(mockbooks_server):
    book(mockbooks_server)
    assert "one" == "two"
""")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E*assert 'one' == 'two'*",
            "*- mockbooks verdict -*",
            "Scenario lost-reply: NOT PASSED*",
            "*- mockbooks requests -*",
        ]
    )


def test_a_scenario_that_was_never_met_proves_nothing_and_fails(run: Run) -> None:
    result = run("""
@pytest.mark.mockbooks_scenario("lost-reply")
def test_nothing():
    pass
""")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["everyInjectionFired: not met*", "none: nothing asked the API or OAuth*"])


def test_where_nothing_was_expected_nothing_is_proven_and_that_fails_too(run: Run) -> None:
    result = run("""
@pytest.mark.mockbooks_scenario({"name": "idle", "expect": []})
def test_nothing():
    pass
""")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["The scenario idle is not passed: Nothing was expected, so nothing is proven."])


def test_parameters_without_a_mark_beside_marked_ones_are_given_no_server(run: Run) -> None:
    result = run("""
@pytest.mark.parametrize("number", [pytest.param(1, marks=pytest.mark.mockbooks_scenario("lost-reply")), 2])
def test_shop(request, number):
    assert ("mockbooks_server" in request.fixturenames) is (number == 1)
""")

    result.assert_outcomes(passed=1, failed=1)


def test_a_test_that_is_known_to_fail_may_fail_by_its_verdict(run: Run) -> None:
    result = run("""
@pytest.mark.xfail(strict=True)
@pytest.mark.mockbooks_scenario("lost-reply")
def test_naive(mockbooks_server):
    book(mockbooks_server)
""")

    result.assert_outcomes(xfailed=1)


def test_a_test_that_is_skipped_in_its_body_is_not_judged(run: Run) -> None:
    result = run("""
@pytest.mark.mockbooks_scenario("lost-reply")
def test_skipped(mockbooks_server):
    pytest.skip("not today")
""")

    result.assert_outcomes(skipped=1)


def test_a_call_that_the_client_has_just_given_up_is_judged_too(run: Run) -> None:
    result = run("""
import httpx

@pytest.mark.mockbooks_scenario('''
name: slow
injections: [{match: {operation: listDebtors}, fault: {delay: 30s}}]
expect: [noRefusedRequests]
''')
def test_impatient(mockbooks_server):
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{mockbooks_server.api_url}/debtors", headers=mockbooks_server.headers, timeout=0.1)
""")

    result.assert_outcomes(passed=1)


@pytest.mark.parametrize("kind", ["class", "parameters", "unittest", "asynchronous"])
def test_it_works_for_tests_of_every_kind(run: Run, kind: str) -> None:
    tests = {
        "class": """
@pytest.mark.mockbooks_scenario("lost-reply")
class TestShop:
    def test_careful(self, mockbooks_server):
        book(mockbooks_server, key="order-1")

    def test_naive(self, mockbooks_server):
        book(mockbooks_server)
""",
        "parameters": """
@pytest.mark.parametrize("key", [
    pytest.param("order-1", marks=pytest.mark.mockbooks_scenario("lost-reply")),
    pytest.param(None, marks=pytest.mark.mockbooks_scenario("lost-reply")),
])
def test_shop(mockbooks_server, key):
    book(mockbooks_server, key=key)
""",
        "unittest": """
import unittest

@pytest.mark.mockbooks_scenario("lost-reply")
class ShopTest(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def _server(self, mockbooks_server):
        self.server = mockbooks_server

    def test_careful(self):
        book(self.server, key="order-1")

    def test_naive(self):
        book(self.server)
""",
        "asynchronous": """
import anyio.to_thread

@pytest.fixture
def anyio_backend():
    return "asyncio"

@pytest.mark.anyio
@pytest.mark.mockbooks_scenario("lost-reply")
async def test_careful(mockbooks_server):
    await anyio.to_thread.run_sync(book, mockbooks_server, "order-1")

@pytest.mark.anyio
@pytest.mark.mockbooks_scenario("lost-reply")
async def test_naive(mockbooks_server):
    await anyio.to_thread.run_sync(book, mockbooks_server)
""",
    }
    result = run(tests[kind])

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["noDuplicateBookings*: not met under the scenario lost-reply."])


def test_a_unittest_whose_body_fails_keeps_its_failure(run: Run) -> None:
    result = run("""
import unittest

@pytest.mark.mockbooks_scenario("lost-reply")
class ShopTest(unittest.TestCase):
    def test_body(self):
        self.assertEqual("one", "two")
""")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E*AssertionError: 'one' != 'two'*"])
    result.stdout.no_fnmatch_line("The body of the test passed*")
