"""The five reports of a judgement: what each tells, in two languages, and what it makes of hostile texts."""

import re
from xml.etree.ElementTree import Element, fromstring

import orjson
import pytest

from mockbooks.conformance.conditions import BY_NUMBER, CONDITIONS
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports import REPORTS
from mockbooks.conformance.reports.as_markdown import code, escaped
from mockbooks.conformance.reports.as_text import lines
from mockbooks.conformance.reports.edition import Edition
from mockbooks.texts import Language, Text
from tests.unit.conformance.reports.judged import HOSTILE, all_met, hostile, judgement
from tests.unit.conformance.reports.reading import elements, elements_of_markdown, told

FORMS = pytest.mark.parametrize("form", REPORTS)
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl"])
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
OF_OURS = {
    *("h1", "h2", "p", "em", "strong", "ul", "li", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
HEAD = """Boekhoudgemak: 2 of 9 conditions met
check · live API · https://api.boekhoudgemak.example/v2 · 15 October 2026, 09:05 UTC · 3.2 s

✓ C1       REST                              met          12 resources with 41 operations speak JSON.
~ C2       Documentation                     partly       Three fields in four are described.
? C3       OAuth                             cannot tell  The document declares no security.
~ C4       Resources and searches            partly       5 of 8 parts met; not met: C4a; partly: C4b; cannot tell: C4c
  ✗ C4a    Debtors                           not met      Debtors cannot be searched by e-mail.
  ~ C4b    Financial transactions            partly       Not by number.
"""
DEBTORS = """
C4a Debiteuren: niet voldaan
    Debiteuren, te zoeken op e-mailadres.
    ✗ Debiteuren zijn niet te zoeken op e-mailadres.
        GET /v2/relaties: kent page, limit en naam
        Twijfel: Dat relaties debiteuren zijn, is uit de naam geraden.
        Te wijzigen: Geef GET /v2/relaties een parameter email die precies dat adres vindt.
"""
DEBTORS_IN_MARKDOWN = r"""
## C4b Financial transactions: partly

*Financial transactions, searched by id, preferably by number and date as well.*

- ✓ A transaction is found by its id.
- \~ Not by number. (preferred)
  - **To change:** Add a parameter nummer.
"""


def suite(bearable: Outcome = Outcome.CANNOT_TELL) -> Element:
    return fromstring(told("junit", judgement(), bearable=bearable))  # noqa: S314 - made by ourselves


def named(found: Element, kind: str) -> list[str]:
    return [str(case.get("name")) for case in found if case.find(kind) is not None]


def test_as_text_it_begins_with_the_verdicts_in_aligned_lines() -> None:
    assert told("text", judgement()).startswith(HEAD)


def test_as_text_it_tells_of_what_is_not_met_the_evidence_the_doubt_and_what_to_change() -> None:
    assert DEBTORS in told("text", judgement(), "nl")


def test_as_text_it_shows_the_request_and_its_answer() -> None:
    assert "        | HTTP/1.1 201 Created\n" in told("text", judgement())


def test_as_text_of_a_request_that_was_answered_as_asked_nothing_is_quoted() -> None:
    seen = Evidence(where="GET /relaties/x → 400", what=Text("said why", "zei waarom"), exchange="GET /relaties/x")
    good = Finding(condition="C7", outcome=Outcome.MET, summary=Text("Good.", "Goed."), evidence=[seen])
    untold = Finding(condition="C7", outcome=Outcome.CANNOT_TELL, summary=Text("Not tried.", "Niet geprobeerd."))
    text = told("text", judgement([good, untold]))

    assert "        GET /relaties/x → 400: said why\n    ? Not tried." in text


def test_as_text_of_a_long_body_only_the_first_lines_are_quoted() -> None:
    seen = Evidence(where="GET /a", what=Text("odd", "vreemd"), exchange="GET /a\n" + "{\n" * 100)
    text = told(
        "text",
        judgement([Finding(condition="C1", outcome=Outcome.NOT_MET, summary=Text("No.", "Nee."), evidence=[seen])]),
    )

    assert text.count("        | {\n") == 14
    assert "        | …\n" in text


def test_as_text_it_ends_with_guesses_figures_and_how_it_came_about() -> None:
    assert told("text", judgement()).endswith(
        "\nWhat was taken for what\n  - debtors: /v2/relaties (its name)\n"
        "\nMeasured\n  - Fields with a description: 75 % (213 of 284)\n"
        "\nHow this came about\n  - 31 requests were sent, 4 of them writes.\n  - Support was not called.\n"
    )


def test_of_what_is_met_only_the_doubt_is_told() -> None:
    seen = Evidence(where="GET /a", what=Text("there", "aanwezig"))
    doubt = Text("It was guessed.", "Het is geraden.")
    sure = Finding(condition="C5", outcome=Outcome.MET, summary=Text("Sure.", "Zeker."), evidence=[seen])
    unsure = Finding(
        condition="C1", outcome=Outcome.MET, summary=Text("Likely.", "Vast."), evidence=[seen], doubt=doubt
    )
    text = told("text", judgement([sure, unsure]))

    assert "C1 REST: met\n    The API is a REST API.\n    ✓ Likely.\n        Doubt: It was guessed.\n" in text
    assert "C5 Success or failure: met" not in text
    assert "GET /a" not in text


def test_the_parts_of_what_is_met_need_no_line_of_their_own() -> None:
    text = told("text", all_met())

    assert text.startswith("Boekhoudgemak: 9 of 9 conditions met\n")
    assert "✓ C4       Resources and searches  met          8 of 8 parts met\n" in text
    assert "C4a" not in text


def test_where_one_part_alone_is_not_met_the_whole_says_why() -> None:
    successful = "A creation is answered with 201; 5 of 6 parts met; C6b: The answer holds no address."

    assert f"~ C6       Successful answers                partly       {successful}\n" in told("text", judgement())


def test_on_a_narrow_terminal_the_reason_stands_below_its_verdict() -> None:
    narrow = [line.plain for line in lines(Edition(judgement=judgement(), language="en"), columns=60)]

    assert narrow[3:5] == ["✓ C1 REST: met", "  12 resources with 41 operations speak JSON."]
    assert "  ✗ C4a Debtors: not met" in narrow
    assert "    Debtors cannot be searched by e-mail." in narrow


def test_more_evidence_than_one_reads_is_counted() -> None:
    seen = [Evidence(where=f"GET /{number}", what=Text("there", "aanwezig")) for number in range(60)]
    many = judgement([Finding(condition="C1", outcome=Outcome.NOT_MET, summary=Text("No.", "Nee."), evidence=seen)])

    assert "        GET /7: there\n        and 52 more\n" in told("text", many)
    assert "  - `GET /4`: there\n  - and 55 more\n" in told("markdown", many)
    assert "<li>and 10 more</li>" in told("html", many)
    assert len(orjson.loads(told("json", many))["conditions"][0]["findings"][0]["evidence"]) == 60


def test_as_json_everything_has_its_key() -> None:
    report = orjson.loads(told("json", judgement(), "nl"))
    debtors = report["conditions"][3]["parts"][0]

    assert {key: report[key] for key in ("tool", "manner", "name", "source", "form", "judgedAt", "seconds")} == {
        "tool": "mockbooks",
        "manner": "check",
        "name": "Boekhoudgemak",
        "source": "https://api.boekhoudgemak.example/v2",
        "form": "live API",
        "judgedAt": "2026-10-15T09:05:00Z",
        "seconds": 3.25,
    }
    assert report["counts"] == {"met": 2, "cannot_tell": 3, "partly": 3, "not_met": 1}
    assert [each["number"] for each in report["conditions"]] == [each.number for each in CONDITIONS]
    assert debtors["findings"] == [
        {
            "check": "debtors_by_email",
            "outcome": "not_met",
            "summary": "Debiteuren zijn niet te zoeken op e-mailadres.",
            "isPreferred": False,
            "doubt": "Dat relaties debiteuren zijn, is uit de naam geraden.",
            "advice": "Geef GET /v2/relaties een parameter email die precies dat adres vindt.",
            "evidence": [{"where": "GET /v2/relaties", "what": "kent page, limit en naam", "exchange": None}],
        }
    ]
    assert report["measurements"] == [{"name": "Velden met een omschrijving", "value": "75 % (213 of 284)"}]
    assert report["guesses"] == [{"subject": "debiteuren", "taken": "/v2/relaties", "why": "de naam"}]
    assert report["method"] == ["Er zijn 31 requests gestuurd, waarvan 4 schreven.", "Support is niet gebeld."]


def test_as_junit_each_condition_or_part_is_a_case_that_fails_is_skipped_or_passes() -> None:
    found = suite()

    assert (found.tag, found.get("tests"), found.get("failures"), found.get("skipped")) == ("testsuite", "25", "6", "7")
    assert found.get("timestamp") == "2026-10-15T09:05:00"
    assert named(found, "failure") == [
        "C2 Documentation",
        "C4a Debtors",
        "C4b Financial transactions",
        "C6 Successful answers",
        "C6b Debtor",
        "C7 Failed actions",
    ]
    assert named(found, "skipped")[:3] == ["C3 OAuth", "C4c Products", "C8 Limits"]
    assert [case.get("classname") for case in found][2:5] == ["C3", "C4", "C4"]


def test_as_junit_a_failure_tells_the_reason_and_all_that_is_known() -> None:
    failure = suite().findall("testcase")[3].find("failure")

    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("not_met", "Debtors cannot be searched by e-mail.")
    assert str(failure.text).startswith("Debtors, searched by e-mail address.\n")
    assert "To change: Give GET /v2/relaties a parameter email" in str(failure.text)


def test_as_junit_exactly_those_fail_that_make_the_exit_code() -> None:
    assert named(suite(Outcome.PARTLY), "failure") == ["C4a Debtors", "C6b Debtor", "C7 Failed actions"]
    assert named(suite(Outcome.NOT_MET), "failure") == []
    assert named(suite(Outcome.MET), "skipped") == []
    assert named(suite(Outcome.MET), "failure")[1] == "C3 OAuth"


def test_as_markdown_it_is_a_table_with_chapters_below() -> None:
    text = told("markdown", judgement())

    assert text.startswith("# Boekhoudgemak: 2 of 9 conditions met\n\ncheck · live API · ")
    assert "\n| ✗ | **C7** Failed actions | not met | A wrong booking is answered with 422. |\n" in text
    assert DEBTORS_IN_MARKDOWN in text
    assert elements_of_markdown(text).count("table") == 3


@LANGUAGES
def test_as_html_the_page_names_every_condition_and_needs_nothing_from_elsewhere(language: Language) -> None:
    page = told("html", judgement(), language)

    assert page.startswith("<!doctype html>")
    assert f'<html lang="{language}">' in page
    assert [number for number in BY_NUMBER if f'id="{number}"' not in page] == []
    assert not re.search(r"(?:src|srcset|action)=|url\(|@import|<(?:script|link|img|iframe|form)\b", page)
    assert set(re.findall(r'href="(.)', page)) == {"#"}


def test_as_html_it_says_where_the_conditions_come_from_and_who_made_it() -> None:
    page = told("html", judgement())

    assert "Webwinkelfacturen of 24 February 2021" in page
    assert "The words here are ours" in page
    assert "<dt>Made by</dt><dd>mockbooks 0.1.0, in 3.2 s</dd>" in page


def test_as_html_a_verdict_is_told_by_a_sign_and_a_word_as_well_as_by_a_colour() -> None:
    page = told("html", judgement(), "nl")

    assert '<span class="verdict not_met"><span class="sign" aria-hidden="true">✗</span>niet voldaan</span>' in page
    assert "<title>Boekhoudgemak: aan 2 van 9 voorwaarden voldaan</title>" in page


def test_as_html_what_stands_between_backticks_is_code_and_nothing_but_text() -> None:
    page = told("html", hostile("Say `info.contact`, not `<script>`."))

    assert "Say <code>info.contact</code>, not <code>&lt;script&gt;</code>." in page


@FORMS
@LANGUAGES
def test_the_same_judgement_gives_the_same_bytes(form: str, language: Language) -> None:
    assert told(form, judgement(), language) == told(form, judgement(), language)


@FORMS
def test_nothing_that_steers_a_terminal_or_turns_a_text_around_comes_through(form: str) -> None:
    report = told(form, hostile())

    assert STEERING.search(report) is None
    assert "�[31mred" in report.replace("\\", "").replace("&#91;", "[")


def test_a_hostile_text_makes_no_element_of_the_page() -> None:
    assert set(elements(told("html", hostile()))) - set(elements(told("html", judgement()))) == set()


def test_a_hostile_text_stays_text_in_markdown() -> None:
    text = told("markdown", hostile())
    made = elements_of_markdown(text)

    assert set(made) <= OF_OURS
    assert (made.count("h1"), made.count("tr")) == (1, 14)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", "a \\| b"),
        ("<b>*x*</b> `y`", "\\<b\\>\\*x\\*\\</b\\> \\`y\\`"),
        ("---", "\\---"),
        ("1. one", "1\\. one"),
        ("3.2 s", "3.2 s"),
        ("ask @everyone about #12", "ask @\u2060everyone about \\#\u206012"),
        ("mail support@gemak.example", "mail support@gemak.example"),
        ("https://evil.example", "https://\u2060evil.example"),
        ("#/components/schemas", "\\#/components/schemas"),
    ],
)
def test_in_markdown_what_has_a_meaning_is_written_so_that_it_has_none(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize(("text", "written"), [("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("", "`–`")])
def test_in_markdown_code_stays_code_whatever_backticks_it_holds(text: str, written: str) -> None:
    assert code(text) == written


@pytest.mark.parametrize("form", ["text", "junit", "markdown", "html"])
def test_a_text_without_end_is_cut_where_people_read(form: str) -> None:
    assert len(told(form, hostile("x" * 1_000_000))) < 80_000


@FORMS
@pytest.mark.parametrize("text", ["", " \n", "|", "`", "~~~", "---", "]]>", HOSTILE[:7]])
def test_odd_texts_are_no_hindrance(form: str, text: str) -> None:
    assert told(form, hostile(text))
