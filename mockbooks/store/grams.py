"""The terms that make "contains" quick: every piece of one, two or three characters, and every longer word.

A query of up to three characters is answered by its own piece. A longer one is narrowed down by its pieces of three
and then verified; one record verified answers for all the others that hold the same word.
"""

from operator import add

LONGEST_GRAM = 3


def terms_of(text: str) -> list[str]:
    """Give every term under which a folded text is filed; some come twice, which costs less than finding out."""
    pairs = list(map(add, text, text[1:]))
    words = [word for word in text.split(" ") if len(word) > LONGEST_GRAM]
    return [*text, *pairs, *map(add, pairs, text[2:]), *words]


def grams_of(query: str) -> set[str]:
    """Give the fewest terms that every text holding the query has; none for the empty query, which all texts hold."""
    if len(query) <= LONGEST_GRAM:
        return {query} - {""}
    return {query[start : start + LONGEST_GRAM] for start in range(len(query) - LONGEST_GRAM + 1)}


def is_exact(query: str) -> bool:
    """Tell whether the grams alone answer the query, so that nothing has to be verified."""
    return len(query) <= LONGEST_GRAM


def words_holding(query: str, text: str) -> list[str]:
    """Give the words of a text that hold the query."""
    return [word for word in text.split(" ") if query in word]
