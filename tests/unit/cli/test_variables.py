"""The variables that a client needs, and how they are written down."""

from dataclasses import replace
from pathlib import Path

import pytest

from mockbooks.cli.client_variables import Credentials, client_variables, secrets_in
from mockbooks.cli.variable_formats import UnwritableError, dotenv, github, masks, shell
from mockbooks.cli.whereabouts import Whereabouts

HERE = Whereabouts(url="http://127.0.0.1:8080")
GUARDED = Whereabouts(url="https://127.0.0.1:8080", token="geheim", authority=Path("/srv/mijn boeken/ca.pem"))
OWN = Credentials(client_id="kassa", client_secret="s3cret", token="mb_at_1")


def test_the_demo_needs_nothing_but_what_is_published() -> None:
    variables = client_variables(HERE, "demo", Credentials.of_demo())

    assert variables == {
        "MOCKBOOKS_URL": "http://127.0.0.1:8080",
        "MOCKBOOKS_API_URL": "http://127.0.0.1:8080/api/v1",
        "MOCKBOOKS_TOKEN_URL": "http://127.0.0.1:8080/oauth/token",
        "MOCKBOOKS_AUTHORIZE_URL": "http://127.0.0.1:8080/oauth/authorize",
        "MOCKBOOKS_ADMINISTRATION": "demo",
        "MOCKBOOKS_CLIENT_ID": "mockbooks-demo",
        "MOCKBOOKS_CLIENT_SECRET": "mockbooks-demo-secret",
        "MOCKBOOKS_TOKEN": "mockbooks-demo-token",
    }
    assert secrets_in(variables) == []


def test_what_guards_a_server_is_told_too() -> None:
    variables = client_variables(GUARDED, "adm_000001", OWN)

    assert variables["MOCKBOOKS_CONTROL_TOKEN"] == "geheim"
    assert [name for name, value in variables.items() if value == "/srv/mijn boeken/ca.pem"] == [
        "MOCKBOOKS_CA",
        "NODE_EXTRA_CA_CERTS",
        "SSL_CERT_FILE",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
    ]
    assert secrets_in(variables) == ["mb_at_1", "s3cret", "geheim"]


def test_what_is_in_a_container_is_called_by_its_public_url_and_its_file_is_named_to_nobody() -> None:
    contained = replace(GUARDED, public_url="https://boeken.test", is_of_process=True)

    variables = client_variables(contained, "adm_000001", OWN)

    assert variables["MOCKBOOKS_API_URL"] == "https://boeken.test/api/v1"
    assert "ca.pem" not in "".join(variables.values())


def test_trust_is_left_to_whoever_wants_it_so() -> None:
    variables = client_variables(GUARDED, "adm_000001", OWN, trusting=False)

    assert variables["MOCKBOOKS_CA"] == "/srv/mijn boeken/ca.pem"
    assert "SSL_CERT_FILE" not in variables


def test_without_credentials_theirs_are_left_out() -> None:
    assert list(client_variables(HERE, "adm_000001", None)) == [
        "MOCKBOOKS_URL",
        "MOCKBOOKS_API_URL",
        "MOCKBOOKS_TOKEN_URL",
        "MOCKBOOKS_AUTHORIZE_URL",
        "MOCKBOOKS_ADMINISTRATION",
    ]


def test_a_shell_gets_exports_that_are_quoted_where_that_is_needed() -> None:
    assert shell({"MOCKBOOKS_URL": "http://127.0.0.1:8080", "MOCKBOOKS_CA": "/srv/'t boek/$(ca).pem"}) == (
        "export MOCKBOOKS_URL=http://127.0.0.1:8080\nexport MOCKBOOKS_CA='/srv/'\"'\"'t boek/$(ca).pem'\n"
    )


def test_a_dotenv_file_has_quotes_only_where_they_are_needed() -> None:
    assert dotenv({"A": "http://[::1]:8080", "B": "mb_at_1", "C": "/srv/mijn boeken", "D": "/srv/'t boek"}) == (
        "A='http://[::1]:8080'\nB=mb_at_1\nC='/srv/mijn boeken'\nD=\"/srv/'t boek\"\n"
    )
    assert dotenv({"MOCKBOOKS_CA": '/srv/"$boek"/ca.pem'}) == "MOCKBOOKS_CA='/srv/\"$boek\"/ca.pem'\n"


@pytest.mark.parametrize(
    "value", ["/srv/'t $boek", '/srv/\'t "boek"', "/srv/'t `boek`", "C:\\'t boek", "/srv/'t\nboek"]
)
def test_what_no_quotes_keep_as_it_is_for_all_who_read_a_dotenv_file_is_refused(value: str) -> None:
    with pytest.raises(UnwritableError, match=r"MOCKBOOKS_CA holds both ' and .* use --format shell"):
        dotenv({"MOCKBOOKS_CA": value})


def test_a_job_of_github_gets_plain_lines_and_masks() -> None:
    assert github({"MOCKBOOKS_CA": "/srv/mijn boeken/ca.pem"}) == "MOCKBOOKS_CA=/srv/mijn boeken/ca.pem\n"
    assert masks(["geheim"]) == "::add-mask::geheim\n"
