"""The table of resources is the folder: nothing is forgotten in the one or the other."""

from pathlib import Path

import mockbooks.resources
from mockbooks.resources import RESOURCES, SINGLETONS

# What resources are made of, and what several of them share.
_PARTS = {"account_rules", "addresses", "debtor_fields"}


def test_every_file_of_the_folder_is_a_resource_of_the_table() -> None:
    folder = Path(mockbooks.resources.__file__).parent
    files = {path.stem for path in folder.iterdir() if not path.name.startswith("__")}
    paths = [resource.path for resource in RESOURCES] + [singleton.path for singleton in SINGLETONS]
    nouns = {path.removeprefix("/").replace("-", "_") for path in paths}
    assert files - _PARTS == nouns
