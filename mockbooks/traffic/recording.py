"""Writing an exchange down: in the request log of the administration that it concerns, and for its scenario."""

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.request_log import Entry


def record(exchange: Exchange, sent: Answer) -> None:
    """Note an exchange that went through the steps; one that concerns no administration is noted nowhere."""
    concerned = exchange.concerned
    if concerned is None or exchange.received_at is None:
        return
    entry = Entry(
        number=concerned.request_log.next_number(),
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
        ended=concerned.request_log.tick(),
        injected=exchange.injected,
        caller_left=exchange.caller_left,
        fired=tuple(exchange.fired),
    )
    concerned.request_log.add(entry)
    if concerned.injector is not None:
        concerned.injector.see(entry)
