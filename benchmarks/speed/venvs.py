"""A virtual environment for each peer, kept from run to run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from measure import FailedError, last_line

KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gradient-autograder" / "peers"


def installed(folder: Path, requirements: Sequence[str]) -> Path:
    """Return the folder of an environment's programs; FailedError if it cannot be made."""
    python = Path(sys.executable).resolve()
    done, wanted = folder / "installed.txt", "\n".join((str(python), *requirements))
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if not done.exists() or done.read_text("utf-8") != wanted:
        done.unlink(missing_ok=True)
        _run(sys.executable, "-m", "venv", "--without-pip", folder)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", programs / "python")
        _run(*pip, "install", "-q", *requirements)
        done.write_text(wanted, "utf-8")
    return programs


def version(programs: Path, name: str) -> str:
    """Tell which version of a distribution is there."""
    told = f"from importlib.metadata import version; print(version({name!r}))"
    return _run(programs / "python", "-c", told)


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    line = last_line(done.stdout)
    if done.returncode:
        raise FailedError(line)
    return line
