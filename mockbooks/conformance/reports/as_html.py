"""The report to send to a vendor: one HTML page that holds all it needs, to read on a screen or to print."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mockbooks import __version__
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.edition import SIGNS, Edition
from mockbooks.conformance.reports.printable import block, one_line

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

_HERE: Final = Path(__file__).parent
MOST_EVIDENCE: Final = 50
_CODE: Final = re.compile(r"`([^`]+)`")
_IN_ORDER: Final = (Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET, Outcome.CANNOT_TELL)


def as_html(edition: Edition) -> bytes:
    """Render the page; it loads nothing, and runs nothing."""
    style = (_HERE / "report.css").read_text("utf-8")
    page = _template().render(
        edition=edition,
        judgement=edition.judgement,
        say=edition.say,
        said=lambda text: _marked(edition.said(text)),
        marked=_marked,
        line=one_line,
        block=block,
        signs=SIGNS,
        outcomes=_IN_ORDER,
        most=MOST_EVIDENCE,
        style=style,
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        version=__version__,
    )
    return page.encode()


def _marked(text: str) -> "Markup":
    """Show as code what stands between backticks, and everything as the text that it is."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - as below

    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped first # nosec B704


@cache
def _template() -> "jinja2.Template":
    import jinja2  # noqa: PLC0415 - other reports do without

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
