"""`python -m autograder` is the `autograder` command."""

from autograder.cli import entry_point

if __name__ == "__main__":
    entry_point()
