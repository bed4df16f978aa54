"""What the operations of the control API refuse."""

from typing import Any, Final

from tests.docs.refusals.call import Refused, asks, not_found, sends

_CONTROL: Final = "http://127.0.0.1/_mockbooks"
_YAML: Final = {"Content-Type": "application/yaml"}


def _of_nobody(operation: str, method: str, path: str, **options: Any) -> Refused:  # noqa: ANN401 - JSON
    return Refused(
        operation, "not_found", method, _CONTROL + path, {"params": {"administration": "adm_999999"}, **options}
    )


CALLS: Final = [
    _of_nobody("getInfo", "GET", "/info"),
    _of_nobody("reset", "POST", "/reset"),
    _of_nobody("getScenario", "GET", "/scenario"),
    Refused("activateScenario", "unknown_scenario", "PUT", f"{_CONTROL}/scenario", {"json": {"name": "lost-repyl"}}),
    Refused(
        "activateScenario", "malformed_yaml", "PUT", f"{_CONTROL}/scenario", {"content": "name: [", "headers": _YAML}
    ),
    Refused(
        "activateScenario", "unknown_field", "PUT", f"{_CONTROL}/scenario", {"json": {"name": "mine", "faults": []}}
    ),
    Refused("activateScenario", "scenario_media_type", "PUT", f"{_CONTROL}/scenario", {"data": {"name": "lost-reply"}}),
    _of_nobody("leaveScenario", "DELETE", "/scenario"),
    *asks("getVerdict", f"{_CONTROL}/verdict", {"not_one_of": {"format": "pdf"}}),
    *asks("listRequests", f"{_CONTROL}/requests", {"not_found": {"since": "req_nowhere"}}),
    not_found("getRequest", "GET", f"{_CONTROL}/requests/req_nowhere"),
    _of_nobody("clearRequests", "DELETE", "/requests"),
    *asks("listChanges", f"{_CONTROL}/changes", {"not_found": {"since": "yesterday"}}),
    _of_nobody("listSnapshots", "GET", "/snapshots"),
    *sends("createSnapshot", f"{_CONTROL}/snapshots", "POST", {"not_snapshot_name": {"name": "start"}, "required": {}}),
    not_found("restoreSnapshot", "POST", f"{_CONTROL}/snapshots/nowhere/restore"),
    not_found("deleteSnapshot", "DELETE", f"{_CONTROL}/snapshots/nowhere"),
    _of_nobody("getClock", "GET", "/clock"),
    *sends(
        "changeClock", f"{_CONTROL}/clock", "PUT", {"nothing_asked": {}, "not_together": {"frozen": True, "speed": 2}}
    ),
    *sends("advanceClock", f"{_CONTROL}/clock/advance", "POST", {"number_not_above": {"seconds": -1}, "required": {}}),
    _of_nobody("getControlledLimits", "GET", "/limits"),
    *sends("changeLimits", f"{_CONTROL}/limits", "PUT", {"required": {}}),
    _of_nobody("expireTokens", "POST", "/tokens/expire", json={}),
    _of_nobody("revokeTokens", "POST", "/tokens/revoke", json={}),
    _of_nobody("getTrialBalance", "GET", "/books/trial-balance"),
    _of_nobody("listPostings", "GET", "/books/postings"),
    _of_nobody("dumpBooks", "GET", "/books/dump"),
    *sends("replaceBooks", f"{_CONTROL}/books", "PUT", {"required": {}}),
    *sends("createAdministration", f"{_CONTROL}/administrations", "POST", {"blank": {"name": " "}}),
    not_found("deleteAdministration", "DELETE", f"{_CONTROL}/administrations/adm_999999"),
    Refused("deleteAdministration", "cannot_delete_demo", "DELETE", f"{_CONTROL}/administrations/demo"),
]
