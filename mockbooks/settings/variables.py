"""The environment variables that are no settings of the server: what client programs and our own commands read."""

from typing import Final

CONFIG_VARIABLE: Final = "MOCKBOOKS_CONFIG"
URL_VARIABLE: Final = "MOCKBOOKS_URL"
CA_VARIABLE: Final = "MOCKBOOKS_CA"
ADMINISTRATION_VARIABLE: Final = "MOCKBOOKS_ADMINISTRATION"
PROCESS_VARIABLE: Final = "MOCKBOOKS_SERVER_PROCESS"

CONTROL_TOKEN_VARIABLE: Final = "MOCKBOOKS_CONTROL_TOKEN"  # noqa: S105 - the name of a variable
"""Both what a server is to ask for, as a setting, and what a command brings."""

OF_COMMANDS: Final = {
    CONFIG_VARIABLE: "The file to read settings from, instead of mockbooks.toml.",
    URL_VARIABLE: "Where the server is that a command asks.",
    CA_VARIABLE: "The file with the certificate of the CA to trust.",
    ADMINISTRATION_VARIABLE: "The administration that is meant, where it is not demo.",
    PROCESS_VARIABLE: (
        "The number of the process that is the server, or its init, as in a container: without a URL, commands ask"
        " the server that its command line and environment tell of."
    ),
}
"""What our own commands read, with what each is for."""

OF_CLIENTS: Final = {
    "MOCKBOOKS_API_URL": "The base URL of the API.",
    "MOCKBOOKS_TOKEN_URL": "Where OAuth gives tokens.",
    "MOCKBOOKS_AUTHORIZE_URL": "The consent page of OAuth.",
    "MOCKBOOKS_CLIENT_ID": "The client of the administration.",
    "MOCKBOOKS_CLIENT_SECRET": "The secret of that client.",
    "MOCKBOOKS_TOKEN": "An access token that does not expire.",
}
"""What `mockbooks env` prints for client programs, beside those of commands."""
