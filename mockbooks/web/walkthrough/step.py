"""What the walk-through is made of: calls with blanks that earlier answers fill, in chapters and refusals."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from mockbooks.frozen import dataclass
from mockbooks.texts import Text
from mockbooks.web.walkthrough.exchanges import Outcome, Pairs

_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request as it is written down, before anything has been filled in.

    A blank is a name in braces, `{client_id}`. `keeps` fills blanks from the answer: the name of the blank, and that of
    the member in the JSON, or of the parameter in the address that the answer redirects to. `basic` holds id and secret
    of the client, `bearer` the access token. `json` is sent as it stands. `seconds_later` pass before the call.
    An answer that is not what the call `expects` is never recorded.
    """

    name: str
    path: str
    expects: Outcome
    method: str = "GET"
    query: Pairs = ()
    headers: Pairs = ()
    basic: tuple[str, str] | None = None
    bearer: str = ""
    form: Pairs = ()
    json: str = ""
    keeps: Mapping[str, str] = field(default_factory=dict)
    seconds_later: int = 0
    caption: Text | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """One step of the set-up: what it is for, its calls, and what is to be known of the answer.

    `part` names the part of each sample program that does it; `typed` is what is typed into a shell where there is
    nothing to call. `demo_note` is told as long as the demo is on. Texts may hold HTML: they are ours.
    """

    anchor: str
    title: Text
    text: Text
    calls: tuple[Call, ...] = ()
    notes: tuple[Text, ...] = ()
    demo_note: Text | None = None
    part: str = ""
    typed: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One way to meet a refusal: what has to happen before, and the calls that show it.

    It has an `anchor` of its own when there is more to lead to than the error code.
    """

    title: Text
    anchor: str = ""
    text: Text | None = None
    calls: tuple[Call, ...]
    before: tuple[Call, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """An error code that integrations meet: what says so, why it comes and what to do."""

    code: str
    rfc: str
    cause: Text
    remedy: Text
    cases: tuple[Case, ...]

    @property
    def anchor(self) -> str:
        """The fragment of the page where it is explained, as `error_uri` has it."""
        return self.code.replace("_", "-")


def filled(text: str, value_of: Callable[[str], str]) -> str:
    """Fill the blanks of a text."""
    return _BLANK.sub(lambda found: value_of(found[1]), text)


def has_blanks(text: str) -> bool:
    """Tell whether there is anything to fill in."""
    return _BLANK.search(text) is not None
