"""An exchange in a few lines for people: its place in the log, what was asked, answered and why; secrets masked."""

from typing import Final

from mockbooks.traffic.clock import moment_text
from mockbooks.traffic.content import content_of
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.idempotency import HEADER as KEY_HEADER
from mockbooks.traffic.masking import masked_query, masked_text, masked_value
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import why

_LONGEST_BODY: Final = 300
_LONGEST_URL: Final = 200
_MOST_MISTAKES: Final = 5


def exchange_lines(entry: Entry) -> list[str]:
    """Tell an exchange in two lines, and one more for its Idempotency-Key and for each body.

    A line has no line ends and no control characters; moments are in UTC, by the clock of the administration.
    """
    who = f"{entry.request_id}, client {entry.client_id}" if entry.client_id else entry.request_id
    asked = f"#{entry.number} {moment_text(entry.received_at)} {entry.method} {_url(entry)}"
    lines = [f"{asked} → {_answered(entry.sent)} ({who})", why(entry)]
    if entry.method == "POST" and entry.path.startswith(f"{API_PREFIX}/"):
        lines.append(f"> Idempotency-Key: {entry.headers.get(KEY_HEADER) or '(none)'}")
    if entry.body:
        lines.append(f"> {masked_text(entry.body, entry.headers.get('content-type'), entry.path)}")
    lines += _answer_lines(entry)
    return [plain(line, _LONGEST_BODY) for line in lines]


def exchange_reference(entry: Entry) -> str:
    """Refer in one line to an exchange that was told before."""
    return plain(
        f"#{entry.number} {entry.method} {_url(entry)} → {_answered(entry.sent)} ({entry.request_id}), see above"
    )


def plain(text: str, longest: int = 2_000) -> str:
    """Give a text on one line, cut to a readable length, without anything that a terminal would act on."""
    line = " ".join(text[: longest + 1].split())
    shown = "".join(character if character.isprintable() else "�" for character in line)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _url(entry: Entry) -> str:
    query = masked_query(entry.query_string, entry.path)
    return plain(f"{entry.path}?{query}" if query else entry.path, _LONGEST_URL)


def _answered(sent: Answer) -> str:
    match sent.delivery:
        case Drop(how="reset"):
            return "connection reset"
        case Drop():
            return "connection closed"
        case Cut(at_bytes=at_bytes):
            return f"{sent.status}, cut off after {at_bytes} bytes"
        case Dribble(seconds=seconds):
            return f"{sent.status}, in pieces over {seconds:g} s"
        case None:
            return str(sent.status)


def _answer_lines(entry: Entry) -> list[str]:
    """Tell the body that was sent; and the true one before it, where they are not the same."""
    lines = []
    if entry.sent is not entry.answer and entry.answer.body != entry.sent.body:
        lines.append(f"< (true answer, {entry.answer.status}) {_body(entry.answer, entry.path)}")
    arrived = not isinstance(entry.sent.delivery, Drop)
    if arrived or not lines:
        never = "" if arrived else "(never arrived) "
        lines.append(f"< {never}{_body(entry.sent, entry.path)}")
    return lines


def _body(answer: Answer, path: str) -> str:
    """Tell a refusal by its code and sentence, which a long body has at its end, and any other answer as it is."""
    content = masked_value(content_of(answer.body, answer.media_type), path)
    if isinstance(content, dict):
        code, sentence = content.get("error") or content.get("code"), _sentence(content)
        if isinstance(code, str) and sentence:
            return f"{code}: {sentence}"
    return masked_text(answer.body, answer.media_type, path) if answer.body else "(no body)"


def _sentence(content: dict[str, object]) -> str:
    """Give the sentence of a problem (RFC 9457) or of an OAuth error; of several mistakes each with its place."""
    errors = content.get("errors")
    mistakes = [each for each in errors if isinstance(each, dict)] if isinstance(errors, list) else []
    if len(mistakes) > 1:
        more = ["…"] if len(mistakes) > _MOST_MISTAKES else []
        return " ".join([*map(_mistake, mistakes[:_MOST_MISTAKES]), *more])
    detail = content.get("detail") or content.get("error_description")
    return detail if isinstance(detail, str) else ""


def _mistake(mistake: dict[str, object]) -> str:
    place = mistake.get("pointer") or mistake.get("parameter")
    return f"{place}: {mistake.get('detail')}" if place else str(mistake.get("detail"))
