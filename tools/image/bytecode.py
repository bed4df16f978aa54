"""Compiles what of Python's own library is imported by mockbooks and the packages that it runs on.

The official images of Python come without byte code of the standard library, so that a container which may not write
compiles it at every start anew: of the server, and of every health check. `bytecode.py FOLDER` writes it below a folder
that stands for the root.
"""

import importlib
import importlib.util
import pkgutil
import py_compile
import sys
import sysconfig
from contextlib import suppress
from importlib.metadata import packages_distributions
from pathlib import Path
from py_compile import PycInvalidationMode

import mockbooks

LIBRARY = Path(sysconfig.get_path("stdlib"))


def main(root: str) -> None:
    """Import everything, and compile what came along."""
    ours = (module.name for module in pkgutil.walk_packages(mockbooks.__path__, "mockbooks."))
    for name in (*packages_distributions(), *ours):
        with suppress(ImportError):  # what needs a package that is not there, such as pytest, is not run here either
            importlib.import_module(name)
    for path in sorted(filter(_is_of_library, map(_source, list(sys.modules.values())))):
        compiled = root + importlib.util.cache_from_source(path)
        py_compile.compile(path, compiled, doraise=True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)


def _source(module: object) -> str:
    return getattr(module, "__file__", None) or ""


def _is_of_library(path: str) -> bool:
    return path.endswith(".py") and Path(path).is_relative_to(LIBRARY) and "site-packages" not in path


if __name__ == "__main__":
    main(sys.argv[1])
