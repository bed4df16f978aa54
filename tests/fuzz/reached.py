"""Names every function of ours that runs when each parser is fed with its seeds, as JSON on its standard output.

It is a process of its own (`python -m tests.fuzz.reached`): what a process does only once, as filling its caches, has
not been done in it by what ran before.
"""

import json
import sys
from pathlib import Path
from types import CodeType, FrameType

from tests.fuzz.reading import MOCKBOOKS, module_of
from tests.fuzz.table import PARSERS


def functions_run_by_the_seeds() -> set[str]:
    """Name every function of ours that runs in this thread, as `web.json_body.read_json`."""
    ran = set[CodeType]()

    # Told of calls of Python functions alone: a profile would also tell of returns and of what is compiled.
    def note(frame: FrameType, _event: str, _: object) -> None:
        ran.add(frame.f_code)

    sys.settrace(note)
    try:
        for parser in PARSERS.values():
            for seed in parser.seeds:
                parser.feed(seed)
    finally:
        sys.settrace(None)
    ours = ((Path(code.co_filename), code.co_qualname.replace(".<locals>", "")) for code in ran)
    return {f"{module_of(file)}.{name}" for file, name in ours if file.is_relative_to(MOCKBOOKS)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(sorted(functions_run_by_the_seeds())))
