"""Why there is no answer from a server, in words for people, and whether waiting may bring one."""

import socket
import ssl
from collections.abc import Sequence
from http.client import HTTPException, InvalidURL
from typing import Any, Final
from urllib.parse import urlsplit

from mockbooks.asking.address import Address
from mockbooks.settings.variables import CA_VARIABLE

_NOT_TRUSTED: Final = f"name its CA by {CA_VARIABLE} or --ca (`mockbooks ca` prints it)"
_SPEAKS_TLS: Final = "it speaks TLS; write https:// for it"
_NOT_CALLABLE: Final = "it cannot be called; there is something in the URL or in the token that HTTP does not take"
_LOOK_SECONDS: Final = 1.0
# The first that fits tells it, so that what is special stands before what is general. Whoever starts a server refuses
# connections at first, and the proxy before a container takes them and breaks them off.
_PASSING: Final[tuple[tuple[type[Exception], str], ...]] = (
    (ConnectionRefusedError, "nothing listens there; is the server running?"),
    (socket.gaierror, "there is no machine of that name"),
    (ConnectionError, "it broke the connection off"),
)
_LASTING: Final[tuple[tuple[type[Exception], str], ...]] = (
    (InvalidURL, _NOT_CALLABLE),
    (ssl.SSLError, "it does not speak TLS; write http:// for a server without --tls"),
    (HTTPException, "it does not answer in HTTP; is that mockbooks?"),
    (ValueError, _NOT_CALLABLE),
)
# What OpenSSL calls X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH.
_OTHER_NAME: Final = (62, 64)


class NoAnswerError(Exception):
    """There is no answer; the text says why, `passes` whether that may change by itself, `code` which refusal it is.

    The code and the `mistakes` are those of the problem (RFC 9457), and empty where there is none.
    """

    def __init__(
        self, text: str, *, passes: bool = False, code: str = "", mistakes: Sequence[dict[str, Any]] = ()
    ) -> None:
        """Keep them."""
        super().__init__(text)
        self.passes = passes
        self.code = code
        self.mistakes = tuple(mistakes)


def no_answer(error: Exception, where: Address, seconds: float) -> NoAnswerError:
    """Say what an error of a call within so many seconds means."""
    if isinstance(error, TimeoutError):
        return NoAnswerError(f"it did not answer within {round(seconds, 1):g} seconds", passes=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return NoAnswerError(_why_not_trusted(error))
    if isinstance(error, ConnectionError) and where.url.startswith("http:") and _speaks_tls(where):
        return NoAnswerError(_SPEAKS_TLS)
    passing = next((told for kind, told in _PASSING if isinstance(error, kind)), None)
    if passing is not None:
        return NoAnswerError(passing, passes=True)
    lasting = next((told for kind, told in _LASTING if isinstance(error, kind)), None)
    # What is left comes from the network, such as a host that cannot be reached.
    return NoAnswerError(str(error), passes=True) if lasting is None else NoAnswerError(lasting)


def not_mockbooks() -> NoAnswerError:
    """Say that what answers speaks HTTP, and not as mockbooks does."""
    return NoAnswerError("it answers, but is that mockbooks?")


def _why_not_trusted(error: ssl.SSLCertVerificationError) -> str:
    if error.verify_code in _OTHER_NAME:
        return "its certificate is for other names; start it with --tls-name, or call it by one of those"
    return f"its certificate is not trusted ({error.verify_message}); {_NOT_TRUSTED}"


def _speaks_tls(where: Address) -> bool:
    """Tell whether TLS is spoken where plain HTTP was tried; nothing is sent there, so nothing is to be trusted."""
    parts = urlsplit(where.url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((parts.hostname, parts.port or 80), timeout=_LOOK_SECONDS) as plain,
            context.wrap_socket(plain),
        ):
            return True
    except OSError:
        return False
