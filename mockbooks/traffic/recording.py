"""Writing an exchange down: in the request log of the administration that it concerns, and for its scenario."""

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.surroundings import Surroundings


def arrive(exchange: Exchange, concerned: Surroundings) -> None:
    """Note when an exchange begins, on the clock and among the others of the administration that it concerns."""
    log = concerned.request_log
    exchange.concerned = concerned
    exchange.received_at = concerned.clock.now()
    exchange.began, exchange.log_life, exchange.era = log.tick(), log.life, concerned.era


def record(exchange: Exchange, sent: Answer) -> None:
    """Note an exchange that went through the steps; one that concerns no administration is noted nowhere.

    One that came before the log was emptied belongs to a log that is gone, and one that came before the books were put
    back is nothing to judge by; a reset does both.
    """
    concerned = exchange.concerned
    if concerned is None or exchange.received_at is None:
        return
    entry = Entry(
        request_id=exchange.request_id,
        received_at=exchange.received_at,
        answered_at=concerned.clock.now(),
        method="HEAD" if exchange.is_head else exchange.method,
        path=exchange.path,
        query_string=exchange.query_string,
        headers=exchange.headers,
        body=exchange.body,
        body_bytes=len(exchange.body),
        operation_id=exchange.operation.operation_id if exchange.operation else None,
        client_id=exchange.client_id,
        answer=exchange.true_answer or sent,
        sent=sent,
        began=exchange.began,
        injected=exchange.injected,
        caller_left=exchange.caller_left,
        waited_seconds=exchange.waited_seconds,
        era=exchange.era,
        fired=tuple(exchange.fired),
    )
    is_of_books = exchange.era == concerned.era
    concerned.request_log.add(entry, exchange.log_life)
    if is_of_books and concerned.injector is not None:
        with entry.read_once():
            concerned.injector.see(entry)
