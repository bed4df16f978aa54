"""What the pages for people share: their templates, their language, and what protects those who read them.

Knows no Flask, so that the pages of OAuth, which are answered without it, look and are guarded like all others.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from mockbooks.texts import Language, Text
from mockbooks.traffic.negotiation import preferred_language

if TYPE_CHECKING:
    import jinja2

STRICT_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SWAGGER_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PICTURE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
DASHBOARD_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Content Security Policies (CSP level 3). Swagger UI calls the API and carries its icons as data URLs. A picture has
colours of its own for light and dark. The dashboard has forms, and asks whether there is something new."""

_TEMPLATES_FOLDER: Final = Path(__file__).parent / "templates"


def protection(policy: str = STRICT_POLICY) -> tuple[tuple[str, str], ...]:
    """Give the headers that protect whoever reads a page."""
    return (
        ("Content-Security-Policy", policy),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
    )


def chosen_language(switch: str | None, accepted: str | None) -> Language:
    """Take the language of the switch (`?lang=nl`), else that of the browser (`Accept-Language`)."""
    match switch:
        case "nl":
            return "nl"
        case "en":
            return "en"
        case _:
            return preferred_language(accepted)


def rendered(template: str, language: Language, **values: object) -> bytes:
    """Render a template of `web/templates`, which says everything twice: `say("English", "Nederlands")`."""

    def say(english: str, dutch: str) -> Markup:
        return Markup(Text(english, dutch).in_language(language))  # noqa: S704 - the templates' own words # nosec B704

    return templates().get_template(template).render(language=language, say=say, **values).encode()


@cache
def templates() -> "jinja2.Environment":
    """Prepare the templates on first use: a server that only answers programs never needs them."""
    import jinja2  # noqa: PLC0415 - as above

    loader = jinja2.FileSystemLoader(_TEMPLATES_FOLDER)
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
