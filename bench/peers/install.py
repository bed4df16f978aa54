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
_LONGEST_SECONDS: Final = 600
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
    if trouble := _trouble():
        tell(f"peers: npm ci failed, so there is none to compare with:\n{trouble}")
    else:
        shutil.copyfile(_LOCK, _INSTALLED)


def _trouble() -> str:
    """Run npm, and give what it complained of; nothing when it went well."""
    try:
        run = subprocess.run(  # noqa: S603 - as above # nosec B603
            _COMMAND, cwd=_FOLDER, capture_output=True, text=True, check=False, timeout=_LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return f"it did not end within {_LONGEST_SECONDS} s"
    return f"it ended with {run.returncode}: {run.stderr[-2000:]}" if run.returncode else ""
