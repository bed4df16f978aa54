"""The recording that the page shows: exchanges as they really took place, at an address that others put theirs for."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from mockbooks.web.walkthrough.exchanges import Pairs, Played, Request, Response

RECORDING: Final = Path(__file__).with_name("recording.json")
RECORDED_BASE_URL: Final = "http://127.0.0.1:8080"


def written(exchanges: Iterable[Played], base_url: str) -> str:
    """Write exchanges with the server at `base_url` as the text of a recording."""
    text = json.dumps([asdict(played) for played in exchanges], indent=2, ensure_ascii=False) + "\n"
    return relocated(text, base_url, RECORDED_BASE_URL)


def recorded() -> dict[str, Played]:
    """Read the recording, by the names of its calls."""
    return {each["name"]: _played(each) for each in json.loads(RECORDING.read_text(encoding="utf-8"))}


def relocated(text: str, old: str, new: str) -> str:
    """Put one base URL in the place of another: as it is, encoded in a query, and the host alone."""
    places = {old: new, quote(old, safe=""): quote(new, safe=""), urlsplit(old).netloc: urlsplit(new).netloc}
    return re.sub("|".join(map(re.escape, places)), lambda found: places[found[0]], text)


def _played(members: dict[str, Any]) -> Played:
    return Played(
        name=members["name"],
        request=Request(**{**members["request"], "headers": _pairs(members["request"]["headers"])}),
        response=Response(**{**members["response"], "headers": _pairs(members["response"]["headers"])}),
    )


def _pairs(listed: list[list[str]]) -> Pairs:
    return tuple((name, value) for name, value in listed)
