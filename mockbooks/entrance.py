"""What callers come in by: a port that is taken and a certificate that is ready before anything else is done."""

import os
import socket
import sys
from errno import EACCES, EADDRINUSE
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from mockbooks.settings import Settings
from mockbooks.traffic.clock import RealClock

if TYPE_CHECKING:
    from mockbooks.tls.folder import TlsFolder


class AddressError(Exception):
    """The address cannot be listened on; its text says why and what to do."""


class Entrance(NamedTuple):
    """A port that is taken and, with TLS, the certificate that is shown there."""

    listener: socket.socket
    tls: "TlsFolder | None"

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Have the certificate ready and take the port; what has to be made for it is told on stderr."""
        tls = _tls_folder(settings) if settings.tls else None
        return cls(listen_on(settings.host, settings.port), tls)


def listen_on(host: str, port: int) -> socket.socket:
    """Take a port without listening on it yet: callers are refused until everything is ready."""
    try:
        family, kind, protocol, _, address = _first_address(host, port)
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressError(f'the address "{host}" cannot be used: {error.strerror}') from error
    if os.name == "posix":
        # The port is free again at once after a stop; elsewhere this would let two servers have it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise AddressError(why_not(host, port, error)) from error
    return listener


def why_not(host: str, port: int, error: OSError) -> str:
    """Say why a port cannot be listened on, and what to do."""
    if error.errno == EADDRINUSE:
        return f"port {port} on {host} is in use; stop what uses it, or choose another with --port (0 picks a free one)"
    if error.errno == EACCES:
        return f"port {port} on {host} is not allowed for this user; choose one above 1023 with --port"
    return f"port {port} on {host} cannot be listened on: {error.strerror}"


def _first_address(host: str, port: int) -> Any:  # noqa: ANN401 - what getaddrinfo gives
    """Resolve a host, to IPv4 when it has both."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return min(found, key=lambda each: each[0] != socket.AF_INET)


def _tls_folder(settings: Settings) -> "TlsFolder":
    """Have the certificate ready, by the clock of the machine: that of the books may stand still."""
    from mockbooks.tls.folder import TlsFolder  # noqa: PLC0415 - brings cryptography along
    from mockbooks.tls.names import asked_names  # noqa: PLC0415 - as above

    folder = TlsFolder(settings.tls_folder, now=RealClock().now(), tell=_tell)
    folder.certificate(asked_names(settings.host, settings.tls_names, settings.public_url))
    return folder


def _tell(text: str) -> None:
    sys.stderr.write(f"mockbooks: {text}\n")
    sys.stderr.flush()
