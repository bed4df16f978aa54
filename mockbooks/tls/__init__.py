"""TLS with a CA of our own, kept in a folder: what is there is used as it is, what is not there is made.

Importing this package is cheap; `folder` brings cryptography along, and is imported when it is needed.
"""

from mockbooks.tls.errors import TlsError

__all__ = ["TlsError"]
