"""An exchange in a few lines for people: when, what was asked, what was answered and why; secrets masked."""

from typing import Final

from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.masking import masked_query, masked_text
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import why

_LONGEST_BODY: Final = 300
_LONGEST_URL: Final = 200


def exchange_lines(entry: Entry) -> list[str]:
    """Tell an exchange in two lines, and one more for each body: no line ends and no control characters in any."""
    who = f"{entry.request_id}, client {entry.client_id}" if entry.client_id else entry.request_id
    asked = f"{entry.received_at:%H:%M:%SZ} {entry.method} {_url(entry)}"
    lines = [f"{asked} → {_answered(entry.sent)} ({who})", why(entry)]
    if entry.body:
        lines.append(f"> {masked_text(entry.body, entry.headers.get('content-type'), entry.path)}")
    lines += _answer_lines(entry)
    return [plain(line, _LONGEST_BODY) for line in lines]


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
    return masked_text(answer.body, answer.media_type, path) if answer.body else "(no body)"
