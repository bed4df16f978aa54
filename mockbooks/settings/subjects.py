"""What the settings are about: the headings under which help and documentation show them, in that order."""

from enum import StrEnum


class Subject(StrEnum):
    """What a setting is about, as people read it."""

    ADDRESS = "Where it is found"
    BOOKS = "Books at the start"
    TIME = "Time and closed periods"
    SCENARIO = "Scenarios"
    TRAFFIC = "Limits on traffic"
    OAUTH = "OAuth"
    TLS = "TLS"
    CONTROL = "Control API"
    BOUNDS = "Bounds on what is read"
    PROCESS = "Running and stopping"
