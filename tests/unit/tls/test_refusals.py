"""What is wrong with the folder is told in one line, with what to do, and nothing in it is replaced."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

from mockbooks.tls import TlsError
from mockbooks.tls.folder import TlsFolder
from mockbooks.tls.making import make_authority, make_certificate
from mockbooks.tls.names import asked_names
from tests.unit.tls.conftest import NOW, Opened

CERTIFICATE_REMEDY = (
    "delete server.pem and server.key to have a new certificate from the same CA, "
    "or choose another folder with --tls-folder"
)
AUTHORITY_REMEDY = (
    "delete all four files to have a new CA, which clients must then be told to trust, "
    "or choose another folder with --tls-folder"
)


def refusal(use: Callable[[], object]) -> str:
    with pytest.raises(TlsError) as refused:
        use()
    return str(refused.value)


def delete(folder: TlsFolder, names: Iterable[str]) -> None:
    for name in names:
        (folder.path / name).unlink()


@pytest.mark.parametrize(
    ("missing", "has"),
    [
        (["ca.key"], "ca.pem and server.pem and server.key but not ca.key"),
        (["ca.pem", "ca.key"], "server.pem and server.key but not ca.pem and ca.key"),
    ],
)
def test_a_folder_without_the_whole_ca_is_refused(missing: list[str], has: str, made: TlsFolder) -> None:
    delete(made, missing)

    assert refusal(lambda: made.certificate([])) == (
        f"{made.path} has {has}; put that back, or delete what is there to have a new CA, "
        "which clients must then be told to trust, or choose another folder with --tls-folder"
    )


def test_a_certificate_without_its_key_is_refused(made: TlsFolder) -> None:
    made.key_file.unlink()

    assert refusal(lambda: made.certificate([])) == (
        f"{made.path} has ca.pem and ca.key and server.pem but not server.key; put that back, or delete server.pem "
        "to have a new certificate from the same CA, or choose another folder with --tls-folder"
    )


def test_an_expired_certificate_is_refused(made: TlsFolder, opened: Opened) -> None:
    assert refusal(lambda: opened(NOW + timedelta(days=400)).certificate([])) == (
        f"{made.certificate_file} expired on 2027-12-25 09:15 UTC; {CERTIFICATE_REMEDY}"
    )


def test_an_expired_ca_is_refused(made: TlsFolder, opened: Opened) -> None:
    assert refusal(lambda: opened(NOW + timedelta(days=4000)).certificate([])) == (
        f"{made.authority_file} expired on 2036-11-22 09:15 UTC; {AUTHORITY_REMEDY}"
    )


def test_a_certificate_from_the_future_is_refused_with_the_time_that_it_is(made: TlsFolder, opened: Opened) -> None:
    assert refusal(lambda: opened(NOW - timedelta(days=1)).certificate([])) == (
        f"{made.authority_file} is not valid before 2026-11-23 09:15 UTC, and now it is 2026-11-22 10:15: "
        f"set the clock of this machine right, or {AUTHORITY_REMEDY}"
    )


def test_a_certificate_from_another_ca_is_refused(made: TlsFolder) -> None:
    foreign = make_certificate(make_authority(NOW), ["localhost"], NOW)
    made.certificate_file.write_bytes(foreign.certificate_bytes())
    made.key_file.write_bytes(foreign.key_bytes())

    assert refusal(lambda: made.certificate([])) == (
        f"{made.certificate_file} was not issued by the CA in ca.pem beside it; {CERTIFICATE_REMEDY}"
    )


def test_a_key_of_another_certificate_is_refused(made: TlsFolder) -> None:
    made.key_file.write_bytes(make_authority(NOW).key_bytes())

    assert refusal(lambda: made.certificate([])) == (
        f"{made.key_file} is not the key of server.pem beside it; {CERTIFICATE_REMEDY}"
    )


def test_a_certificate_that_lacks_a_name_that_is_asked_for_is_refused(made: TlsFolder) -> None:
    asked = asked_names("10.0.0.7", ["books.test", "shop.test"])

    assert refusal(lambda: made.certificate(asked)) == (
        f"{made.certificate_file} is not for 10.0.0.7, shop.test, which --host or --tls-name asks for; "
        f"{CERTIFICATE_REMEDY}"
    )


def test_a_certificate_of_no_ca_is_refused_as_one(made: TlsFolder) -> None:
    made.authority_file.write_bytes(made.certificate_file.read_bytes())
    (made.path / "ca.key").write_bytes(made.key_file.read_bytes())

    assert refusal(made.authority) == f"{made.authority_file} is the certificate of no CA; {AUTHORITY_REMEDY}"


def test_a_file_that_holds_no_certificate_is_refused(made: TlsFolder) -> None:
    made.certificate_file.write_text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")

    assert refusal(lambda: made.certificate([])) == (
        f"{made.certificate_file} holds no certificate in PEM that can be read; {CERTIFICATE_REMEDY}"
    )


def test_a_key_with_a_password_is_refused(made: TlsFolder) -> None:
    made.key_file.write_bytes(
        make_authority(NOW).key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"geheim"),
        )
    )

    assert refusal(lambda: made.certificate([])) == (
        f"{made.key_file} holds no private key in PEM without a password; {CERTIFICATE_REMEDY}"
    )


def test_a_key_of_another_kind_is_refused(made: TlsFolder) -> None:
    made.key_file.write_bytes(
        ed25519.Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )

    assert refusal(lambda: made.certificate([])) == (
        f"{made.key_file} holds neither an EC nor an RSA key; {CERTIFICATE_REMEDY}"
    )


def test_a_file_that_cannot_be_read_is_refused(made: TlsFolder) -> None:
    made.authority_file.unlink()
    made.authority_file.mkdir()

    assert refusal(made.authority) == (
        f"{made.authority_file} cannot be read: Is a directory; let this user read it, "
        "or choose another folder with --tls-folder"
    )


def test_a_link_to_nothing_is_not_taken_for_a_missing_file(made: TlsFolder) -> None:
    made.certificate_file.unlink()
    made.certificate_file.symlink_to(made.path / "nowhere.pem")

    assert refusal(lambda: made.certificate([])).startswith(
        f"{made.certificate_file} cannot be read: No such file or directory; "
    )


def test_a_file_in_the_place_of_the_folder_is_refused(path: Path, opened: Opened) -> None:
    path.write_text("")

    assert refusal(opened().authority) == f"{path} is not a folder; choose another with --tls-folder"


def test_a_folder_that_cannot_be_made_is_refused(path: Path) -> None:
    path.write_text("")
    below = TlsFolder(str(path / "tls"), now=NOW, tell=print)

    assert refusal(below.authority) == (
        f"{path / 'tls'} cannot be written to: Not a directory; choose another folder with --tls-folder"
    )
