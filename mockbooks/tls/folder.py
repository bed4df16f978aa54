"""The folder of CA and certificate: complete it is used, empty it is filled, and nothing in it is ever replaced."""

import os
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from mockbooks.tls.errors import TlsError
from mockbooks.tls.making import Pair, make_authority, make_certificate
from mockbooks.tls.names import USUAL_NAMES, Name
from mockbooks.tls.reading import ELSEWHERE, read_authority, read_certificate

_AUTHORITY = ("ca.pem", "ca.key")
_CERTIFICATE = ("server.pem", "server.key")
_ALL = (*_AUTHORITY, *_CERTIFICATE)
_COMPLETE = (frozenset[str](), frozenset(_AUTHORITY), frozenset(_ALL))
# Another server that starts now may be between two files; that takes it no time to speak of.
_LOOKS = 5
_PAUSE_SECONDS = 0.05

Tell = Callable[[str], None]


class TlsFolder:
    """The folder with `ca.pem`, `ca.key`, `server.pem` and `server.key`."""

    def __init__(self, folder: str, *, now: datetime, tell: Tell) -> None:
        """Keep where it is, the moment of the machine's clock, and whom to tell what has been made."""
        self.path = Path(folder).absolute()
        self._now = now
        self._tell = tell

    @property
    def authority_file(self) -> Path:
        """The certificate that clients are to trust."""
        return self.path / "ca.pem"

    @property
    def certificate_file(self) -> Path:
        """The certificate that the server shows."""
        return self.path / "server.pem"

    @property
    def key_file(self) -> Path:
        """The private key of the server's certificate."""
        return self.path / "server.key"

    def context(self) -> ssl.SSLContext:
        """Make what TLS is spoken with; raises TlsError when the certificate cannot be used for it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # What RFC 8996 has withdrawn is refused, whatever OpenSSL is told to allow on this machine.
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(self.certificate_file, self.key_file)
        except ssl.SSLError as error:
            raise TlsError(f"the certificate cannot be used for TLS: {error}") from error
        return context

    def authority(self) -> Pair:
        """Read the CA, or make it where there is none; raises TlsError for one that cannot be used."""
        if self._present():
            return read_authority(self.authority_file, self.path / "ca.key", self._now)
        pair = make_authority(self._now)
        if self._keep({"ca.key": pair.key_bytes(), "ca.pem": pair.certificate_bytes()}):
            self._tell(f"made a CA in {self.path}; clients must trust its ca.pem (mockbooks ca --help says how)")
        return self.authority()

    def certificate(self, asked: Iterable[Name]) -> Pair:
        """Read the server's certificate, or make it where there is none, for the usual names and those asked for.

        Raises TlsError when a file is missing, expired or wrong, or when the certificate lacks a name.
        """
        authority, asked = self.authority(), tuple(asked)
        if len(self._present()) == len(_ALL):
            return read_certificate(self.certificate_file, self.key_file, authority, asked, self._now)
        names = tuple(dict.fromkeys((*USUAL_NAMES, *asked)))
        pair = make_certificate(authority, names, self._now)
        if self._keep({"server.key": pair.key_bytes(), "server.pem": pair.certificate_bytes()}):
            end = pair.certificate.not_valid_after_utc
            told = ", ".join(str(name) for name in names)
            self._tell(f"made a certificate from the CA in {self.path}, valid until {end:%Y-%m-%d}, for {told}")
        return self.certificate(asked)

    def _present(self) -> frozenset[str]:
        """Tell which files there are, once they belong together."""
        present = frozenset[str]()
        for _ in range(_LOOKS):
            present = frozenset(name for name in _ALL if os.path.lexists(self.path / name))
            if present in _COMPLETE:
                return present
            time.sleep(_PAUSE_SECONDS)
        raise TlsError(_incomplete(self.path, present))

    def _keep(self, contents: Mapping[str, bytes]) -> bool:
        """Write files that are not there yet, the keys first; False when another server was faster."""
        try:
            self._make_folder()
            with TemporaryDirectory(prefix=".new-", dir=self.path) as drafts:
                for name, content in contents.items():
                    _write(Path(drafts, name), content)
                for name in contents:
                    # It appears with all of its content or not at all and, unlike with a rename, replaces nothing.
                    os.link(Path(drafts, name), self.path / name)
        except FileExistsError:
            return False
        except OSError as error:
            raise TlsError(f"{self.path} cannot be written to: {error.strerror}; {ELSEWHERE[3:]}") from error
        return True

    def _make_folder(self) -> None:
        """Make the folder, for its owner only, and keep its keys out of a repository that it may stand in."""
        if os.path.lexists(self.path):
            if not self.path.is_dir():
                raise TlsError(f"{self.path} is not a folder; choose another with --tls-folder")
            return
        self.path.mkdir(mode=0o700, parents=True)
        _write(self.path / ".gitignore", b"*\n")


def _write(file: Path, content: bytes) -> None:
    """Write a new file, a key for its owner only, and have it on the disk."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if file.suffix == ".key" else 0o644)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(descriptor)


def _incomplete(folder: Path, present: frozenset[str]) -> str:
    """Say what is missing, and what to do about it."""
    has = " and ".join(name for name in _ALL if name in present)
    lacks = " and ".join(name for name in _ALL if name not in present)
    if present.issuperset(_AUTHORITY):
        remedy = f"delete {has.rpartition(' ')[2]} to have a new certificate from the same CA"
    else:
        remedy = "delete what is there to have a new CA, which clients must then be told to trust"
    return f"{folder} has {has} but not {lacks}; put that back, or {remedy}, {ELSEWHERE}"
