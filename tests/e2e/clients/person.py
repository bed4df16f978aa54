"""The person at the browser: opens the page that an integration sends them to, and presses one of its buttons."""

import ssl
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a browser that trusts the CA, and follows no redirect: where it leads is what we want to know."""

    trust: ssl.SSLContext

    def approve(self, url: str) -> str:
        """Open the consent page, press Approve, and give the URL that the browser is sent to."""
        return self._press("Approve", url)

    def deny(self, url: str) -> str:
        """Open the consent page, press Deny, and give the URL that the browser is sent to."""
        return self._press("Deny", url)

    def pass_by(self, url: str) -> str:
        """Open a page that asks nothing, and give the URL that the browser is sent to."""
        with httpx.Client(verify=self.trust) as browser:
            return _location_in(browser.get(url))

    def _press(self, button: str, url: str) -> str:
        with httpx.Client(verify=self.trust) as browser:
            page = browser.get(url)
            assert page.status_code == 200, page.text
            form = _Form()
            form.feed(page.text)
            assert form.method == "post"
            return _location_in(browser.post(urljoin(url, form.action), data=form.sent_with(button)))


def _location_in(answer: httpx.Response) -> str:
    # 302 or 303 (RFC 9700, section 4.12): 307 would send the form on to the client.
    assert answer.status_code in {302, 303}, answer.text
    return answer.headers["Location"]


class _Form(HTMLParser):
    """What a browser would send from the form of a page, if nothing in it is touched but one button."""

    def __init__(self) -> None:
        super().__init__()
        self.method = ""
        self.action = ""
        self.fields: dict[str, str] = {}
        self.buttons: dict[str, tuple[str, str]] = {}
        self._select = ""
        self._button: tuple[str, str] | None = None

    def sent_with(self, button: str) -> dict[str, str]:
        """Give all fields with the one of the button that bears this text."""
        name, value = self.buttons[button]
        return {**self.fields, name: value}

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "form":
                self.method, self.action = given.get("method", "get").lower(), given.get("action", "")
            case "input" if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                self.fields[given["name"]] = given.get("value", "on")
            case "select":
                self._select = given["name"]
            case "option" if "selected" in given or self._select not in self.fields:
                self.fields[self._select] = given["value"]
            case "button":
                self._button = given.get("name", ""), given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._button is not None and data.strip():
            self.buttons[data.strip()], self._button = self._button, None
