"""What an exception usually comes from while marking."""

from __future__ import annotations

from autograder.facts.outcomes import Raised

CLOSED = "files, the network and other processes are closed while marking"

CAUSES: tuple[tuple[str, str, str], ...] = (
    # type of an exception, part of its message, what it usually comes from
    ("EOFError", "", "input() has nothing to read while marking"),
    ("ModuleNotFoundError", "", "Python's own modules and numpy are there"),
    ("ImportError", "cannot open shared object file", "this module is closed while marking"),
    ("SystemExit", "", "exit() and sys.exit() end the program here"),
    ("PermissionError", "", CLOSED),
    ("FileNotFoundError", "", CLOSED),
    ("OperationalError", "unable to open database file", CLOSED),
    ("gaierror", "", CLOSED),
    ("URLError", "", CLOSED),
    ("RuntimeError", "can't start new thread", "threads are closed while marking"),
    ("UnboundLocalError", "", "a name that is assigned anywhere in a function is local to it"),
    ("OverflowError", "math range error", "math.exp has no number for arguments above 709.78"),
    ("MemoryError", "", "more memory than a submission may use"),
    ("TypeError", "something of Jupyter", "what comes from Jupyter is empty while marking"),
    *(
        (
            "AttributeError",
            f"module 'numpy' has no attribute '{name}'",
            f"np.{name} is gone since NumPy 1.24; {name} serves",
        )
        for name in ("float", "int", "bool", "object", "complex", "str")
    ),
)


def usual_cause(kind: str, text: str) -> str:
    """Say what an exception of a type usually comes from here; empty where that is not known."""
    return next((cause for name, part, cause in CAUSES if name == kind and part in text), "")


def absent_package(raised: Raised) -> str:
    """Name the package whose absence raised an exception; empty if something else raised it."""
    if raised.type != "ModuleNotFoundError":
        return ""
    return raised.message.partition("'")[2].partition("'")[0] or "a package"
