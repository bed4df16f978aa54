"""Every parser of ours, by where its text comes from; a test holds that no function that reads texts is left out."""

from tests.fuzz.parser import Parser
from tests.fuzz.parsers import (
    bodies,
    books,
    fields,
    files,
    headers,
    json_texts,
    oauth,
    requests,
    secrets,
    trade,
    vendors,
)

PARSERS: dict[str, Parser] = {
    parser.name: parser
    for module in (json_texts, bodies, fields, trade, headers, oauth, secrets, files, vendors, books, requests)
    for parser in module.PARSERS
}
