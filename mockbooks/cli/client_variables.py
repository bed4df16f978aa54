"""The environment variables by which a client program knows a server, and the credentials for one administration."""

from collections.abc import Mapping
from typing import Any, Final, Self

from mockbooks.cli.whereabouts import Whereabouts
from mockbooks.frozen import dataclass
from mockbooks.settings.variables import ADMINISTRATION_VARIABLE, CA_VARIABLE, CONTROL_TOKEN_VARIABLE, URL_VARIABLE
from mockbooks.traffic.operation import API_PREFIX

_SECRET: Final = ("MOCKBOOKS_TOKEN", "MOCKBOOKS_CLIENT_SECRET", CONTROL_TOKEN_VARIABLE)
TRUSTING: Final = ("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""What Node, OpenSSL (with it httpx, Go and Ruby), requests and curl read the file of a CA from.

Node trusts it beside those that it knows, the others trust nothing else.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """What opens an administration."""

    client_id: str
    client_secret: str
    token: str

    @classmethod
    def of_demo(cls) -> Self:
        """Give those of the demo, which are published."""
        from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN  # noqa: PLC0415 - brings much along

        return cls(client_id=DEMO_CLIENT, client_secret=DEMO_SECRET, token=DEMO_TOKEN)

    @classmethod
    def told_in(cls, made: Mapping[str, Any]) -> Self:
        """Take them from the answer that an administration was made with."""
        return cls(client_id=made["clientId"], client_secret=made["clientSecret"], token=made["accessToken"])


def client_variables(
    where: Whereabouts, administration: str, credentials: Credentials | None, *, trusting: bool = True
) -> dict[str, str]:
    """Give the variables by name; without credentials those that they would fill are left out.

    With `trusting` programs are told to trust the CA, where there is one whose file they can read.
    """
    url = where.public_url or where.url
    variables = {
        URL_VARIABLE: url,
        "MOCKBOOKS_API_URL": f"{url}{API_PREFIX}",
        "MOCKBOOKS_TOKEN_URL": f"{url}/oauth/token",
        "MOCKBOOKS_AUTHORIZE_URL": f"{url}/oauth/authorize",
        ADMINISTRATION_VARIABLE: administration,
    }
    if credentials:
        variables |= {
            "MOCKBOOKS_CLIENT_ID": credentials.client_id,
            "MOCKBOOKS_CLIENT_SECRET": credentials.client_secret,
            "MOCKBOOKS_TOKEN": credentials.token,
        }
    if where.token:
        variables[CONTROL_TOKEN_VARIABLE] = where.token
    if where.authority and not where.is_of_process:
        file = str(where.authority.absolute())
        variables |= dict.fromkeys((CA_VARIABLE, *(TRUSTING if trusting else ())), file)
    return variables


def secrets_in(variables: Mapping[str, str]) -> list[str]:
    """Give the values that a log should not show: those of the demo are published, and so are none."""
    demo = Credentials.of_demo()
    published = (demo.client_secret, demo.token)
    return [variables[name] for name in _SECRET if name in variables and variables[name] not in published]
