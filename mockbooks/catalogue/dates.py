"""Codes for a date or moment that is not written as one, or lies where it cannot."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="dates",
    title=Text("Values: dates and moments", "Waarden: datums en tijdstippen"),
    introduction=Text(
        "A date is a day of the calendar without a zone; a moment has a time and a zone.",
        "Een datum is een kalenderdag zonder tijdzone; een tijdstip heeft een tijd en een tijdzone.",
    ),
    entries=(
        Entry(
            code="not_date",
            title=Text("Not a date", "Geen datum"),
            detail=Text(
                "This must be an existing date written as YYYY-MM-DD; what came is {came}.",
                "Dit moet een bestaande datum zijn, geschreven als JJJJ-MM-DD; ontvangen: {came}.",
            ),
            cause=Text(
                "Another order, a two-digit year, a time or zone behind the date, or a day that does not exist. "
                "A date with a zone is how bookings end up a day early.",
                "Een andere volgorde, een jaartal van twee cijfers, een tijd of tijdzone achter de datum, of een dag "
                "die niet bestaat. Een datum met tijdzone is hoe boekingen een dag te vroeg terechtkomen.",
            ),
            remedy=Text(
                "Send the calendar date only, as it stands on the invoice: 2026-11-23.",
                "Stuur alleen de kalenderdatum, zoals die op de factuur staat: 2026-11-23.",
            ),
            field_only=True,
            example={"came": '"23-11-2026"'},
            example_pointer="/date",
        ),
        Entry(
            code="not_moment",
            title=Text("Not a moment", "Geen tijdstip"),
            detail=Text(
                "This must be a moment with a zone, such as 2026-11-23T10:15:30Z; what came is {came}.",
                "Dit moet een tijdstip met tijdzone zijn, zoals 2026-11-23T10:15:30Z; ontvangen: {came}.",
            ),
            cause=Text(
                "The value is a date without a time, has no zone, or does not follow RFC 3339.",
                "De waarde is een datum zonder tijd, heeft geen tijdzone, of volgt RFC 3339 niet.",
            ),
            remedy=Text(
                "Send the moment in UTC with a Z behind it. In a query string, write a plus sign as %2B.",
                "Stuur het tijdstip in UTC met een Z erachter. Schrijf een plusteken in een querystring als %2B.",
            ),
            field_only=True,
            example={"came": '"2026-11-23"'},
            example_parameter="updatedSince",
        ),
        Entry(
            code="moment_out_of_range",
            title=Text("Moment out of range", "Tijdstip buiten bereik"),
            detail=Text(
                "This must be a moment from {first} to {last}; what came is {came}.",
                "Dit moet een tijdstip zijn van {first} tot en met {last}; ontvangen: {came}.",
            ),
            cause=Text(
                "The books know no VAT rates before that time, and have no room for due dates after it.",
                "De boeken kennen geen btw-tarieven van voor die tijd, en hebben geen ruimte voor vervaldata erna.",
            ),
            remedy=Text("Choose a moment in between.", "Kies een tijdstip daartussen."),
            field_only=True,
            example={
                "came": '"1999-12-31T00:00:00Z"',
                "first": "2003-01-01T00:00:00Z",
                "last": "2999-12-31T00:00:00Z",
            },
            example_pointer="/now",
        ),
        Entry(
            code="due_date_before_date",
            title=Text("Due date before the date", "Vervaldatum vóór de boekdatum"),
            detail=Text(
                "The due date {dueDate} lies before the date {date}.",
                "De vervaldatum {dueDate} ligt vóór de boekdatum {date}.",
            ),
            cause=Text(
                "An invoice cannot be due before it exists: often day and month were swapped.",
                "Een factuur kan niet vervallen voordat zij bestaat: vaak zijn dag en maand verwisseld.",
            ),
            remedy=Text(
                "Correct one of the two, or leave dueDate out: it then follows from the payment term.",
                "Verbeter een van beide, of laat dueDate weg: dan volgt de vervaldatum uit de betaalconditie.",
            ),
            field_only=True,
            example={"dueDate": "2026-04-03", "date": "2026-11-23"},
            example_pointer="/dueDate",
        ),
    ),
)
