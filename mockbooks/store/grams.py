"""The terms that make "contains" quick: every piece of three characters, and every longer word.

A text is padded at its end, so that each of its characters and pairs begins some piece: a query of one or two is
answered by the pieces that begin with it. One of three is answered by its own piece; a longer one is narrowed down by
its pieces and then verified, and one record verified answers for all the others that hold the same word.
"""

from typing import Final

GRAM: Final = 3
# U+0000, which no field takes in and folding never gives, so that no query holds it either.
_PADDING: Final = "\0" * (GRAM - 1)


def terms_of(text: str) -> list[str]:
    """Give every term under which a folded text is filed; some come twice, which costs less than finding out."""
    padded = text + _PADDING
    terms = [padded[start : start + GRAM] for start in range(len(text))]
    terms += [word for word in text.split(" ") if len(word) > GRAM]
    return terms


def grams_of(query: str) -> set[str]:
    """Give the pieces of a query, all of which stand in every text that holds it; none where it is shorter than one."""
    return {query[start : start + GRAM] for start in range(len(query) - GRAM + 1)}


def is_exact(query: str) -> bool:
    """Tell whether the grams alone answer the query, so that nothing has to be verified."""
    return len(query) <= GRAM


def words_holding(query: str, text: str) -> list[str]:
    """Give the words of a text that hold the query."""
    return [word for word in text.split(" ") if query in word]
