"""What surrounds the API, as plain values: requests, answers, the steps around an action, time and idempotency."""
