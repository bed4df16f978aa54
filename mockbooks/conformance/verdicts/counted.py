"""Counts in sentences: one and many, and of which operations they are."""

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


def counted(count: int, one: Text, many: Text) -> Text:
    """Tell how many there are: "1 path", "2 paths"."""
    words = one if count == 1 else many
    return Text(f"{count} {words.en}", f"{count} {words.nl}")


def operations(count: int) -> Text:
    """Tell how many operations there are."""
    return counted(count, Text("operation", "operatie"), Text("operations", "operaties"))


@dataclass(frozen=True, slots=True)
class That:
    """What operations have in common, said of one and of many: " that adds or changes", " that add or change"."""

    one: Text
    many: Text


def of_operations(subject: Subject, count: int, total: int, *, that: That | None = None) -> Text:
    """Begin a sentence on some of the operations that were judged: "3 of the 27 operations of the resources"."""
    told = operations(total)
    whose = Text(" of the resources", " van de gevonden gegevens") if subject.guessed.found else Text("", "")
    which = (that.one if total == 1 else that.many) if that else Text("", "")
    if count == total == 1:
        return Text(f"The only operation{whose.en}{which.en}", f"De enige operatie{whose.nl}{which.nl}")
    many = ("All", "Alle") if count == total else (f"{count} of the", f"{count} van de")
    return Text(f"{many[0]} {told.en}{whose.en}{which.en}", f"{many[1]} {told.nl}{whose.nl}{which.nl}")


def declared(operation: Operation) -> Evidence:
    """Show which statuses an operation declares."""
    shown = ", ".join(response.status for response in operation.responses)
    what = Text(f"declares {shown}", f"noemt {shown}") if shown else Text("declares no response", "noemt geen response")
    return Evidence(where=operation.label, what=what)
