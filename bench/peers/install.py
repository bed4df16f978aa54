"""Installs the peers from npm, exactly as their lock says, beside this file and out of what `make check` knows."""

import shutil
import subprocess  # our own commands alone are started # nosec B404
from pathlib import Path
from typing import Final

from bench._report import tell

_FOLDER: Final = Path(__file__).parent
NODE_MODULES: Final = _FOLDER / "node_modules"
_LOCK: Final = _FOLDER / "package-lock.json"
_INSTALLED: Final = NODE_MODULES / ".installed-lock.json"
_COMMAND: Final = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def is_installed() -> bool:
    """Tell whether exactly what the lock names is there."""
    return _INSTALLED.is_file() and _INSTALLED.read_bytes() == _LOCK.read_bytes()


def install_peers() -> None:
    """Install them when they are not there as locked; what could not be installed is told, and is missing then."""
    if is_installed():
        return
    if shutil.which("npm") is None:
        tell("peers: there is no npm here (Debian: apt-get install npm), so there is none to compare with")
        return
    tell("peers: installing them from npm, 140 MB, once")
    run = subprocess.run(_COMMAND, cwd=_FOLDER, capture_output=True, text=True, check=False)  # noqa: S603 - as above # nosec B603
    if run.returncode:
        tell(f"peers: npm ci failed, so there is none to compare with:\n{run.stderr[-2000:]}")
    else:
        shutil.copyfile(_LOCK, _INSTALLED)
