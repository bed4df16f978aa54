"""Going back to the start: the state in which the server or the active scenario began an administration."""

from mockbooks.administration import Administration


def reset(administration: Administration) -> None:
    """Go back to the start: books, clock, limits, scenario with its counters, and an empty request log.

    Tokens stay, and those that do not expire are good again whatever was done to them. Snapshots stay as well.
    """
    administration.reset()
    administration.tokens.renew_lasting(administration.id)
