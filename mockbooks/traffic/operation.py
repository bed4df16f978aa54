"""What the server can be asked to do: one method on one path."""

from dataclasses import field
from typing import Literal

from mockbooks.frozen import dataclass

API_PREFIX = "/api/v1"
CONTROL_PREFIX = "/_mockbooks"
DASHBOARD_PREFIX = "/dashboard"

Area = Literal["api", "oauth", "control"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation; `path` ("/debtors/{id}") is relative to `prefix`, and `url` is the whole of it.

    `scope` None means that any token will do; with `needs_token` False not even a token is asked for. With `costs_room`
    False it is outside the limits on traffic. The area says whose manners hold: the reference API's, those of the RFCs
    of OAuth, or those of the control API.
    """

    operation_id: str
    method: str
    path: str
    scope: str | None = None
    needs_token: bool = True
    costs_room: bool = True
    prefix: str = API_PREFIX
    area: Area = "api"
    url: str = field(init=False)

    def __post_init__(self) -> None:
        """Put the URL together once."""
        object.__setattr__(self, "url", self.prefix + self.path)
