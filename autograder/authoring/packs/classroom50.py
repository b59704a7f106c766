"""Grade the checkout in the working folder, as Classroom 50 asks: result.json there, and exit status 0.

This file runs with any Python from 3.11 on and needs nothing but the pack it lies in. Python starts with -I
wherever it could import from the checkout: that is a student's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PACK = Path(os.environ.get("CLASSROOM50_BUNDLE_DIR") or Path(__file__).parent).resolve()
EXERCISE = "@EXERCISE@"
RESULT = "result.json"


def main() -> int:
    """Install the kit into a folder of its own, and grade; another status than 0 is a failure, not a mark."""
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(os.environ.get("AUTOGRADER_VENV") or folder)
        subprocess.run([sys.executable, "-I", "-m", "venv", venv], check=True)
        python = venv / "bin" / "python"
        (wheel,) = PACK.glob("*.whl")
        subprocess.run([python, "-I", "-m", "pip", "install", "--quiet", wheel], check=True)
        Path(RESULT).unlink(missing_ok=True)  # a student's
        subprocess.run([python, "-P", "-m", "autograder", *command()], check=False)
    return 0 if Path(RESULT).is_file() else 1


def command() -> list[str]:
    """Mark every item if the pack has the answer key, else those that need none."""
    solutions = PACK / "solutions"
    export = ["--export", f"classroom50={RESULT}"]
    if solutions.is_dir():
        return ["grade", ".", "--one", "--quiet", "--solutions", str(solutions), "-e", EXERCISE, *export]
    return ["check", ".", "-e", str(PACK / "exercises" / EXERCISE / "exercise.json"), *export]


if __name__ == "__main__":
    sys.exit(main())
