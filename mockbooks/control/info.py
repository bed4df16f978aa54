"""What is running: counts of what an administration holds."""

from mockbooks.administration import Administration
from mockbooks.control.snapshots import COUNTED


def counts_of(administration: Administration) -> dict[str, int]:
    """Count records, exchanges in the log, snapshots, and callers that are being kept waiting."""
    records = {told: len(administration.books.named(name)) for told, name in COUNTED.items()}
    return {
        **records,
        "requests": len(administration.request_log),
        "snapshots": len(tuple(administration.snapshots)),
        "waiting": len(administration.waits),
    }
