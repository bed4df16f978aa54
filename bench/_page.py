"""Puts the tables of a whole run into the page of the guide that shows them, so that no figure there is typed."""

import re
from pathlib import Path
from typing import Final

from bench._report import BenchError, tell
from bench._titles import Title

PAGE: Final = Path("docs/explanation/how-fast.md")
OPEN: Final = "*No figures of the last whole run: `make bench DATA=retail`, and then `make bench ARGS=--page`.*"
_HEADING: Final = re.compile(r"^(?=## )", re.MULTILINE)


def renew_page(tables: Path) -> None:
    """Renew the page from the file that a whole run wrote; raises BenchError when there is none."""
    if not tables.is_file():
        raise BenchError(f"there is no {tables}: `make bench`, without ARGS, writes it")
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), tables.read_text(encoding="utf-8")), encoding="utf-8")
    tell(f"{PAGE} shows what is in {tables}")


def renewed(page: str, tables: str) -> str:
    """Put each table into its section, and leave none of an earlier run; raises BenchError when one has no place."""
    sections = {_title(section): section for section in _HEADING.split(page)}
    sections |= {title: f"## {title}\n\n{OPEN}\n\n" for title in Title if title in sections}
    for table in filter(None, _HEADING.split(tables)):
        if _title(table) not in sections:
            raise BenchError(f'{PAGE} has no section "{_title(table)}"')
        sections[_title(table)] = f"{table.rstrip()}\n\n"
    return "".join(sections.values()).rstrip() + "\n"


def _title(section: str) -> str:
    return section.partition("\n")[0].removeprefix("## ")
