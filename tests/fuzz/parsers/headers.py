"""What stands in the header fields of a request, and in its URL."""

from mockbooks.conformance.wire.following import is_inner
from mockbooks.errors import RequestError
from mockbooks.resources import operations
from mockbooks.tls.errors import TlsError
from mockbooks.tls.names import asked_names
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.negotiation import accepts_json, is_json_in_utf8, preferred_language
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import Router
from mockbooks.web.control.media import chosen_format, demand_scenario
from mockbooks.web.dashboard.access import Access
from mockbooks.web.dashboard.visit import form_in, query_in
from mockbooks.web.guard import Guard
from mockbooks.web.near_urls import nearest
from tests.fuzz.parser import Parser, argument_of, header_of

_LISTS = (
    b",",
    b";",
    b"q=0",
    b";q=0.5",
    b";q=1e999",
    b"q=nan",
    b"*",
    b"*/*",
    b"=",
    b'"',
    b"-",
    b" ",
    b"\t",
    b"charset=utf-8",
)
_FORMATS = {"application/json": "json", "application/xml": "junit", "text/plain": "text"}
_GUARD = Guard(("books.example",), "https://mock.example:8443")
_ROUTER = Router(operations())


def _negotiation(data: bytes) -> object:
    header = header_of(data)
    return preferred_language(header), accepts_json(header), is_json_in_utf8(header)


def _control_media(data: bytes) -> object:
    """Read the first line as Accept and the second as Content-Type and coding of a body."""
    accept, content_type, coding = [*data.split(b"\n", 2), b"", b""][:3]
    headers = {"accept": accept, "content-type": content_type, "content-encoding": coding}
    exchange = Exchange(
        method="GET", path="/", body=b"x", headers={name: header_of(value) for name, value in headers.items()}
    )
    demand_scenario(exchange, ("application/yaml", "application/json"))
    return chosen_format(exchange, None, _FORMATS)


def _request_id(data: bytes) -> object:
    """Whatever came, the id that is given can stand in a header, and is its own id."""
    ids = RequestIds(42)
    given = ids.id_for(header_of(data))
    assert given.isascii()
    assert given.isprintable()
    assert ids.id_for(given) == given
    return given


def _guard(data: bytes) -> object:
    host, origin, site = [*data.split(b"\n", 2), b"", b""][:3]
    headers = {"origin": header_of(origin), "sec-fetch-site": header_of(site)}
    sent = {name: value for name, value in headers.items() if value}
    exchange = Exchange(method="GET", path="/", host=header_of(host), headers=sent, base_url="http://127.0.0.1:8080")
    _GUARD.judge(exchange)
    return exchange


def _visitor(data: bytes) -> object:
    """Read the lines as Host, Cookie, Authorization and query of a visit to the dashboard, and the rest as its form."""
    host, cookie, authorization, query, body = [*data.split(b"\n", 4), b"", b"", b"", b""][:5]
    headers = {"cookie": header_of(cookie), "authorization": header_of(authorization)}
    headers["content-type"] = "application/x-www-form-urlencoded"
    exchange = Exchange(method="GET", path="/", host=header_of(host), headers=headers, query_string=query, body=body)
    _GUARD.judge(exchange)
    access = Access("geheim")
    name, value = access.admission(exchange)
    assert name == "Set-Cookie"
    assert "\n" not in value
    exchange.headers = {**headers, "cookie": f"{headers['cookie']}; {value.partition(';')[0]}"}
    return access.allows(exchange), query_in(exchange), form_in(exchange)


def _path(data: bytes) -> object:
    path = "/" + data.decode("utf-8", "replace")
    nearest(path)
    return _ROUTER.find("GET", path)


def _inner(data: bytes) -> object:
    return is_inner(header_of(data))


def _names(data: bytes) -> object:
    return asked_names(argument_of(data), ())


PARSERS = (
    Parser(
        name="accept-and-content-type",
        read=_negotiation,
        seeds=(b"nl-NL,en;q=0.5", b"application/json; charset=utf-8", b"text/html, */*;q=0.8"),
        words=_LISTS,
    ),
    Parser(
        name="media-types-of-control",
        read=_control_media,
        seeds=(b"application/xml;q=0.9,*/*\napplication/yaml\n", b"text/plain\napplication/json; charset=utf-8\ngzip"),
        words=(*_LISTS, b"\n", b"application/yaml", b"text/plain", b"identity"),
        refuses=(RequestError,),
    ),
    Parser(name="request-id", read=_request_id, seeds=(b"shop-4711", b"a" * 128, b"a" * 129), words=(b".", b"_", b"-")),
    Parser(
        name="guard",
        read=_guard,
        seeds=(
            b"127.0.0.1:8080\nhttp://127.0.0.1:8080\nsame-origin",
            b"[::1]:8080\n\nnone",
            b"books.example\nhttps://mock.example:8443\n",
            b"a.localhost.",
        ),
        words=(b"\n", b"[", b"]", b":", b"::", b"%eth0", b".", b"http://", b"null", b"0x7f.1", "ⅷ".encode()),
        refuses=(RequestError,),
    ),
    Parser(
        name="visitor-of-dashboard",
        read=_visitor,
        seeds=(b"127.0.0.1:8080\na=b; mockbooks_control_8080=x\nBearer geheim\npage=2&lang=nl\nact=freeze",),
        words=(b"\n", b";", b"=", b"&", b"mockbooks_control", b"Bearer ", b"[", b"]", b":", b"%C3%A9", b"\xe9"),
        refuses=(RequestError,),
    ),
    Parser(
        name="path",
        read=_path,
        seeds=(b"api/v1/debtors/deb_000001", b"api/v1/transactions/trx_000001/reversal", b"debtors"),
        words=(b"/", b"//", b"..", b"{id}", b"%2F", b"\0"),
        refuses=(RequestError,),
    ),
    Parser(
        name="inner-host", read=_inner, seeds=(b"127.1", b"::ffff:127.0.0.1%lo", b"a.localhost."), words=(b".", b":")
    ),
    Parser(
        name="name-of-certificate",
        read=_names,
        seeds=(b"Books.Example.", b"::1%eth0", b"0.0.0.0", "bücher.example".encode()),
        words=(b".", b":", b"%", b"*."),
        refuses=(TlsError,),
    ),
)
