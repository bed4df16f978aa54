"""oauth2-mock-server, whose tokens are signed, and which takes any client and any refresh token for good."""

from bench.peers.install import NODE_MODULES
from bench.peers.peer import Peer, Site
from bench.peers.work import REFRESH, TOKEN


def peer() -> Peer:
    """Give it."""
    return Peer(
        name="oauth2-mock-server",
        prepare=_command,
        ready="/.well-known/openid-configuration",
        needs={"node": "20.19 or newer"},
        is_packaged=True,
        does=frozenset({TOKEN, REFRESH}),
        paths={TOKEN: "/token", REFRESH: "/token"},
        refresh_tokens=lambda _: ["any"] * 64,
    )


def _command(site: Site) -> list[str]:
    program = NODE_MODULES / "oauth2-mock-server" / "dist" / "oauth2-mock-server.mjs"
    return ["node", str(program), "-a", "127.0.0.1", "-p", str(site.port)]
