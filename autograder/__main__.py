"""`python -m autograder` is the `autograder` command."""

import sys

if not sys.flags.safe_path:  # Python put the folder one stands in first: a numpy.py handed in would be ours
    del sys.path[0]

from autograder.cli import entry_point

if __name__ == "__main__":
    entry_point()
