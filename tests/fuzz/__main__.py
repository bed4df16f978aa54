"""`python -m tests.fuzz`: checks what is asked, and begins in a fresh process, where nothing of ours is read yet."""

import os
import sys
from importlib.util import find_spec

from tests.fuzz.asked import asked

if __name__ == "__main__":
    asked()
    if find_spec("atheris") is None:
        sys.exit("atheris is not installed here; `make fuzz` installs it")
    os.execv(sys.executable, [sys.executable, "-m", "tests.fuzz.guided", *sys.argv[1:]])  # noqa: S606 - our own # nosec B606
