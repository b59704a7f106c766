"""The `autograder` command, and `python -m autograder`: neither imports from the working folder.

Files in that folder may have been handed in. Python puts it on the path for `-m`, and for an empty entry of
PYTHONPATH. What Python imports before this module may still come from there, but not for the command itself,
or for `python -P -m autograder`.
"""

import os
import sys


def _is_here(entry: str) -> bool:
    """Whether an entry of the path is the working folder, and not where this kit is imported from."""
    kit = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib imports much
    try:
        return os.path.samefile(entry or ".", ".") and not os.path.samefile(kit, ".")  # noqa: PTH121 - as above
    except OSError:
        return False


sys.path[:] = [entry for entry in sys.path if not _is_here(entry)]

from autograder.cli import entry_point  # noqa: E402 - the path comes first

if __name__ == "__main__":
    entry_point()
