"""Making a CA, and certificates from it, as strict clients want them (RFC 5280; Python's VERIFY_X509_STRICT)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from mockbooks.frozen import dataclass
from mockbooks.tls.names import Name

AUTHORITY_LIFE = timedelta(days=3652)
# One second less than 397 days, because the last second counts: beyond 398 days Apple's clients refuse a certificate.
CERTIFICATE_LIFE = timedelta(days=397, seconds=-1)
# A container's clock may be behind that of the machine which made the certificate.
_BACKDATED = timedelta(hours=1)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A certificate with its private key; ours are on P-256, which every client knows."""

    certificate: x509.Certificate
    key: Key

    def certificate_bytes(self) -> bytes:
        """Give the certificate in PEM."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def key_bytes(self) -> bytes:
        """Give the private key in PEM, as PKCS #8 without a password."""
        return self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


def make_authority(now: datetime) -> Pair:
    """Make a CA; its name holds a piece of its key, so that two of them on one machine are told apart."""
    key = ec.generate_private_key(ec.SECP256R1())
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    name = _name(f"mockbooks CA {identifier.digest.hex()[:8]}")
    builder = (
        _builder(key.public_key(), name, now, AUTHORITY_LIFE)
        .issuer_name(name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return Pair(certificate=builder.sign(key, hashes.SHA256()), key=key)


def make_certificate(authority: Pair, names: Iterable[Name], now: datetime) -> Pair:
    """Make a server's certificate for the names, which does not outlive its CA."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = authority.certificate
    life = min(CERTIFICATE_LIFE, issuer.not_valid_after_utc - _begin(now))
    builder = (
        _builder(key.public_key(), _name("mockbooks"), now, life)
        .issuer_name(issuer.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_alternative(name) for name in names]), critical=False)
        .add_extension(_issuer_identifier(authority), critical=False)
    )
    return Pair(certificate=builder.sign(authority.key, hashes.SHA256()), key=key)


def _builder(
    public_key: ec.EllipticCurvePublicKey, subject: x509.Name, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_begin(now))
        .not_valid_after(_begin(now) + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _begin(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0) - _BACKDATED


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "mockbooks"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _alternative(name: Name) -> x509.GeneralName:
    return x509.DNSName(name) if isinstance(name, str) else x509.IPAddress(name)


def _issuer_identifier(authority: Pair) -> x509.AuthorityKeyIdentifier:
    """Name the key of the CA by what the CA itself calls it; one that was not made here may call it nothing."""
    try:
        identifier = authority.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    except x509.ExtensionNotFound:
        return x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """Let a CA sign certificates, and a server the handshake."""
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
