"""The overview at `/`: everything that one wants to have in sight, each from the file of its section."""

from mockbooks.control.info import counts_of
from mockbooks.web.dashboard import clock, connection, limits, requests, scenario, verdict
from mockbooks.web.dashboard.visit import Shown, Visit


def page(visit: Visit) -> Shown:
    """Show how to connect, scenario and verdict, clock and limits, and the newest requests."""
    return Shown(
        template="overview.html",
        values={
            "connection": connection.shown(visit),
            "scenario": scenario.shown(visit),
            "verdict": verdict.shown(visit),
            "clock": clock.shown(visit),
            "limits": limits.shown(visit),
            "requests": requests.newest(visit),
            "counts": counts_of(visit.administration),
        },
    )
