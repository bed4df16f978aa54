"""Journals: the books that bookings go in. With Xero a journal is an entry with lines, elsewhere a log."""

import re
from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

JOURNALS: Final = Signs(
    names={
        **rated(
            sure="dagboek daybook ledgerjournal accountingjournal financialjournal journaltype dagboekcode journalcode",
            likely="journal voucherserie voucherseries boek bookjournal",
            possible="journalgroup",
        ),
        "book": 0.45,
    },
    against=table(
        "entry line log audit event manual batch item transaction booking boeking post access api system general"
        " document posting activity report recurring request change webhook history bookmark guest hotel"
    ),
    fields={
        **weighing(0.15, "code journalcode journaltype type soort dagboeksoort dagboekcode"),
        **weighing(0.1, "description omschrijving name naam"),
        **weighing(0.1, "ledgeraccountid ledgeraccount grootboek glaccount account nextnumber currency bankaccount"),
    },
    strange={
        **weighing(0.6, "line journalline lineitem journalentryline debit credit amount transaction entry entrie"),
        **weighing(0.4, "journaldate date message level actor ipaddress useragent user method statuscode event"),
    },
    ambiguous=table("journal book boek"),
    proof=table(
        "code journalcode type journaltype soort dagboeksoort dagboekcode nextnumber ledgeraccountid ledgeraccount"
        " glaccount number nummer"
    ),
    unproven=0.15,
    marks=table(
        f"{LABELS} "
        "code journalcode journaltype type soort dagboeksoort dagboekcode description omschrijving name naam"
        " number nummer title"
    ),
    unlike=re.compile(
        r"audit|\blog\b|who changed|changes made|activity|entries|boekingen|journaalposten", re.IGNORECASE
    ),
)
