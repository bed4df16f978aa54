"""Where a server with these settings is called by whoever is on the same machine."""

from typing import Final

from mockbooks.settings.table import Settings

_EVERY_ADDRESS: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not listened on # nosec B104


def local_url(settings: Settings, port: int) -> str:
    """Write the URL, without a slash at the end; the port is the one that was taken, where the setting said 0."""
    host = _EVERY_ADDRESS.get(settings.host, settings.host)
    scheme = "https" if settings.tls else "http"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def is_every_address(host: str) -> bool:
    """Tell whether listening there is listening on every address of the machine."""
    return host in _EVERY_ADDRESS
