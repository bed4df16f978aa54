"""Which web pages may read an answer."""

from mockbooks.web.cors import Cors


def test_by_default_every_page_may() -> None:
    assert ("Access-Control-Allow-Origin", "*") in Cors(["*"]).headers(None)


def test_a_script_may_read_what_it_needs_to_wait_and_to_follow() -> None:
    exposed = dict(Cors(["*"]).headers(None))["Access-Control-Expose-Headers"]

    assert {"Retry-After", "RateLimit", "Location", "Link", "WWW-Authenticate"} <= set(exposed.split(", "))


def test_a_listed_origin_may_and_caches_are_told_that_it_matters() -> None:
    headers = dict(Cors(["https://app.example"]).headers("https://app.example"))

    assert headers["Access-Control-Allow-Origin"] == "https://app.example"
    assert headers["Vary"] == "Origin"


def test_any_other_origin_may_not() -> None:
    cors = Cors(["https://app.example"])

    assert cors.headers("https://other.example") == (("Vary", "Origin"),)
    assert cors.preflight_headers("https://other.example", "GET") == ()


def test_with_none_nobody_may() -> None:
    assert Cors([]).headers("https://app.example") == ()
    assert Cors([]).preflight_headers("https://app.example", "GET") == ()


def test_a_preflight_is_told_the_methods() -> None:
    headers = dict(Cors(["*"]).preflight_headers("https://app.example", "GET, POST"))

    assert headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert headers["Access-Control-Allow-Headers"] == (
        "Authorization, Content-Type, Idempotency-Key, X-Request-Id, X-Requested-With, Accept-Language, traceparent, "
        "tracestate"
    )
    assert headers["Access-Control-Max-Age"] == "600"
