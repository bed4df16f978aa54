"""What is wrong with all answers at once: then nothing can be judged, and it is said once instead of everywhere."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.live.json_places import NOTHING
from mockbooks.conformance.live.reply import Reply
from mockbooks.texts import Text, cut

_MOST_WAYS: Final = 3
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_NO_CALL: Final = Text(
    "no call could be made by what the vendor file names",
    "met wat het leveranciersbestand noemt, is geen enkele aanroep te doen",
)


def root_cause(replies: Sequence[Reply]) -> Text | None:
    """Say why no call succeeded; None where one did. What cannot succeed does not count."""
    asked = [reply for reply in replies if reply.exchange is not None and not reply.is_doomed]
    if any(reply.succeeded for reply in asked):
        return None
    if not asked:
        return _NO_CALL
    ways = Counter(_way(reply) for reply in asked).most_common(_MOST_WAYS)
    en, nl = (_listed([(way[at], count) for way, count in ways]) for at in (0, 1))
    if len(asked) == 1:
        only = "de enige aanroep werd niet beantwoord zoals een API dat doet"
        return Text(f"the only call was not answered as an API would: {en}", f"{only}: {nl}")
    return Text(
        f"none of the {len(asked)} calls was answered as an API would: {en}",
        f"geen van de {len(asked)} aanroepen werd beantwoord zoals een API dat doet: {nl}",
    )


def sentence(cause: Text) -> Text:
    """Make a sentence of it."""
    return Text(f"{cause.en[0].upper()}{cause.en[1:]}.", f"{cause.nl[0].upper()}{cause.nl[1:]}.")


def _listed(ways: Sequence[tuple[str, int]]) -> str:
    return ways[0][0] if len(ways) == 1 else ", ".join(f"{count} × {way}" for way, count in ways)


def _way(reply: Reply) -> Text:
    """Say in a few words what came instead of an answer."""
    answer, trouble = reply.answer, reply.exchange.trouble if reply.exchange else None
    if answer is None:
        return trouble.what if trouble else Text("no answer", "geen antwoord")
    if 300 <= answer.status < 400:  # noqa: PLR2004 - RFC 9110, section 15.4
        to = cut((answer.header("Location") or "?").partition("?")[0])
        return Text(f"a redirect to {to}", f"een verwijzing naar {to}")
    if not reply.is_told_as_success:
        return Text(f"an error with status {answer.status}", f"een fout met status {answer.status}")
    if answer.media_type in _HTML:
        return Text("a page of HTML", "een pagina in HTML")
    if reply.data is NOTHING:
        return Text("text that is no JSON", "tekst die geen JSON is")
    return Text("a failure that is told in a success", "een fout die als succes wordt gemeld")
