"""The table of contents of the guide: its sections and pages in the order in which a reader goes through them."""

from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.texts import Text

GUIDE_URL: Final = "/docs/guide"
HOME: Final = "index"
FIDELITY: Final = "fidelity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pages that serve one purpose, as Diátaxis has them: a page is named by its path under `docs/`, without `.md`."""

    title: Text
    pages: tuple[str, ...]


SECTIONS: Final = (
    Section(title=Text("Begin", "Begin"), pages=(HOME, "tutorial")),
    Section(
        title=Text("How to", "Doen"),
        pages=(
            "how-to/use-the-dashboard",
            "how-to/write-a-scenario",
            "how-to/read-a-verdict",
            "how-to/isolate-tests",
            "how-to/control-time",
            "how-to/test-oauth",
        ),
    ),
    Section(
        title=Text("In your tests", "In je tests"),
        pages=(
            "how-to/pytest",
            "how-to/in-process",
            "how-to/testcontainers",
            "how-to/php",
            "how-to/node",
        ),
    ),
    Section(
        title=Text("Judge a vendor", "Een leverancier beoordelen"),
        pages=("how-to/audit-a-document", "how-to/check-an-api"),
    ),
    Section(
        title=Text("Run it", "Draaien"),
        pages=(
            "how-to/docker",
            "how-to/use-in-ci",
            "how-to/github-actions",
            "how-to/gitlab-ci",
            "how-to/run-with-tls",
            "how-to/share-a-server",
        ),
    ),
    Section(
        title=Text("Reference", "Naslag"),
        pages=(
            "reference/settings",
            "reference/command-line",
            "reference/operations",
            "reference/control-api",
            "reference/library",
            "reference/scenario-file",
            "reference/faults",
            "reference/expectations",
            "reference/vendor-file",
            "reference/verdicts",
            "reference/errors",
            FIDELITY,
        ),
    ),
    Section(
        title=Text("Explanation", "Begrijpen"),
        pages=(
            "explanation/why-nine-conditions",
            "explanation/how-the-books-work",
            "explanation/lost-answers",
            "explanation/where-faults-sit",
            "explanation/how-a-verdict-is-made",
            "explanation/time-and-determinism",
            "explanation/how-fast",
            "explanation/how-it-was-attacked",
        ),
    ),
)

PAGES: Final = tuple(page for section in SECTIONS for page in section.pages)


def url_of(page: str) -> str:
    """Give the path where a server shows a page."""
    return GUIDE_URL if page == HOME else f"{GUIDE_URL}/{page}"


def section_of(page: str) -> Section:
    """Find the section that a page belongs to."""
    return next(section for section in SECTIONS if page in section.pages)


def neighbours(page: str) -> tuple[str | None, str | None]:
    """Give the page before and the page after one, in the order of the contents."""
    place = PAGES.index(page)
    return (PAGES[place - 1] if place else None, PAGES[place + 1] if place + 1 < len(PAGES) else None)
