"""Whatever bytes are sent to the token, revocation and introspection endpoints: a proper answer, and never a 500."""

import re
from base64 import b64encode
from datetime import UTC, datetime
from urllib.parse import quote_plus

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.app import App, create_app
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer, Exchange
from tests.api.conftest import NO_RECORDS

PATHS = st.sampled_from(["/oauth/token", "/oauth/revoke", "/oauth/introspect"])
PLAIN = re.compile(r"[\x20\x21\x23-\x5b\x5d-\x7e]+")
DEMO = "Basic " + b64encode(b"mockbooks-demo:mockbooks-demo-secret").decode()
# Texts with what breaks things: NUL, quotes, backslashes, half of a surrogate pair, bytes that are not UTF-8.
ODD = st.text(st.sampled_from('\x00"\\%+&= ,aé\U0001f950\ud800\n')).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
VALUES = st.one_of(
    st.binary(max_size=20),
    ODD,
    ODD.map(quote_plus).map(str.encode),
    st.sampled_from(
        [b"authorization_code", b"refresh_token", b"client_credentials", b"mockbooks-demo", b"mockbooks-demo-secret"]
    ),
)
NAMES = st.one_of(
    VALUES,
    st.sampled_from(
        b"grant_type code redirect_uri code_verifier refresh_token scope client_id client_secret token resource".split()
    ),
)
PAIRS = st.tuples(NAMES, VALUES).map(b"=".join)
# Forms that come as far as the place where their last value is read.
STARTS = st.sampled_from(
    [
        b"token=",
        b"token_type_hint=a&token=",
        b"grant_type=",
        b"grant_type=authorization_code&code=",
        b"grant_type=refresh_token&refresh_token=",
        b"grant_type=client_credentials&scope=",
        b"grant_type=client_credentials&client_id=",
    ]
)
BODIES = st.one_of(st.binary(), st.lists(PAIRS).map(b"&".join))
HEADERS = st.one_of(
    st.just(DEMO),
    st.none(),
    st.binary().map(lambda value: "Basic " + b64encode(value).decode()),
    st.binary().map(lambda value: value.decode("latin-1")),
)
CONTENT_TYPES = st.one_of(st.just("application/x-www-form-urlencoded"), st.none(), st.text())


@pytest.fixture(scope="module")
def app() -> App:
    return create_app(Settings(**NO_RECORDS), FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC)))


@given(path=PATHS, body=BODIES, authorization=HEADERS)
def test_any_form_gets_a_proper_answer(app: App, path: str, body: bytes, authorization: str | None) -> None:
    answer = ask(app, path, body, authorization=authorization)

    assert proper(answer)


@given(path=PATHS, body=st.tuples(STARTS, VALUES).map(b"".join))
def test_any_value_gets_a_proper_answer_where_it_is_read(app: App, path: str, body: bytes) -> None:
    answer = ask(app, path, body)

    assert proper(answer)


@given(path=PATHS, query=st.one_of(st.binary(), BODIES), content_type=CONTENT_TYPES)
def test_any_query_and_content_type_get_a_proper_answer(
    app: App, path: str, query: bytes, content_type: str | None
) -> None:
    answer = ask(app, path, b"grant_type=client_credentials", query=query, content_type=content_type)

    assert proper(answer)


def ask(
    app: App,
    path: str,
    body: bytes,
    *,
    authorization: str | None = DEMO,
    query: bytes = b"",
    content_type: str | None = "application/x-www-form-urlencoded",
) -> Answer:
    headers = {"authorization": authorization, "content-type": content_type}
    exchange = Exchange(
        method="POST",
        path=path,
        query_string=query,
        headers={name: value for name, value in headers.items() if value is not None},
        body=body,
        host="mockbooks.test",
    )
    return app.pipeline.handle(exchange)


def proper(answer: Answer) -> bool:
    """Tell whether it is a success, or a refusal whose texts RFC 6749 (section 5.2) allows."""
    told = orjson.loads(answer.body)
    if answer.status == 200:
        return "error" not in told
    challenged = answer.header("WWW-Authenticate") is not None
    return (
        challenged is (answer.status == 401)
        and answer.status in {400, 401}
        and bool(PLAIN.fullmatch(told["error_description"]))
    )
