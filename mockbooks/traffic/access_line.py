"""One plain line per request, for the person who watches the server."""

import re
from urllib.parse import quote

from mockbooks.traffic.exchange import Answer, Exchange

# RFC 3986, section 3.3, so that no control character reaches a terminal.
_SAFE_IN_PATH = "/:@!$&'()*+,;=-._~"
_SECRETS = re.compile(r"(?i)(token|secret|code|key|password)=[^&]*")


def access_line(exchange: Exchange, answer: Answer, seconds: float, why: str = "") -> str:
    """Write method, URL, status, size, time and request id; values of the query that may be secrets are masked.

    Last comes why a request was refused before it was read to its end: its other words may all be missing.
    """
    method = "HEAD" if exchange.is_head else quote(exchange.method, safe=_SAFE_IN_PATH, errors="replace") or "?"
    milliseconds = f"{seconds * 1000:.1f} ms"
    end = f"{exchange.request_id} {why}" if why else exchange.request_id
    return f"{method} {_url(exchange)} {answer.status} {len(answer.body)} B {milliseconds} {end}\n"


def _url(exchange: Exchange) -> str:
    path = quote(exchange.path, safe=_SAFE_IN_PATH, errors="replace") or "?"
    if not exchange.query_string:
        return path
    query = quote(exchange.query_string, safe=_SAFE_IN_PATH + "?%")
    return f"{path}?{_SECRETS.sub(lambda match: f'{match[1]}=***', query)}"
