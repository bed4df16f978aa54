"""Recognising mockbooks by its answer: something else may listen there, and answer all that it is asked."""

from typing import Any

from mockbooks.asking.call import Success
from mockbooks.asking.no_answer import not_mockbooks


def told_by_mockbooks(answer: Success, *texts: str) -> dict[str, Any]:
    """Give what an answer is about; raises NoAnswerError where one of these texts is not in it."""
    data = answer.data()
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in texts):
        raise not_mockbooks()
    return data
