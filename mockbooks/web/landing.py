"""The page for whoever sees no dashboard: that mockbooks runs here, how to call it, and the doors to its documents.

It tells nothing of what is in the books, so that everybody may read it.
"""

from collections.abc import Mapping

from mockbooks import __version__
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET
from mockbooks.texts import Language
from mockbooks.web.pages import rendered


def landing_page(
    language: Language,
    base_url: str,
    token: str | None,
    *,
    has_control: bool,
    notice: Mapping[str, object] | None = None,
) -> bytes:
    """Render it; a `notice` tells the owner why the dashboard is not here, and how to get there."""
    return rendered(
        "landing.html",
        language,
        base_url=base_url,
        token=token,
        client_id=DEMO_CLIENT,
        client_secret=DEMO_SECRET,
        version=__version__,
        has_control=has_control,
        notice=notice,
    )
