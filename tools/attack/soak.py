"""The soak: 200 000 requests, each with a body of 64 KiB; the memory of the server must level off."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import monotonic

from tools.attack.caller import Answer, Caller, request
from tools.attack.curve import Mark, Sample, drawn
from tools.attack.progress import running
from tools.attack.results import PICTURE, Result, spaced
from tools.attack.soak_story import Story, stories
from tools.attack.target import MEBIBYTE, Target, target

CHAPTER = "The soak"
REQUESTS, CALLERS = 200_000, 4
_TELLINGS = 10
# What the last third may add: allocators breathe, and what is remembered has reached its bounds long before.
MOST_GROWTH_BYTES = 8 * MEBIBYTE
_SCENARIO = Path(__file__).with_name("soak_scenario.yaml")
# The bounds of what is counted below; the request log is full when it holds no more than at the look before.
_BOUNDS = {"idempotency keys": 10_000, "access tokens": 20_000, "snapshots": 50, "administrations": 250}


@dataclass
class Sent:
    """How much of each has been sent that the server remembers within a bound."""

    requests: int = 0
    keys: int = 0
    tokens: int = 0
    snapshots: int = 0
    administrations: int = 0
    logged: int = 0

    def count(self, message: bytes) -> None:
        """Count a request."""
        self.requests += 1
        self.keys += b"\r\nidempotency-key:" in message[:400]
        self.tokens += message.startswith(b"POST /oauth/token")
        self.snapshots += message.startswith(b"POST /_mockbooks/snapshots")
        self.administrations += message.startswith(b"POST /_mockbooks/administrations")

    def reached(self, logged: int) -> Iterator[str]:
        """Name the bounds that have been reached."""
        if self.logged and logged <= self.logged:
            yield "request log (64 MiB)"
        self.logged = logged
        for (name, bound), count in zip(
            _BOUNDS.items(), (self.keys, self.tokens, self.snapshots, self.administrations), strict=True
        ):
            if count >= bound:
                yield f"{spaced(bound)} {name}"


def attack(requests: int = REQUESTS, *, draws: bool = True) -> Iterator[Result]:
    """Run the soak, and draw the curve."""
    with target(f"--scenario={_SCENARIO}") as server:
        samples, marks, seconds = _run(server, requests)
    if draws:
        PICTURE.write_text(drawn(samples, marks), encoding="utf-8")
    yield _judged(samples, seconds)


def _run(server: Target, requests: int) -> tuple[list[Sample], list[Mark], float]:
    sent, samples, marks = Sent(), list[Sample](), list[Mark]()
    callers = [(Caller(server), tale) for tale in stories(CALLERS)]
    operator, started, next_look = Caller(server), monotonic(), 0.0

    def look() -> None:
        samples.append(Sample(monotonic() - started, sent.requests, server.resident_bytes()))
        told = {mark.name for mark in marks}
        marks.extend(Mark(name, samples[-1]) for name in sent.reached(_logged(operator)) if name not in told)

    waiting, told = [next(tale) for _, tale in callers], 0
    while sent.requests < requests:
        if sent.requests * _TELLINGS >= requests * told:
            running(f"the soak: {spaced(sent.requests)} of {spaced(requests)} requests")
            told += 1
        if monotonic() - started >= next_look:
            look()
            next_look += 1
        waiting = _round(callers, waiting, sent)
    look()
    return samples, marks, monotonic() - started


def _round(
    callers: list[tuple[Caller, Story]], waiting: list[tuple[bytes, int]], sent: Sent
) -> list[tuple[bytes, int]]:
    """Have every caller send what it has to say, and then read the answers: the server always has something to do."""
    for (caller, _), (message, _) in zip(callers, waiting, strict=True):
        caller.send(message)
        sent.count(message)
    return [
        tale.send(_expected(caller.receive(), status, message))
        for (caller, tale), (message, status) in zip(callers, waiting, strict=True)
    ]


def _expected(answer: Answer, status: int, message: bytes) -> Answer:
    if status and answer.status != status:
        raise RuntimeError(f"{answer.status} instead of {status} for {message[:200]!r}: {answer.body[:500]!r}")
    return answer


def _logged(operator: Caller) -> int:
    """Ask how many exchanges are in the request log."""
    told = json.loads(operator.ask(request("GET", "/_mockbooks/info")).body)
    return int(told["data"]["counts"]["requests"])


def _judged(samples: list[Sample], seconds: float) -> Result:
    grown = growth_of_last_third(samples)
    last = samples[-1]
    came = (
        f"in {seconds:.0f} s from {samples[0].resident_bytes / MEBIBYTE:.0f} to "
        f"{last.resident_bytes / MEBIBYTE:.0f} MiB; over the last third {grown / MEBIBYTE:+.1f} MiB "
        f"(allowed: {MOST_GROWTH_BYTES / MEBIBYTE:.0f})"
    )
    return Result(f"{spaced(last.requests)} requests, each with a body of 64 KiB", came, grown <= MOST_GROWTH_BYTES)


def growth_of_last_third(samples: list[Sample]) -> float:
    """Compare the beginning and the end of the last third, each as the mean of a tenth of all samples."""
    few = max(1, len(samples) // 10)
    begin = len(samples) * 2 // 3
    return _level(samples[-few:]) - _level(samples[begin : begin + few])


def _level(samples: list[Sample]) -> float:
    return mean(each.resident_bytes for each in samples)
