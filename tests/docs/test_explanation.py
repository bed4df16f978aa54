"""What the explanation shows on the wire is there."""

from pathlib import Path

from tests.docs.blocks import DOCS
from tests.docs.running import run


def test_support_and_contact_say_how_and_when_in_dutch_and_english(tmp_path: Path) -> None:
    asked = run(DOCS / "explanation" / "why-nine-conditions.md", tmp_path)
    support = asked.answers[0]["data"]
    assert support["languages"] == ["nl", "en"]
    assert support["responseTime"] == {"nl": "Binnen één werkdag.", "en": "Within one working day."}
    assert "Binnen één werkdag" in asked.printed.splitlines()[0]
    assert "antwoord binnen één werkdag" in asked.printed
    assert "an answer within one working day" in asked.printed


def test_what_does_not_exist_is_400(tmp_path: Path) -> None:
    asked = run(DOCS / "explanation" / "why-nine-conditions.md", tmp_path)
    assert asked.answers[-1]["code"] == "not_found"
    assert asked.printed.endswith("}400\n")
