"""The folder: made when it is empty, used as it is when it is complete."""

import time
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from mockbooks.tls import folder
from mockbooks.tls.folder import TlsFolder
from mockbooks.tls.making import Pair, make_authority
from tests.unit.tls.conftest import NOW, Opened


def test_what_is_made_is_told_with_where_and_for_what(opened: Opened, told: list[str], path: Path) -> None:
    opened().certificate(["books.test"])

    assert told == [
        f"made a CA in {path}; clients must trust its ca.pem (mockbooks ca --help says how)",
        (
            f"made a certificate from the CA in {path}, valid until 2027-12-25, "
            "for localhost, mockbooks, host.docker.internal, 127.0.0.1, ::1, books.test"
        ),
    ]


def test_keys_are_for_their_owner_only(made: TlsFolder) -> None:
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in (made.path, *made.path.iterdir())}

    assert modes == {
        "mockbooks-tls": "0o700",
        ".gitignore": "0o644",
        "ca.key": "0o600",
        "ca.pem": "0o644",
        "server.key": "0o600",
        "server.pem": "0o644",
    }


def test_a_repository_that_the_folder_stands_in_does_not_take_the_keys(made: TlsFolder) -> None:
    assert (made.path / ".gitignore").read_text() == "*\n"


def test_what_is_there_is_used_as_it_is(made: TlsFolder, opened: Opened, told: list[str]) -> None:
    before = made.certificate_file.read_bytes(), made.authority_file.read_bytes()

    opened(NOW + timedelta(days=300)).certificate(["books.test", ip_address("127.0.0.1")])

    assert (made.certificate_file.read_bytes(), made.authority_file.read_bytes()) == before
    assert told == []


def test_the_ca_alone_can_be_had(opened: Opened, path: Path) -> None:
    opened().authority()

    assert sorted(file.name for file in path.iterdir()) == [".gitignore", "ca.key", "ca.pem"]


def test_a_certificate_that_was_deleted_is_made_anew_from_the_same_ca(made: TlsFolder, told: list[str]) -> None:
    authority = made.authority_file.read_bytes()
    made.certificate_file.unlink()
    made.key_file.unlink()

    made.certificate(["shop.test"])

    assert made.authority_file.read_bytes() == authority
    assert told == [
        (
            f"made a certificate from the CA in {made.path}, valid until 2027-12-25, "
            "for localhost, mockbooks, host.docker.internal, 127.0.0.1, ::1, shop.test"
        ),
    ]


def test_a_server_that_was_slower_uses_what_the_faster_one_made(
    opened: Opened, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_after_another_server(now: datetime) -> Pair:
        monkeypatch.undo()
        opened().authority()
        return make_authority(now)

    monkeypatch.setattr(folder, "make_authority", make_after_another_server)
    opened().certificate([])

    assert [text.partition(" in ")[0] for text in told] == ["made a CA", "made a certificate from the CA"]


def test_another_server_may_finish_its_files_while_this_one_looks(
    made: TlsFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = made.certificate_file.read_bytes()
    made.certificate_file.unlink()
    monkeypatch.setattr(time, "sleep", lambda _seconds: made.certificate_file.write_bytes(written))

    assert made.certificate([]).certificate_bytes() == written


def test_an_rsa_ca_from_elsewhere_can_be_used(opened: Opened, path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test CA of Garage Visser")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path.mkdir()
    (path / "ca.pem").write_bytes(Pair(certificate=certificate, key=key).certificate_bytes())
    (path / "ca.key").write_bytes(Pair(certificate=certificate, key=key).key_bytes())

    assert opened().certificate([]).certificate.issuer == name
