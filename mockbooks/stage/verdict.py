"""What an expectation comes to: passed, failed or not exercised, and what shows it."""

from dataclasses import field
from typing import Literal

from mockbooks.frozen import dataclass

State = Literal["passed", "failed", "not_exercised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one expectation ended: a plain sentence with the figures, and the requests that led to it."""

    state: State
    detail: str
    request_ids: tuple[str, ...] = field(default=())
