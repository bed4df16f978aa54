"""A vendor file is read as it is meant, or refused with the place of everything that is wrong with it."""

import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor, reference
from mockbooks.conformance.vendor.model import (
    Answers,
    Call,
    Limits,
    Noun,
    OAuth,
    Pick,
    Resource,
    Support,
    Vendor,
)

WHOLE = """
name: De Korenaar
baseUrl: https://api.korenaar.example/v1
openapi: /openapi.yaml
oauth:
  tokenUrl: https://login.korenaar.example/token
  authorizationUrl: /authorize
  scope: books
  clientAuthentication: post
  example: /docs/oauth.html
token: {header: X-Token, value: "${token}"}
headers: {X-Administration: "${administration}"}
answers: {item: /data, items: /items, success: /ok, failure: [/message]}
resources:
  debtors:
    list: GET /relations
    read: GET /relations/${id}
    create: {call: POST /relations, body: {name: "${name}", email: "${email}"}, headers: {X-Mode: strict}}
    mistake: {call: POST /relations, body: {}}
    remove: DELETE /relations/${id}
    searches: {email: "GET /relations?mail=${email}"}
    fields: {id: /relationId, name: /name}
    item: ""
    items: /relations
  products: null
limits: {headers: [X-Room], call: GET /room, remaining: /left}
support: {call: GET /help, contact: /mail, languages: /talen, answeredWithin: /days}
values:
  administration: 12
  journalId: {from: journals, where: {/type: sales, /active: true}, take: /guid}
"""


def complaints(text: str) -> tuple[str, ...]:
    with pytest.raises(VendorFileError) as refused:
        load_vendor(text.encode(), source="vendor.yaml")
    return refused.value.complaints


def test_a_whole_file_is_read_as_values() -> None:
    assert load_vendor(WHOLE.encode(), source="vendor.yaml") == Vendor(
        name="De Korenaar",
        base_url="https://api.korenaar.example/v1",
        openapi="/openapi.yaml",
        oauth=OAuth(
            token_url="https://login.korenaar.example/token",
            authorization_url="/authorize",
            scope="books",
            client_authentication="post",
            example="/docs/oauth.html",
        ),
        token_header="X-Token",
        token_value="${token}",
        headers={"X-Administration": "${administration}"},
        answers=Answers(item="/data", items="/items", success="/ok", failure=("/message",)),
        resources={
            Noun.DEBTORS: Resource(
                list=Call(method="GET", target="/relations"),
                read=Call(method="GET", target="/relations/${id}"),
                create=Call(
                    method="POST",
                    target="/relations",
                    body={"name": "${name}", "email": "${email}"},
                    headers={"X-Mode": "strict"},
                ),
                mistake=Call(method="POST", target="/relations", body={}),
                remove=Call(method="DELETE", target="/relations/${id}"),
                searches={"email": Call(method="GET", target="/relations?mail=${email}")},
                fields={"id": "/relationId", "name": "/name"},
                item="",
                items="/relations",
            ),
            Noun.PRODUCTS: None,
        },
        limits=Limits(headers=("X-Room",), call=Call(method="GET", target="/room"), remaining="/left"),
        support=Support(
            call=Call(method="GET", target="/help"), contact="/mail", languages="/talen", answered_within="/days"
        ),
        values={
            "administration": 12,
            "journalId": Pick(noun=Noun.JOURNALS, where={"/type": "sales", "/active": True}, take="/guid"),
        },
    )


def test_a_name_is_enough() -> None:
    assert load_vendor(b"name: De Korenaar", source="vendor.yaml") == Vendor(name="De Korenaar")


def test_json_is_read_as_well() -> None:
    assert load_vendor(b'{"name": "De Korenaar \\ud83c\\udf5e"}', source="vendor.json") == Vendor(name="De Korenaar 🍞")


def test_the_reference_names_every_resource_of_the_conditions() -> None:
    assert set(reference().resources) == set(Noun)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "vendor.yaml:1:1: this must be a mapping, and nothing came"),
        ("- name", "vendor.yaml:1:1: this must be a mapping, and a list came"),
        ("name: [", "vendor.yaml:2:1: "),
        ("name: x\n\topenapi: /x", "vendor.yaml:2:1: found a tab character where only spaces may stand"),
        (
            "name: x\nresources: {debtors: {list: 'GET /a?q=${email'}}",
            'vendor.yaml:2:29: "${email" begins a name and never ends it: } is missing',
        ),
        ("openapi: /x", 'vendor.yaml:1:1: "name" is missing here'),
        ("name: 7", "vendor.yaml:1:7: this must be a text, and a number came"),
        ("name: ''", 'vendor.yaml:1:7: this must be a text, and "" came'),
        ("name: x\nbaseUrl: api.example", "vendor.yaml:2:10: this must be a URL without ? and #, such as https://"),
        ("name: x\nbaseUrl: https://u:p@api.example", "vendor.yaml:2:10: this must be a URL without ? and #"),
        ("name: x\nopenapi: openapi.json", "vendor.yaml:2:10: this must be a URL, or a path on the same host"),
        ("name: x\noauth: {}", 'vendor.yaml:2:8: "tokenUrl" is missing here'),
        (
            "name: x\noauth: {tokenUrl: /t, clientAuthentication: header}",
            'vendor.yaml:2:45: "header" is not known here; allowed: basic, post',
        ),
        ("name: x\nheaders: {X Y: z}", 'vendor.yaml:2:16: this must be the name of a header, and "X Y" came'),
        ('name: x\nheaders: {X: "é"}', "vendor.yaml:2:14: this must be the value of a header: printable ASCII"),
        ("name: x\nanswers: {items: data}", "vendor.yaml:2:18: this must be a JSON Pointer (RFC 6901), such as"),
        ("name: x\nanswers: {failure: /message}", 'vendor.yaml:2:20: this must be a list, and the text "/message"'),
        (
            "name: x\nresources:\n  debtrs: {}",
            'vendor.yaml:3:3: there is no "debtrs" here; did you mean "debtors"? Allowed: debtors, transactions,',
        ),
        (
            "name: x\nresources: {journals: {list: FETCH /x}}",
            'vendor.yaml:2:30: this must be a method and a path, such as "GET /debtors?email=${email}", and "FETCH /x"',
        ),
        ("name: x\nresources: {journals: {list: 3}}", "vendor.yaml:2:30: this must be a method and a path, such as"),
        ("name: x\nresources: {journals: {list: {body: {}}}}", 'vendor.yaml:2:30: "call" is missing here'),
        (
            "name: x\nresources: {journals: {searches: {code: GET /x}}}",
            'vendor.yaml:2:35: there is no "code" here; allowed:',
        ),
        (
            "name: x\nresources: {debtors: {list: 'GET /x/${idd}'}}",
            'vendor.yaml:2:29: ${idd} stands for nothing; did you mean "id"?',
        ),
        (
            "name: x\nvalues: {a: null}",
            "vendor.yaml:2:13: this must be a text, a number, true, false or what is picked",
        ),
        ("name: x\nvalues: {a b: 1}", "vendor.yaml:2:15: this must be a name of letters, digits, _ . and -"),
        ("name: x\nvalues: {a: {from: journal}}", 'vendor.yaml:2:20: "journal" is not known here; did you mean "jou'),
        (
            "name: x\nresources: {debtors: {remove: DELETE /x}}",
            'vendor.yaml:2:31: a call that removes one must name ${id} in its path or body, and "DELETE /x" came',
        ),
        (
            "name: x\nresources: {debtors: {remove: {call: POST /x, body: {id: 7}}}}",
            'vendor.yaml:2:31: a call that removes one must name ${id} in its path or body, and "POST /x" came',
        ),
        (
            "name: x\nresources: {debtors: {list: DELETE /x}}",
            'vendor.yaml:2:29: a call that reads goes by GET or POST, and "DELETE /x" came',
        ),
        (
            "name: x\nresources: {debtors: {read: 'PUT /x/${id}'}}",
            'vendor.yaml:2:29: a call that reads goes by GET or POST, and "PUT /x/${id}" came',
        ),
        (
            "name: x\nresources: {debtors: {read: GET /x}}",
            'vendor.yaml:2:29: a call that reads must name ${id} in its path or body, and "GET /x" came',
        ),
        (
            "name: x\nresources: {debtors: {searches: {email: GET /x}}}",
            'vendor.yaml:2:41: a call that reads must name ${email} in its path or body, and "GET /x" came',
        ),
        (
            "name: x\nlimits: {call: PATCH /x, remaining: /a}",
            'vendor.yaml:2:16: a call that reads goes by GET or POST, and "PATCH /x" came',
        ),
        (
            "name: x\nsupport: {call: DELETE /x}",
            'vendor.yaml:2:17: a call that reads goes by GET or POST, and "DELETE /x" came',
        ),
        (
            "name: x\nresources: {debtors: {create: DELETE /x}}",
            'vendor.yaml:2:31: a call that makes one goes by GET, POST, PUT or PATCH, and "DELETE /x" came',
        ),
        (
            "name: x\nresources: {debtors: {list: {call: POST /x, onlyReads: yes please}}}",
            'vendor.yaml:2:56: this must be true or false, and the text "yes please" came',
        ),
        (
            "name: x\nresources: {debtors: {create: {call: POST /x, onlyReads: true}}}",
            'vendor.yaml:2:47: there is no "onlyReads" here; allowed: call, body, headers',
        ),
        (
            "name: x\nresources: {debtors: {create: {call: POST /x, body: {naam: Jan}}}}",
            "vendor.yaml:2:31: what it makes could not be told from what was there: one of these must stand in it: $",
        ),
        (
            "name: x\nresources: {debtors: {create: {call: POST /x, body: {naam: '${name}', mail: a@x.nl}}}}",
            'vendor.yaml:2:31: "a@x.nl" may be the email of what is there, which would be overwritten and removed',
        ),
        (
            (
                "name: x\nvalues: {email: a@x.nl}\n"
                "resources: {debtors: {create: {call: POST /x, body: {mail: '${email} ', naam: '${name}'}},"
                " fields: {email: /mail}}}"
            ),
            'vendor.yaml:3:31: "${email} " may be the email of what is there, which would be overwritten and removed',
        ),
        (
            (
                "name: x\nresources: {products: {create: {call: POST /x, body: {p: {nr: A1, naam: '${name}'}}},"
                " fields: {sku: /nr}}}"
            ),
            'vendor.yaml:2:32: "A1" may be the sku of what is there, which would be overwritten and removed: write ${',
        ),
        ("name: x\nresources: {vatRates: {}}", "vendor.yaml:2:23: nothing stands here: leave it out, or write null"),
        ("name: x\nlimits: {call: GET /room}", 'vendor.yaml:2:9: "remaining" is missing here'),
        (
            f"name: {2001 * 'x'}",
            "vendor.yaml:1:7: this must be a text of at most 2000 characters, and one of 2001 came",
        ),
        ("name: x\nlimits: null", "vendor.yaml:2:9: this must be a mapping, and nothing came"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, complaint: str) -> None:
    assert complaints(text)[0].startswith(complaint)


def test_a_record_is_made_and_removed_by_what_is_of_the_run() -> None:
    called = "{call: POST /x, body: {naam: '${eigen}', mail: 'a+${run}@x.nl'}}"
    removed = "{call: POST /x/remove, body: {ids: ['${id}']}}"
    text = (
        f"name: x\nvalues: {{eigen: 'proef ${{run}}'}}\nresources: {{debtors: {{create: {called}, remove: {removed}}}}}"
    )

    assert load_vendor(text.encode(), source="vendor.yaml").resources[Noun.DEBTORS] == Resource(
        create=Call(method="POST", target="/x", body={"naam": "${eigen}", "mail": "a+${run}@x.nl"}),
        remove=Call(method="POST", target="/x/remove", body={"ids": ["${id}"]}),
    )


def test_everything_that_is_wrong_is_told_in_the_order_of_the_file() -> None:
    text = "nam: x\nopenapi: 3\nlimits:\n  headers: [7]\n"

    assert [complaint.split(": ")[0] for complaint in complaints(text)] == [
        "vendor.yaml:1:1",
        "vendor.yaml:1:1",
        "vendor.yaml:2:10",
        "vendor.yaml:4:13",
    ]


def test_a_file_beyond_all_bounds_is_not_read() -> None:
    assert complaints("name: " + "x" * 300_000)[0].startswith("vendor.yaml: a vendor file has at most 262144 bytes")


def test_no_more_is_told_than_one_can_read() -> None:
    told = complaints("name: x\nvalues:\n" + "".join(f"  a{number}: []\n" for number in range(80)))

    assert len(told) == 51
    assert told[-1] == "vendor.yaml: 30 more like these"


KEYS = st.sampled_from(
    ("name", "resources", "debtors", "list", "create", "call", "body", "values", "from", "oauth", "~/")
)
ANY_DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.text(max_size=6)
    | st.sampled_from(("GET /x", "${id}", "/a")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(ANY_DATA.map(orjson.dumps) | st.binary(max_size=60))
def test_whatever_is_written_is_read_or_told_with_its_place(content: bytes) -> None:
    try:
        load_vendor(content, source="vendor.yaml")
    except VendorFileError as error:
        assert all(re.match(r"vendor\.yaml:\d+:\d+: .", complaint) for complaint in error.complaints)  # noqa: PT017 - one of two ends
