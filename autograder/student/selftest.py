"""Try the doors of a student process from inside, before a submission can."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from autograder.facts.calls import Call, Named
from autograder.facts.errors import BrokenError, KitError
from autograder.facts.interface import Function, Interface
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.outcomes import array_of
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

DOORS: Mapping[str, frozenset[str]] = {
    "read_system_files": frozenset({"landlock", "namespaces"}),
    "read_the_kit": frozenset({"landlock", "namespaces"}),
    "list_folders": frozenset({"landlock"}),
    "see_files": frozenset({"namespaces"}),
    "write_files": frozenset({"landlock", "seccomp", "namespaces"}),
    "use_tcp": frozenset({"seccomp"}),
    "use_udp": frozenset({"seccomp"}),
    "use_unix_sockets": frozenset({"seccomp"}),
    "start_a_process": frozenset({"seccomp"}),
    "signal_the_parent": frozenset({"seccomp"}),
    "signal_everyone": frozenset({"seccomp"}),
    "make_shared_memory": frozenset({"seccomp"}),
    "read_memory_of_the_parent": frozenset({"landlock", "namespaces"}),
    "raise_limits": frozenset({"seccomp"}),
    "take_all_memory": frozenset({"limits"}),
}
"""Each door with the layers that close it, any of which is enough."""
SANDBOX = Path(__file__).parent / "sandbox"


def open_doors(backend: Backend) -> dict[str, bool]:
    """Try every door, and return whether it is open; BrokenError if a door could not be tried."""
    source = (SANDBOX / "doors.py").read_text("utf-8").replace("__KIT__", repr(__file__))
    functions = {door: Function(door, (), ("is_open",)) for door in DOORS}
    module = Module(source, "doors.py", Interface(functions, ()))
    with Session(backend, module, Limits()) as session:
        outcomes = session.run([Call((door,), Named({})) for door in DOORS])
    is_open = {}
    for door, outcome in zip(DOORS, outcomes, strict=True):
        value = array_of(outcome)
        if value is None:
            raise BrokenError(f"isolation could not be tried: {door}: {outcome}")
        is_open[door] = value.values != (0.0,)
    return is_open


def promised(isolation: Isolation) -> set[str]:
    """Return the doors that the layers on this machine should close."""
    return {door for door, layers in DOORS.items() if not layers.isdisjoint(isolation.present)}


def broken_promises(backend: Backend) -> list[str]:
    """List the doors that are open although a layer on this machine should close them."""
    closed = promised(backend.isolation)
    if not closed:
        return []
    return [door for door, is_open in open_doors(backend).items() if is_open and door in closed]


def refuse_open_doors(backend: Backend) -> None:
    """Raise KitError if isolation does not hold what it promises."""
    doors = broken_promises(backend)
    if doors:
        possible = ", ".join(doors).replace("_", " ")
        raise KitError(f"isolation does not hold: a submission could {possible}; see autograder doctor")
