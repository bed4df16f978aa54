"""A start needs little: what is not needed to answer the first call of an operation is imported when it is needed."""

import subprocess
import sys

NEEDED_LATER = (
    "apispec",
    "authlib",
    "cryptography",
    "faker",
    "flask",
    "flask_smorest",
    "jinja2",
    "markupsafe",
    "re2",
    "rich",
    "stdnum",
    "webargs",
    "werkzeug",
    "yaml",
)
START = f"""
import sys
from mockbooks.cli import main
from mockbooks.cli.serving import serve
from mockbooks.server import Server, create_app
from mockbooks.settings import Settings
from mockbooks.traffic.exchange import Exchange

server = Server(Settings(port=0), app := create_app(Settings(port=0)))
token = {{"authorization": "Bearer mockbooks-demo-token"}}


def get(path):
    answer = app.pipeline.handle(Exchange(method="GET", path=path, headers=token, host="127.0.0.1:8080"))
    print(path, answer.status, [name for name in {NEEDED_LATER} if name in sys.modules])
"""


def told(*paths: str) -> list[str]:
    program = "\n".join([START, *(f"get({path!r})" for path in paths)])
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return run.stdout.splitlines()


def test_operations_are_answered_without_any_package_of_the_pages_the_control_api_or_oauth() -> None:
    assert told("/_mockbooks/health", "/api/v1/debtors/deb_000001", "/api/v1/vat-rates", "/api/v1/debtors/nobody") == [
        "/_mockbooks/health 200 []",
        "/api/v1/debtors/deb_000001 200 []",
        "/api/v1/vat-rates 200 []",
        "/api/v1/debtors/nobody 400 []",
    ]


def test_a_start_makes_no_texts_of_errors_and_no_schemas_of_answers() -> None:
    program = START + "print([name for name in sys.modules if name.startswith('mockbooks.catalogue')])\n"
    program += "print('mockbooks.resources.transactions.answers' in sys.modules)\n"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.splitlines() == ["[]", "False"]


def test_a_call_of_the_control_api_brings_its_framework_along() -> None:
    (answer,) = told("/_mockbooks/clock")
    assert answer.startswith("/_mockbooks/clock 200 ")
    assert "'flask'" in answer
