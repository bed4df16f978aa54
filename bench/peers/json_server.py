"""json-server with a file of the same debtors, bare as it gives them; a POST writes that file anew."""

import orjson

from bench.peers.install import NODE_MODULES
from bench.peers.peer import Peer, Site
from bench.peers.work import GET, Work


def peer(works: frozenset[Work]) -> Peer:
    """Give it."""
    return Peer(
        name="json-server",
        prepare=_command,
        ready=GET.path,
        needs={"node": "Debian: apt-get install nodejs"},
        is_packaged=True,
        does=works,
    )


def _command(site: Site) -> list[str]:
    books, routes = site.folder / "books.json", site.folder / "routes.json"
    books.write_bytes(orjson.dumps({"debtors": site.answers.debtors, "vat-rates": site.answers.vat_rates}))
    routes.write_bytes(orjson.dumps({"/api/v1/*": "/$1"}))
    program = NODE_MODULES / "json-server" / "lib" / "cli" / "bin.js"
    flags = ["--host", "127.0.0.1", "--port", str(site.port), "--routes", str(routes), "--quiet"]
    return ["node", str(program), *flags, str(books)]
