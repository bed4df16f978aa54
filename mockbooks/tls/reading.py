"""Reading a certificate and its key from their files, and what must be true of them before they are used."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from mockbooks.tls.errors import TlsError
from mockbooks.tls.making import Key, Pair
from mockbooks.tls.names import Name, lacking_names

ELSEWHERE = "or choose another folder with --tls-folder"
NEW_CERTIFICATE = f"delete server.pem and server.key to have a new certificate from the same CA, {ELSEWHERE}"
NEW_AUTHORITY = f"delete all four files to have a new CA, which clients must then be told to trust, {ELSEWHERE}"


def read_authority(certificate_file: Path, key_file: Path, now: datetime) -> Pair:
    """Read a CA; raises TlsError for one that cannot issue certificates now."""
    pair = _read_pair(certificate_file, key_file, NEW_AUTHORITY)
    if not _is_authority(pair.certificate):
        raise TlsError(f"{certificate_file} is the certificate of no CA; {NEW_AUTHORITY}")
    _check_period(pair.certificate, certificate_file, now, NEW_AUTHORITY)
    return pair


def read_certificate(
    certificate_file: Path, key_file: Path, authority: Pair, asked: Iterable[Name], now: datetime
) -> Pair:
    """Read a server's certificate; raises TlsError for one that clients of this CA would refuse."""
    pair = _read_pair(certificate_file, key_file, NEW_CERTIFICATE)
    try:
        pair.certificate.verify_directly_issued_by(authority.certificate)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise TlsError(f"{certificate_file} was not issued by the CA in ca.pem beside it; {NEW_CERTIFICATE}") from error
    _check_period(pair.certificate, certificate_file, now, NEW_CERTIFICATE)
    lacking = lacking_names(_names(pair.certificate), asked)
    if lacking:
        names = ", ".join(str(name) for name in lacking)
        raise TlsError(f"{certificate_file} is not for {names}, which --host or --tls-name asks for; {NEW_CERTIFICATE}")
    return pair


def _read_pair(certificate_file: Path, key_file: Path, remedy: str) -> Pair:
    certificate = _read_certificate(certificate_file, remedy)
    key = _read_key(key_file, remedy)
    if certificate.public_key() != key.public_key():
        raise TlsError(f"{key_file} is not the key of {certificate_file.name} beside it; {remedy}")
    return Pair(certificate=certificate, key=key)


def _read_certificate(file: Path, remedy: str) -> x509.Certificate:
    try:
        certificate = x509.load_pem_x509_certificate(_content(file))
        # These are read late, and each can turn out to be nonsense.
        _ = certificate.public_key(), certificate.extensions
    except (ValueError, UnsupportedAlgorithm, x509.DuplicateExtension) as error:
        raise TlsError(f"{file} holds no certificate in PEM that can be read; {remedy}") from error
    return certificate


def _read_key(file: Path, remedy: str) -> Key:
    try:
        key = load_pem_private_key(_content(file), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:  # TypeError: it wants a password
        raise TlsError(f"{file} holds no private key in PEM without a password; {remedy}") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise TlsError(f"{file} holds neither an EC nor an RSA key; {remedy}")
    return key


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise TlsError(f"{file} cannot be read: {error.strerror}; let this user read it, {ELSEWHERE}") from error


def _check_period(certificate: x509.Certificate, file: Path, now: datetime, remedy: str) -> None:
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now > end:
        raise TlsError(f"{file} expired on {end:%Y-%m-%d %H:%M} UTC; {remedy}")
    if now < begin:
        raise TlsError(
            f"{file} is not valid before {begin:%Y-%m-%d %H:%M} UTC, and now it is {now:%Y-%m-%d %H:%M}: "
            f"set the clock of this machine right, or {remedy}"
        )


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _names(certificate: x509.Certificate) -> list[object]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    dns_names = [name.lower() for name in names.get_values_for_type(x509.DNSName)]
    return [*dns_names, *names.get_values_for_type(x509.IPAddress)]
