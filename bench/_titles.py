"""What the tables of a whole run are called: each is a section of the page of the guide, found by its title."""

from enum import StrEnum


class Title(StrEnum):
    """A table of this title has a place on the page, which a test holds: no run of half an hour ends without one."""

    GOALS = "The goals, and what was reached"
    PEERS = "CPU of the server, µs a request"
    STARTS = "Start and idle memory"
    WAITS = "Callers kept waiting for 10 s"
    YEAR = "A real year, booked by one client"
    GROWTH = "Calls in the process as the books grow, µs of CPU"
