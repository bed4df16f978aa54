"""Taking away what a run has made, the last first, as far as the API allows; what stays is told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mockbooks.conformance.live.records import Made
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

_LONGEST: Final = 200
_NOT_OURS: Final = Text(
    "it was not seen to bear the name of the run, so it was not touched",
    "er was niet te zien dat het de naam van de run draagt, dus is het niet aangeraakt",
)


def clean(target: Target) -> None:
    """Undo what was made, in reverse order; what could not be undone is in `target.left`.

    An interruption ends it, and then everything that is still there is told.
    """
    while target.made:
        made = target.made.pop()
        try:
            target.left.extend(_undone(target, made))
        except BaseException:
            interrupted = Text("the clean-up was interrupted", "het opruimen is onderbroken")
            target.left.extend(_told(each, interrupted) for each in (made, *reversed(target.made)))
            raise


def _undone(target: Target, made: Made) -> Iterator[Text]:
    if made.id is None:
        yield from _undone_if_found(target, made)
        return
    if (made.noun, str(made.id)) in target.gone:
        return
    target.gone.add((made.noun, str(made.id)))
    call = target.resource(made.noun).remove
    if call is None:
        yield _told(
            made,
            Text(
                "the vendor file names no call that removes it",
                "het leveranciersbestand noemt geen aanroep die het verwijdert",
            ),
        )
        return
    if not str(made.id).strip("./ ") or not target.is_of_run(made):
        yield _told(made, _NOT_OURS)
        return
    reply = target.ask(made.noun, call, {"id": made.id})
    if not reply.succeeded and reply.status != 404:  # noqa: PLR2004 - it is gone
        yield _told(made, _why(reply))
    elif call.method != "DELETE":
        yield _undone_only(made, reply)


def _undone_if_found(target: Target, made: Made) -> Iterator[Text]:
    """Look for what may have been made without its id being told, and undo exactly that."""
    found = target.recall(made)
    if found is None:
        yield _told(
            made,
            Text(
                "it may have been made: no id came back, and it was not found",
                "het kan zijn gemaakt: er kwam geen id terug, en het is niet gevonden",
            ),
        )
        return
    for identifier in found:
        yield from _undone(target, replace(made, id=identifier))


def _why(reply: Reply) -> Text:
    if reply.fault is not None:
        return reply.fault.what
    words = reply.description or ""
    told = f": {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}" if words else ""
    return Text(f"{reply.outcome}{told}", f"{reply.outcome}{told}")


def _undone_only(made: Made, reply: Reply) -> Text:
    """Tell of what books never forget, such as a transaction that is reversed."""
    one = NOUNS[made.noun].one
    return Text(
        f"Undone, and still to be seen: {one.en} {made.id} ({reply.call}).",
        f"Ongedaan gemaakt, en nog te zien: {one.nl} {made.id} ({reply.call}).",
    )


def _told(made: Made, why: Text) -> Text:
    one = NOUNS[made.noun].one
    name = "" if made.id is None else f" {made.id}"
    return Text(f"Left behind: {one.en}{name} ({why.en}).", f"Achtergebleven: {one.nl}{name} ({why.nl}).")
