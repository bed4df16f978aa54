"""The files of TLS as somebody meets them who starts the server: what is refused and how, and `mockbooks ca`."""

import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
import requests

from mockbooks.tls.making import make_authority, make_certificate
from tests.e2e.conftest import Start


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mockbooks", *arguments]
    return subprocess.run(command, capture_output=True, check=False, text=True, timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mockbooks-tls"


@pytest.fixture
def made(folder: Path) -> Path:
    """Have a folder that has been used before, a year and a half ago."""
    past = datetime.now(UTC) - timedelta(days=500)
    authority = make_authority(past)
    certificate = make_certificate(authority, [ip_address("127.0.0.1")], past)
    folder.mkdir()
    (folder / "ca.pem").write_bytes(authority.certificate_bytes())
    (folder / "ca.key").write_bytes(authority.key_bytes())
    (folder / "server.pem").write_bytes(certificate.certificate_bytes())
    (folder / "server.key").write_bytes(certificate.key_bytes())
    return folder


def refusal(folder: Path, *flags: str) -> str:
    """Give the one line that a start is refused with."""
    refused = run("serve", "--port=0", "--tls", f"--tls-folder={folder}", *flags)
    assert (refused.returncode, refused.stdout) == (2, "")
    (line,) = refused.stderr.splitlines()
    return line


def test_an_expired_certificate_is_refused_and_made_anew_once_it_is_deleted(made: Path, start: Start) -> None:
    line = refusal(made)
    (made / "server.pem").unlink()
    (made / "server.key").unlink()
    answer = requests.get(
        start("--tls", f"--tls-folder={made}").base_url + "/_mockbooks/health", timeout=5, verify=str(made / "ca.pem")
    )

    assert line.startswith(f"mockbooks: {made}/server.pem expired on 20")
    assert line.endswith(
        "UTC; delete server.pem and server.key to have a new certificate from the same CA, "
        "or choose another folder with --tls-folder"
    )
    assert answer.status_code == 200


def test_a_folder_with_part_of_the_files_is_refused(made: Path) -> None:
    (made / "server.key").unlink()

    assert refusal(made).startswith(f"mockbooks: {made} has ca.pem and ca.key and server.pem but not server.key; ")


def test_a_certificate_from_another_ca_is_refused(made: Path) -> None:
    other = make_authority(datetime.now(UTC))
    (made / "ca.pem").write_bytes(other.certificate_bytes())
    (made / "ca.key").write_bytes(other.key_bytes())

    assert refusal(made).startswith(f"mockbooks: {made}/server.pem was not issued by the CA in ca.pem beside it; ")


def test_a_key_that_belongs_to_nothing_is_refused(made: Path) -> None:
    (made / "server.key").write_bytes((made / "ca.key").read_bytes())

    assert refusal(made).startswith(f"mockbooks: {made}/server.key is not the key of server.pem beside it; ")


def test_a_file_that_cannot_be_read_is_refused(made: Path) -> None:
    (made / "ca.key").unlink()
    (made / "ca.key").mkdir()

    assert refusal(made).startswith(f"mockbooks: {made}/ca.key cannot be read: Is a directory; ")


def test_a_certificate_that_lacks_a_name_is_refused(folder: Path, start: Start) -> None:
    start("--tls", f"--tls-folder={folder}").stop()

    assert refusal(folder, "--host=0.0.0.0", "--tls-name=books.test").startswith(
        f"mockbooks: {folder}/server.pem is not for books.test, which --host or --tls-name asks for; "
    )


# The CA


def test_the_ca_is_printed_for_clients_to_trust(made: Path) -> None:
    printed = run("ca", f"--tls-folder={made}")

    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout == (made / "ca.pem").read_text()


def test_the_ca_is_made_when_there_is_none_and_used_by_the_next_start(start: Start, folder: Path) -> None:
    printed = run("ca", f"--tls-folder={folder}")
    process = start("--tls", f"--tls-folder={folder}")

    assert printed.stderr.startswith(f"mockbooks: made a CA in {folder}; clients must trust its ca.pem")
    assert printed.stdout == (folder / "ca.pem").read_text()
    context = ssl.create_default_context(cadata=printed.stdout)
    assert httpx.get(process.base_url + "/_mockbooks/health", verify=context).status_code == 200


def test_a_ca_that_cannot_be_used_is_told_with_exit_code_2(made: Path) -> None:
    (made / "ca.pem").write_text("geen certificaat")

    refused = run("ca", f"--tls-folder={made}")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith(f"mockbooks: {made}/ca.pem holds no certificate in PEM that can be read; ")


def test_the_help_of_the_ca_shows_how_clients_trust_it() -> None:
    told = run("ca", "--help").stdout

    assert "curl --cacert ca.pem https://localhost:8080/api/v1/support" in told
    assert "NODE_EXTRA_CA_CERTS=ca.pem" in told
    assert "MOCKBOOKS_TLS_FOLDER" in told
