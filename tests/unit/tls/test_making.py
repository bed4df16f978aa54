"""The CA and the certificate: what they hold, and that strict clients accept them."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from mockbooks.tls.folder import TlsFolder
from mockbooks.tls.making import Pair, make_authority, make_certificate
from tests.unit.tls.conftest import NOW


def is_good_for(certificate: Pair, authority: Pair, name: x509.DNSName | x509.IPAddress) -> bool:
    """Judge as browsers do, by a judge that is not ours."""
    verifier = PolicyBuilder().store(Store([authority.certificate])).time(NOW).build_server_verifier(name)
    return verifier.verify(certificate.certificate, []) == [certificate.certificate, authority.certificate]


def test_the_ca_lives_ten_years_and_signs_no_other_ca() -> None:
    certificate = make_authority(NOW).certificate

    assert certificate.not_valid_before_utc == datetime(2026, 11, 23, 9, 15, 30, tzinfo=UTC)
    assert certificate.not_valid_after_utc == datetime(2036, 11, 22, 9, 15, 30, tzinfo=UTC)
    assert certificate.extensions.get_extension_for_class(x509.BasicConstraints).value == x509.BasicConstraints(
        ca=True, path_length=0
    )


def test_two_cas_are_told_apart_by_their_names() -> None:
    assert make_authority(NOW).certificate.subject != make_authority(NOW).certificate.subject


def test_the_certificate_is_for_servers_and_for_397_days_at_most() -> None:
    certificate = make_certificate(make_authority(NOW), ["localhost"], NOW).certificate
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value

    assert certificate.not_valid_after_utc == datetime(2027, 12, 25, 9, 15, 29, tzinfo=UTC)
    assert list(usage) == [ExtendedKeyUsageOID.SERVER_AUTH]


def test_the_certificate_does_not_outlive_its_ca() -> None:
    authority = make_authority(NOW)
    late = NOW + timedelta(days=3600)

    certificate = make_certificate(authority, ["localhost"], late).certificate

    assert certificate.not_valid_after_utc == authority.certificate.not_valid_after_utc


@pytest.mark.parametrize(
    "name",
    [
        x509.DNSName("localhost"),
        x509.DNSName("mockbooks"),
        x509.DNSName("host.docker.internal"),
        x509.DNSName("books.test"),
        x509.IPAddress(ip_address("127.0.0.1")),
        x509.IPAddress(ip_address("::1")),
    ],
)
def test_the_certificate_is_good_for_every_usual_name_and_those_asked_for(
    name: x509.DNSName | x509.IPAddress, made: TlsFolder
) -> None:
    assert is_good_for(made.certificate([]), made.authority(), name)


def test_the_certificate_is_not_good_for_another_name(made: TlsFolder) -> None:
    with pytest.raises(VerificationError):
        is_good_for(made.certificate([]), made.authority(), x509.DNSName("elsewhere.test"))
