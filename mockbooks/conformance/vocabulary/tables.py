"""Tables of names, written as lines of words so that they can be read and added to."""


def table(names: str) -> frozenset[str]:
    """Make a table of names with spaces between them."""
    return frozenset(names.split())
