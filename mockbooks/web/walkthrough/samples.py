"""The sample programs: whole files that run as they are, and their parts, each of which the page shows at its step."""

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from mockbooks.web.walkthrough.recording import RECORDED_BASE_URL, relocated

_FOLDER: Final = Path(__file__).with_name("samples")
_MARK: Final = re.compile(r"^(?:#|//) --- (.+) ---\n", re.MULTILINE)


class Sample(NamedTuple):
    """One sample program: the language's name, its short name in addresses and style sheet, and how to run it."""

    language: str
    short: str
    file_name: str
    command: str
    needs: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return _FOLDER / self.file_name

    @property
    def url(self) -> str:
        """Where the file is served."""
        return f"/docs/oauth/{self.file_name}"


SAMPLES: Final = (
    Sample("Python", "python", "oauth.py", "python3", "Python 3.11"),
    Sample("PHP", "php", "oauth.php", "php", "PHP 8.1"),
    Sample("Node.js", "node", "oauth.mjs", "node", "Node.js 18"),
)


def program_for(sample: Sample, base_url: str) -> str:
    """Give a sample for whoever finds the server at `base_url`: that is where it goes unless it is told otherwise."""
    # No address may end the text that it stands in, and bring in a program of its own.
    harmless = quote(base_url, safe=":/[]%")
    return relocated(sample.path.read_text(encoding="utf-8"), RECORDED_BASE_URL, harmless)


@cache
def parts(sample: Sample) -> dict[str, str]:
    """Cut a sample at its marks (`# --- exchange the code ---`)."""
    _, *named = _MARK.split(sample.path.read_text(encoding="utf-8"))
    return {name: text.strip("\n") for name, text in zip(named[::2], named[1::2], strict=True)}
