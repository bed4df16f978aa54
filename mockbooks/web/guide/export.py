"""Writes the guide out as a site of plain files, for any static host or straight from the disk: `make site`."""

import shutil
import sys
from pathlib import Path
from typing import Final

from mockbooks.web.guide.contents import PAGES
from mockbooks.web.guide.links import InFolder
from mockbooks.web.guide.page import values_of
from mockbooks.web.guide.searching import search_script
from mockbooks.web.guide.sources import folder as sources
from mockbooks.web.guide.sources import pictures
from mockbooks.web.pages import rendered

_STATIC: Final = Path(__file__).parents[1] / "static"
_ASSETS: Final = ("pages.css", "guide.css", "pages.js", "guide.js", "icon.svg")
_SEARCH: Final = "guide-search.js"


def export(folder: Path) -> tuple[Path, ...]:
    """Write every page and what it needs into a folder, and give the files."""
    written = [_write(folder / f"{page}.html", _page(page)) for page in PAGES]
    written += [_write(folder / "assets" / name, (_STATIC / name).read_bytes()) for name in _ASSETS]
    written += [_write(folder / picture, (sources() / picture).read_bytes()) for picture in sorted(pictures())]
    # The reader of the script is any page: its addresses are from the top of the site.
    written.append(_write(folder / "assets" / _SEARCH, search_script(InFolder("index"))))
    return tuple(written)


def _page(page: str) -> bytes:
    return rendered("site.html", "en", **values_of(page, "en", InFolder(page)))


def _write(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


if __name__ == "__main__":
    target = Path(sys.argv[1])
    shutil.rmtree(target, ignore_errors=True)
    sys.stdout.write(f"{len(export(target))} files in {target}: open {target / 'index.html'}\n")
