"""The page that tells how the server was attacked names tests that are there, and tables that are renewed."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from mockbooks.web.guide.sources import source_of
from tests.docs.blocks import ROOT
from tools.attack import floods, hostile, results, slow, soak
from tools.attack.curve import Mark, Sample, drawn
from tools.attack.results import Result
from tools.attack.target import MEBIBYTE

PAGE = "explanation/how-it-was-attacked"


def test_each_of_the_sixteen_points_names_tests_that_are_there() -> None:
    points = {number: re.findall(r"`(tests/[\w/.:]+)`", text) for number, text in points_of(source_of(PAGE))}

    assert list(points) == [str(number) for number in range(1, 17)]
    assert [number for number, tests in points.items() if not tests] == []
    assert [test for tests in points.values() for test in tests if not is_there(test)] == []


def is_there(test: str) -> bool:
    """Look for a file or folder of tests, and for the one test in it where that is named."""
    place, _, name = test.partition("::")
    return (ROOT / place).exists() and (not name or f"\ndef {name}(" in (ROOT / place).read_text(encoding="utf-8"))


def test_the_page_names_every_group_of_parsers_that_are_fuzzed() -> None:
    chapter = source_of(PAGE).partition("\n## Fuzzing\n")[2].partition("\n## ")[0]
    groups = [each.stem for each in (ROOT / "tests" / "fuzz" / "parsers").glob("*.py")]

    assert sorted(re.findall(r"^\| `(\w+)`", chapter, re.MULTILINE)) == sorted(groups)


def points_of(text: str) -> list[tuple[str, str]]:
    return re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^After)", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("chapter", [hostile.CHAPTER, slow.CHAPTER, floods.CHAPTER, soak.CHAPTER])
def test_the_results_of_each_attack_take_the_place_of_those_before(
    chapter: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "page.md"
    copy.write_text(source_of(PAGE), encoding="utf-8")
    monkeypatch.setattr(results, "PAGE", copy)
    results.write_into_page(chapter, [Result("ten elephants", "nothing", held=True)])
    results.write_into_page(chapter, [Result("ten mice", "panic", held=False)])
    renewed = copy.read_text(encoding="utf-8")

    assert renewed.count("| ten mice | panic | **failed** |\n") == 1
    assert "elephants" not in renewed
    assert re.findall(r"^## .*", renewed, re.MULTILINE) == re.findall(r"^## .*", source_of(PAGE), re.MULTILINE)
    assert "![Resident memory of the server" in renewed


def test_an_attack_that_was_not_tried_is_not_shown_as_one_that_failed() -> None:
    assert results.table([Result("mice", "no cheese", held=None)]).endswith("| mice | no cheese | **not tried** |\n")


def test_the_page_names_the_bounds_that_the_soak_is_judged_by() -> None:
    chapter = source_of(PAGE).partition("\n## The soak\n")[2].partition("\n## ")[0]

    assert f"higher by no more than {soak.MOST_GROWTH_BYTES // MEBIBYTE} MiB" in chapter
    assert "the mean of the last tenth" in chapter


def samples(*mebibytes: float) -> list[Sample]:
    """Take a look every second and every thousand requests."""
    return [Sample(second, 1_000 * second, int(level * 1024 * 1024)) for second, level in enumerate(mebibytes)]


def test_memory_that_has_levelled_off_grows_no_more_in_the_last_third() -> None:
    level = samples(*range(50, 110), *[110.0] * 60)

    assert soak.growth_of_last_third(level) == 0


def test_memory_that_goes_on_growing_is_told() -> None:
    growing = samples(*range(50, 170))

    assert soak.growth_of_last_third(growing) > soak.MOST_GROWTH_BYTES


def test_the_picture_numbers_the_bounds_in_the_order_in_which_they_were_reached() -> None:
    looks = samples(*range(50, 110))
    picture = drawn(looks, [Mark("20 000 access tokens", looks[40]), Mark("50 snapshots", looks[10])])
    texts = [each.text for each in ET.fromstring(picture).iter() if each.tag.endswith("text")]  # noqa: S314 - a picture of our own

    assert "50 snapshots: reached after 10 000 requests" in texts
    assert texts[-2:] == ["2", "20 000 access tokens: reached after 40 000 requests"]
    assert "Resident memory of the server, MiB" in texts
