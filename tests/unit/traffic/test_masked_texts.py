"""Secrets are masked in texts of any kind, and what is no secret stays as it came."""

import pytest

from mockbooks.traffic.masked_texts import masked_anything, masked_form, masked_url
from mockbooks.traffic.secret_names import OAUTH_NAMES, fingerprint, names_at

BOOKS = names_at("/api/v1/debtors")
MASK = fingerprint("s-1")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("password=s-1&page=2", f"password={MASK}&page=2"),
        ("user[password]=s-1", f"user[password]={MASK}"),
        ("Api-Key = s-1\nnext", f"Api-Key = {MASK}\nnext"),
        ('<login password="s-1" page="2"/>', f'<login password="{MASK}" page="2"/>'),
        ("password: s-1\npage: 2", f"password: {MASK}\npage: 2"),
        ("{'page': 2, 'password': 's-1'}", f"{{'page': 2, 'password': '{MASK}'}}"),
        ("<password>s-1</password><page>2</page>", f"<password>{MASK}</password><page>2</page>"),
        ('<a:Password type="x">s-1</a:Password>', f'<a:Password type="x">{MASK}</a:Password>'),
        ("<password>s-1", f"<password>{MASK}"),
        ("<password/><page>2</page>", "<password/><page>2</page>"),
        ('{"password": "s-1", "page": ', f'{{"password": "{MASK}", "page": '),
    ],
)
def test_a_secret_is_masked_by_its_name(text: str, masked: str) -> None:
    assert masked_anything(text, BOOKS) == masked


def test_a_part_of_a_multipart_body_is_masked() -> None:
    part = '--b\r\nContent-Disposition: form-data; name="{}"\r\nContent-Type: text/plain\r\n\r\n{}\r\n'
    text = f"{part.format('client_secret', 's-1')}{part.format('page', '2')}--b--\r\n"

    assert masked_anything(text, BOOKS) == text.replace("s-1", MASK)


def test_a_secret_with_an_entity_has_the_mask_of_what_it_means() -> None:
    assert masked_anything("<password>a&amp;b</password>", BOOKS) == f"<password>{fingerprint('a&b')}</password>"


@pytest.mark.parametrize(
    "text",
    [
        "The access token has expired.",
        "my_token=s-1",
        "passwords=s-1",
        "<tokens>2</tokens>",
        "password=",
        "<password></password>",
        f"password={MASK}",
        "code=10001",
    ],
)
def test_what_is_no_secret_stays_as_it_came(text: str) -> None:
    assert masked_anything(text, BOOKS) == text


def test_an_element_of_html_is_no_code_of_oauth() -> None:
    assert masked_anything("<code>x</code>", OAUTH_NAMES, is_html=True) == "<code>x</code>"
    assert masked_anything("<code>s-1</code>", OAUTH_NAMES) == f"<code>{MASK}</code>"


def test_the_value_of_a_form_ends_at_the_next_pair_only() -> None:
    assert masked_form("client_secret=a b;c#d=e&page=2", BOOKS) == f"client_secret={fingerprint('a b;c#d=e')}&page=2"


def test_a_fragment_of_a_url_is_masked() -> None:
    assert masked_url("https://a.example/#token=s-1&page=2", BOOKS) == f"https://a.example/#token={MASK}&page=2"
