"""The faults: every kind of misbehaviour there is, in the order of the documentation. This table is the list."""

from typing import Any, Final

from mockbooks.faults import (
    bookkeeper,
    delay,
    dribble,
    drift_pages,
    drop_connection,
    empty,
    expire_token,
    fail,
    loose_search,
    lose_refresh_reply,
    malformed,
    rate_limit,
    reject_refresh,
    reshape,
    respond,
    revoke_consent,
    stale_reads,
    truncate,
)
from mockbooks.stage.fault import Fault

FAULTS: Final[tuple[Fault[Any], ...]] = (
    delay.FAULT,
    fail.FAULT,
    respond.FAULT,
    drop_connection.FAULT,
    truncate.FAULT,
    empty.FAULT,
    malformed.FAULT,
    dribble.FAULT,
    rate_limit.FAULT,
    expire_token.FAULT,
    revoke_consent.FAULT,
    reject_refresh.FAULT,
    lose_refresh_reply.FAULT,
    stale_reads.FAULT,
    loose_search.FAULT,
    drift_pages.FAULT,
    reshape.FAULT,
    bookkeeper.FAULT,
)
