"""What a vendor file must not say although each part of it is in order: what is empty, or harms what is there."""

from collections.abc import Iterator

from mockbooks.conformance.vendor.calls import leaves, names_in, names_in_call
from mockbooks.conformance.vendor.model import SEARCHES, Call, Noun, Resource, Vendor
from mockbooks.conformance.vendor.runs import names_of_run


def senseless(vendor: Vendor) -> Iterator[tuple[str, str]]:
    """Complain of it: the pointer of what it is about, and the sentence."""
    for noun, resource in vendor.resources.items():
        at = f"/resources/{noun}"
        if resource == Resource():
            yield at, "nothing stands here: leave it out, or write null where the API has no use for it"
        elif resource is not None and resource.create is not None:
            yield from _of_creation(vendor, noun, resource, resource.create, f"{at}/create")
    if vendor.limits is not None and vendor.limits.call is not None and vendor.limits.remaining is None:
        yield "/limits", '"remaining" is missing here: where the room stands in the answer to the call'


def _of_creation(vendor: Vendor, noun: Noun, resource: Resource, call: Call, at: str) -> Iterator[tuple[str, str]]:
    """Ask that what is made bears the name of the run, also where an API takes it for what is there by that value."""
    ours = names_of_run(vendor.values)
    if not ours & names_in_call(call):
        names = ", ".join(f"${{{name}}}" for name in sorted(ours))
        yield at, f"what it makes could not be told from what was there: one of these must stand in it: {names}"
    keys = {pointer.rpartition("/")[2]: by for by in SEARCHES.get(noun, ()) if (pointer := resource.fields.get(by))}
    for key, text in leaves(call.body):
        by = "email" if noun is Noun.DEBTORS and "@" in text else keys.get(key, "date")
        if by != "date" and not ours & set(names_in(text)):
            told = f'"{text}" may be the {by} of what is there, which would be overwritten and removed'
            yield at, f"{told}: write ${{{by}}}, or a text with ${{run}} in it"
