"""A server of plain sockets that answers whatever a test wants, and nothing that HTTP would want."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

Script = Callable[[socket.socket, bytes], None]
"""What is done with a connection once the head of a request has come."""


@contextmanager
def hostile(script: Script) -> Iterator[str]:
    """Answer every connection by a script, until the context ends; gives the URL of the server."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()
    thread = threading.Thread(target=_serve, args=(listener, script, stopped), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopped.set()
        listener.close()
        thread.join(5)


def answering(*pieces: bytes) -> Script:
    """Send bytes as they are, and close."""

    def script(connection: socket.socket, _: bytes) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return script


def response(
    body: bytes, *, status: str = "200 OK", headers: Sequence[str] = ("Content-Type: application/json",)
) -> bytes:
    """Write a whole answer."""
    head = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def _serve(listener: socket.socket, script: Script, stopped: threading.Event) -> None:
    listener.settimeout(0.05)
    while not stopped.is_set():
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        threading.Thread(target=_converse, args=(connection, script), daemon=True).start()


def _converse(connection: socket.socket, script: Script) -> None:
    with connection, suppress(OSError):
        connection.settimeout(5)
        received = b""
        # Nor does one who speaks no TLS wait for more of a handshake.
        while b"\r\n\r\n" not in received and not received.startswith(b"\x16") and (piece := connection.recv(65536)):
            received += piece
        script(connection, received)
