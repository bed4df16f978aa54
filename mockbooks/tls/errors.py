"""What is raised when TLS cannot be had."""


class TlsError(Exception):
    """The folder of CA and certificate cannot be used; its text says why and what to do."""
