"""Judging a live API: get in, ask every check, and clean up, whatever happens on the way."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mockbooks.conformance.check import Check, ask_all
from mockbooks.conformance.checks import ASKING, LOOKING_BACK
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.judgement import Judgement, Measurement, gather
from mockbooks.conformance.live.access import Credentials, token_in
from mockbooks.conformance.live.cleaning import clean
from mockbooks.conformance.live.obstacle import NO_SUCCESS
from mockbooks.conformance.live.planning import plan
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.root_cause import root_cause, sentence
from mockbooks.conformance.live.saying import untold
from mockbooks.conformance.live.session import Session, UnaskableError
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.masked import Mask
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.environment import variables_in
from mockbooks.conformance.vendor.model import Noun, Vendor
from mockbooks.conformance.wire.client import AuthorityError, Client, trusting
from mockbooks.conformance.wire.exchange import Exchange
from mockbooks.conformance.wire.trouble import UNFINISHED
from mockbooks.texts import Text

__all__ = ["CheckError", "Credentials", "judge", "plan", "target_of", "unjudged"]

USUAL_SECONDS: Final = 10.0
_URL: Final = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", re.IGNORECASE)
# RFC 9110, sections 15.5.5, 15.5.6 and 15.5.11: there is no such thing here.
_MISSING: Final = frozenset({404, 405, 410})
_NOTHING_THERE: Final = Text(
    "none of the lists of the vendor file is there, so that may not be the base URL",
    "geen van de lijsten uit het leveranciersbestand is er, dus dat is misschien niet de basis-URL",
)
_FORM: Final = Text("live API", "werkende API")
_ITS_OWN: Final = frozenset({"C1", "C2"})
_REPROACHES: Final = frozenset({Outcome.PARTLY, Outcome.NOT_MET})
_MOST_SECONDS: Final = 600.0
_MOST_CLEANING_SECONDS: Final = 120.0


class CheckError(Exception):
    """An API cannot be judged at all: it cannot be reached, or does not let the run in; `what` says why."""

    def __init__(self, what: Text) -> None:
        """Keep the sentence."""
        super().__init__(what.en)
        self.what = what


def target_of(  # noqa: PLR0913 - all that a run takes from outside comes in here
    vendor: Vendor,
    base_url: str,
    *,
    run: str,
    credentials: Credentials,
    allow_writes: bool,
    now: Callable[[], datetime],
    seconds: Callable[[], float],
    sleep: Callable[[float], None],
    authority: Path | None = None,
    timeout_seconds: float = USUAL_SECONDS,
    environment: Mapping[str, str] = os.environ,
) -> Target:
    """Make the target of a run, of which `run` is the name.

    Raises CheckError for a URL or CA that cannot be used, and for what the vendor file leaves to the environment and is
    not there.
    """
    if not _is_url(base_url):
        # A password would stand in all evidence.
        en = "the URL of an API is such as https://api.example.com/v1, without user, query and fragment"
        raise CheckError(Text(en, "de URL van een API is zoals https://api.example.com/v1, zonder gebruiker en query"))
    variables = _variables(vendor, environment)
    try:
        client = Client(timeout_seconds=timeout_seconds, clock=seconds, context=trusting(authority))
    except AuthorityError as error:
        raise CheckError(Text(str(error), str(error))) from None
    session = Session(
        vendor=vendor,
        base_url=base_url,
        client=client,
        credentials=credentials,
        sleep=sleep,
        allow_writes=allow_writes,
        variables=variables,
    )
    return Target(session=session, run=run, now=now, seconds=seconds)


def _is_url(text: str) -> bool:
    """Tell whether a text is the URL of an API, with a host and a port that can be read."""
    try:
        return bool(_URL.fullmatch(text)) and urlsplit(text).port != 0
    except ValueError:
        return False


def _variables(vendor: Vendor, environment: Mapping[str, str]) -> Mapping[str, str]:
    """Take what the vendor file leaves to the environment."""
    names = sorted(variables_in(vendor))
    if missing := [name for name in names if not environment.get(name)]:
        listed = ", ".join(missing)
        en = f"the vendor file takes values from variables of the environment that are not set: {listed}"
        nl = f"het leveranciersbestand neemt waarden uit omgevingsvariabelen die er niet zijn: {listed}"
        raise CheckError(Text(en, nl))
    return {name: environment[name] for name in names}


def judge(target: Target) -> Judgement:
    """Ask every check of an API; raises CheckError where it cannot be reached or refuses the credentials.

    What was made is taken away at the end, also after an error or Ctrl+C; what could not be is in `target.left`. An API
    may quote what it was sent, so secrets are masked in all that is said.
    """
    mask = Mask(plain=target.session.mask)
    try:
        return mask.judgement(_judged(target))
    except CheckError as error:
        raise CheckError(mask.text(error.what)) from None
    finally:
        target.left[:] = map(mask.text, target.left)


def _judged(target: Target) -> Judgement:
    began, judged_at = target.seconds(), target.now()
    target.session.start_anew(_MOST_SECONDS)
    _get_in(target)
    try:
        findings = [finding for check in ASKING for finding in _asked(check, target)]
    finally:
        target.session.start_anew(_MOST_CLEANING_SECONDS)
        clean(target)
    findings += ask_all(LOOKING_BACK, target)
    cause = unjudged(target)
    return Judgement(
        manner="check",
        name=target.vendor.name,
        source=target.session.base_url,
        form=_FORM,
        judged_at=judged_at,
        seconds=target.seconds() - began,
        conditions=gather(findings if cause is None else _spared(findings, cause)),
        measurements=_measured(target),
        method=_method(target) if cause is None else (sentence(cause), *_method(target)),
    )


def unjudged(target: Target) -> Text | None:
    """Say why nothing of an API could be judged, where not one of its calls succeeded; None where one did."""
    cause = root_cause(target.replies)
    return cause and Mask(plain=target.session.mask).text(cause)


def _spared(findings: Sequence[Finding], cause: Text) -> list[Finding]:
    """Blame nobody for what was not seen: where nothing succeeded, the rest cannot be told, and the cause is C1's."""
    why = replace(NO_SUCCESS, what=cause)
    return [
        replace(
            untold(finding.condition, why, *finding.evidence, is_preferred=finding.is_preferred), check=finding.check
        )
        if finding.condition not in _ITS_OWN and finding.outcome in _REPROACHES
        else finding
        for finding in findings
    ]


def _asked(check: Check[Target], target: Target) -> list[Finding]:
    """Ask one check; where the vendor file gives no value for what it needs, it can tell nothing."""
    try:
        return list(ask_all([check], target))
    except UnaskableError as error:
        return [replace(untold(condition, error.why), check=check.name) for condition in check.conditions]


def _get_in(target: Target) -> None:
    credentials, session = target.session.credentials, target.session
    session.token = credentials.token
    if session.token is None and credentials.has_client:
        target.token_exchange = _token(target)
    lists = (reply for noun in Noun if (reply := target.listing(noun)) is not None)
    first = next(lists, None)
    if first is not None:
        _refuse_closed_door(target, first)
        if _is_missing(first) and all(map(_is_missing, lists)):
            raise _unreachable(target, _NOTHING_THERE)


def _is_missing(reply: Reply) -> bool:
    return reply.status in _MISSING


def _token(target: Target) -> Exchange:
    oauth = target.session.oauth()
    if oauth is None:
        raise CheckError(
            Text(
                "Neither the vendor file (oauth.tokenUrl) nor the server says where a token is got.",
                "Het leveranciersbestand (oauth.tokenUrl) en de server zeggen niet waar een token te krijgen is.",
            )
        )
    exchange = target.session.get_token(oauth)
    if exchange.trouble is not None:
        raise _unreachable(target, exchange.trouble.what)
    if token_in(exchange) is None:
        status = exchange.answer.status if exchange.answer else 0
        url = exchange.request.url
        raise CheckError(
            Text(
                f"{url} gives no token for these credentials: status {status}.",
                f"{url} geeft geen token met deze gegevens: status {status}.",
            )
        )
    return exchange


def _refuse_closed_door(target: Target, first: Reply) -> None:
    trouble = first.exchange.trouble if first.exchange else None
    if trouble is not None and trouble.kind not in UNFINISHED:
        raise _unreachable(target, trouble.what)
    if first.status == 401:  # noqa: PLR2004 - RFC 6750, section 3.1
        refused = (
            Text(
                "refuses a call without a token: give --token, or --client-id and --client-secret",
                "weigert een aanroep zonder token: geef --token, of --client-id en --client-secret",
            )
            if target.session.token is None
            else Text("refuses the token", "weigert het token")
        )
        url = target.session.base_url
        raise CheckError(Text(f"{url} {refused.en} ({first.outcome}).", f"{url} {refused.nl} ({first.outcome})."))


def _unreachable(target: Target, why: Text) -> CheckError:
    url = target.session.base_url
    return CheckError(Text(f"{url} cannot be judged: {why.en}.", f"{url} is niet te beoordelen: {why.nl}."))


def _measured(target: Target) -> Sequence[Measurement]:
    exchanges = target.session.client.exchanges
    answered = [exchange.seconds for exchange in exchanges if exchange.answer is not None]
    slowest = max(answered, default=0.0)
    return (
        Measurement(name=Text("Calls", "Aanroepen"), value=str(len(exchanges))),
        Measurement(
            name=Text("Calls without an answer", "Aanroepen zonder antwoord"), value=str(len(exchanges) - len(answered))
        ),
        Measurement(name=Text("Slowest answer", "Traagste antwoord"), value=_seconds(slowest)),
    )


def _seconds(seconds: float) -> Text:
    shown = f"{seconds:.2f} s"
    return Text(shown, shown.replace(".", ","))


def _method(target: Target) -> Sequence[Text]:
    written = (
        Text(
            f"Records were made for it, named after the run {target.run}, and taken away as far as the API allows.",
            f"Er zijn gegevens voor gemaakt, genoemd naar de run {target.run}, en weggehaald voor zover dat kan.",
        )
        if any(reply.exchange and reply.exchange.request.method != "GET" for reply in target.replies)
        else Text(
            "Nothing was written: what was there was used.", "Er is niets geschreven: wat er al was, is gebruikt."
        )
    )
    made = Text(
        "Every condition was tried out by calls of the API, by the names of the vendor file.",
        "Elke voorwaarde is uitgeprobeerd met aanroepen van de API, met de namen uit het leveranciersbestand.",
    )
    return (made, written, *target.left)
