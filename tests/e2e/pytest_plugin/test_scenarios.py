"""How a test names its scenario, and what is said when that cannot be used."""

import pytest

from tests.e2e.pytest_plugin.conftest import Run

pytest_plugins = ["pytester"]

MINE = """
name: mine
injections:
  - match: {operation: createTransaction}
    calls: first
    phase: after
    fault: {dropConnection: reset}
expect: [noDuplicateBookings]
"""
NAIVE = """
@pytest.mark.mockbooks_scenario(%s)
def test_naive(mockbooks_server):
    book(mockbooks_server)
"""


def test_a_file_stands_beside_the_test(run: Run, pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mine.yaml").write_text(MINE, encoding="utf-8")

    run(NAIVE % "'mine.yaml'").stdout.fnmatch_lines(["*not met under the scenario mine."])


def test_a_file_stands_in_a_folder_of_the_project(run: Run, pytester: pytest.Pytester) -> None:
    pytester.mkdir("scenarios").joinpath("mine.yaml").write_text(MINE, encoding="utf-8")

    run(NAIVE % "__import__('pathlib').Path('scenarios/mine.yaml')").stdout.fnmatch_lines(["*under the scenario mine."])


def test_yaml_stands_in_the_test_itself(run: Run) -> None:
    run(NAIVE % f"'''{MINE}'''").stdout.fnmatch_lines(["*not met under the scenario mine."])


def test_a_dictionary_will_do(run: Run) -> None:
    run(NAIVE % "{'name': 'mine', 'expect': [{'booked': {'reference': 'WEB-1'}, 'exactly': 2}]}").stdout.fnmatch_lines(
        ["booked: {reference: WEB-1}, exactly: 2: not met under the scenario mine."]
    )


def test_with_several_scenarios_a_test_runs_once_for_each(run: Run) -> None:
    result = run(
        """
@pytest.mark.mockbooks_scenario("lost-reply", "lost-debtor-reply")
def test_careful(mockbooks_server, mockbooks_scenario):
    if mockbooks_scenario == "lost-reply":
        book(mockbooks_server, key="order-1")

@pytest.mark.mockbooks_scenario("lost-reply", "gateway-error-after-booking")
def test_nothing():
    pass
""",
        "-v",
    )

    result.assert_outcomes(passed=1, failed=3)
    result.stdout.fnmatch_lines(
        [
            "*::test_careful?lost-reply? PASSED*",
            "*::test_careful?lost-debtor-reply? FAILED*",
            "*::test_nothing?lost-reply? FAILED*",
            "*::test_nothing?gateway-error-after-booking? FAILED*",
        ]
    )


def test_the_mark_that_is_nearest_to_the_test_counts(run: Run) -> None:
    result = run("""
@pytest.mark.mockbooks_scenario("lost-debtor-reply")
class TestShop:
    @pytest.mark.mockbooks_scenario("lost-reply")
    def test_careful(self, mockbooks_server):
        assert mockbooks_server.verdict().scenario == "lost-reply"
        book(mockbooks_server, key="order-1")
""")

    result.assert_outcomes(passed=1)


def test_what_is_wrong_with_a_file_is_told_with_line_and_column_before_the_test_runs(
    run: Run, pytester: pytest.Pytester
) -> None:
    text = MINE.replace("reset", "rset").replace("calls: first", "calls: frist")
    pytester.path.joinpath("mine.yaml").write_text(text, encoding="utf-8")
    result = run(NAIVE % "'mine.yaml'")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*ERROR at setup of test_naive*", "mine.yaml:5:12: *frist*", "mine.yaml:7:29: *rset*"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*def mockbooks_server*")


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        ("'lost-replie'", '*There is no scenario "lost-replie". Did you mean "lost-reply"?*'),
        ("'nowhere/mine.yaml'", "*there is no scenario file nowhere/mine.yaml; looked for */nowhere/mine.yaml*"),
        ("{'name': 'mine', 'expct': []}", '*/expct: There is no field "expct" here.*Did you mean "expect"?*'),
        ("", '*Write @pytest.mark.mockbooks_scenario("lost-reply")*'),
        ("'lost-reply', 'lost-debtor-reply', foo=1", '*Write @pytest.mark.mockbooks_scenario("lost-reply")*'),
        ("name='lost-reply'", '*Write @pytest.mark.mockbooks_scenario("lost-reply")*'),
    ],
)
def test_a_mark_that_cannot_be_used_says_what_to_write(run: Run, scenario: str, told: str) -> None:
    result = run(NAIVE % scenario)

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])


def test_a_unittest_cannot_run_once_for_each_and_says_so(run: Run) -> None:
    result = run("""
import unittest

@pytest.mark.mockbooks_scenario("lost-reply", "lost-debtor-reply")
class ShopTest(unittest.TestCase):
    def test_naive(self):
        pass
""")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*once for each, stand in the mark of a function or a class*"])


def test_a_scenario_in_the_settings_is_sent_to_the_mark(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeconftest("""
import mockbooks, pytest

@pytest.fixture(scope="session")
def mockbooks_settings():
    return mockbooks.Settings(scenario="lost-reply")
""")
    result = run("def test_one(mockbooks_server): pass")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["mockbooks_settings names a scenario; give it to the tests by *"])
