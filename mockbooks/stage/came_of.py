"""What came of a call: whether the API did what was asked, and whether its caller was shown a list."""

from typing import Final

from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import injected_in_place

PAGING: Final = frozenset({"page", "pageSize"})
"""The parameters of a list that say nothing of what is asked for."""
_OK, _REDIRECTS = 200, 300
_NEXT: Final = 'rel="next"'


def succeeded(entry: Entry) -> bool:
    """Tell whether the action was done, now or when its answer was first given, whatever became of the answer."""
    return _OK <= entry.answer.status < _REDIRECTS and injected_in_place(entry) is None


def was_done(entry: Entry) -> bool:
    """Tell whether the action was done by this very call: an answer that was replayed is nothing new."""
    return succeeded(entry) and not entry.answer.header("Idempotency-Replayed")


def showed_list(entry: Entry) -> bool:
    """Tell whether the caller got a page of a list to read; of a HEAD there is nothing to read."""
    is_list = entry.method == "GET" and (entry.operation_id or "").startswith("list")
    return is_list and entry.sent.status == _OK and entry.was_delivered


def is_last_page(entry: Entry) -> bool:
    """Tell whether the answer names no next page (RFC 8288)."""
    return _NEXT not in (entry.sent.header("Link") or "")
