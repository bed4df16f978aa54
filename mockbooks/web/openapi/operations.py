"""What is added to the operations that flask-smorest described: scopes, shared parameters, answers and examples."""

from typing import Any, Final

from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import Operation
from mockbooks.web.openapi import headers, refusals
from mockbooks.web.openapi.examples import OperationExample, Shown

Json = dict[str, Any]

PARAMETERS: Final[Json] = {
    "IdempotencyKey": {
        "in": "header",
        "name": "Idempotency-Key",
        "description": (
            "A key of your own, such as a UUID. The same key and body within 24 hours gives the stored answer again, "
            "a refusal too, and does nothing twice; the same key with another body is 400 `idempotency_key_reused`. "
            "After a refusal, send what you put right under a new key."
        ),
        "schema": {"type": "string", "minLength": 1, "maxLength": 128, "examples": ["order-1001"]},
    },
    "RequestId": {
        "in": "header",
        "name": "X-Request-Id",
        "description": (
            "Your own id of this request: 1 to 128 letters, digits, dots, hyphens and underscores are echoed; "
            "anything else is replaced by an id of the server."
        ),
        "schema": {"type": "string", "examples": ["shop-4711"]},
    },
    "AcceptLanguage": {
        "in": "header",
        "name": "Accept-Language",
        "description": "Language of error texts (RFC 9110, section 12.5.4): en or nl; anything else gives en.",
        "schema": {"type": "string", "examples": ["nl"]},
    },
}


def complete(described: Json, operation: Operation) -> None:
    """Add to an operation what is the same for all."""
    posts = operation.method == "POST"
    shared = ("IdempotencyKey", "RequestId", "AcceptLanguage") if posts else ("RequestId", "AcceptLanguage")
    described["parameters"] += [{"$ref": f"#/components/parameters/{name}"} for name in shared]
    success = described["responses"]["200"]
    lists = operation.operation_id.startswith("list")
    own = (*(["Link"] if lists else []), *(["Idempotency-Replayed"] if posts else []))
    success["headers"] = headers.references(own)
    success["description"] = "Succeeded."
    described["responses"] = {"200": success, **refusals.references(operation)}
    described["security"] = _ways_in(operation)


def _ways_in(operation: Operation) -> list[Json]:
    """Say how to get in: with any access token, or by OAuth with the scope that is needed."""
    if not operation.needs_token:
        return []
    return [{"bearer": []}, {"oauth2": [operation.scope] if operation.scope else []}]


def give_example(described: Json, example: OperationExample) -> None:
    """Show an operation: the id in its path, what is sent, and what comes back."""
    for parameter in described["parameters"]:
        if parameter.get("in") == "path":
            parameter["example"] = example.id
    sent = [call.sent for call in example.calls if call.sent]
    if sent:
        bodies = {one.name: {"summary": one.summary, "value": one.body} for one in sent}
        described["requestBody"]["description"] = "What to write, as a JSON object."
        described["requestBody"]["content"][JSON]["examples"] = bodies
    answers = {_name_of(call): _answer(call) for call in example.calls}
    described["responses"]["200"]["content"][JSON]["examples"] = answers


def _name_of(call: Shown) -> str:
    return call.sent.name if call.sent else "answer"


def _answer(call: Shown) -> Json:
    return {"summary": call.sent.summary if call.sent else "What comes back", "value": call.answer}
