"""The doors of a student process: closed by the layers that are there, open without them."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from autograder.facts.isolation import Isolation
from autograder.student.fork import ForkServer
from autograder.student.launch import launch_zygote
from autograder.student.selftest import DOORS, broken_promises, open_doors

if TYPE_CHECKING:
    from autograder.facts.limits import Limits
    from autograder.student.backend import Backend, Process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
LAYERS = ("landlock", "seccomp", "namespaces")


def test_every_door_is_closed_where_nothing_is_missing(forking: Backend) -> None:
    """Holds on the machine this runs on, as far as its layers go."""
    assert broken_promises(forking) == []
    if not forking.isolation.missing:
        assert not any(open_doors(forking).values())


def test_without_layers_the_doors_are_open(unsealed: Backend) -> None:
    """The self-test can fail: only the limit on memory, the one on processes and rights are left here."""
    closed = {door for door, is_open in open_doors(unsealed).items() if not is_open}
    assert closed <= {"take_all_memory", "raise_limits", "start_a_process", "read_memory_of_the_parent"} | {
        "signal_the_parent"  # by an ordinary user, which root's student process is
    }


@pytest.mark.parametrize("layer", LAYERS)
def test_one_layer_closes_its_doors_by_itself(layer: str) -> None:
    without = [name for name in LAYERS if name != layer]
    with closing(ForkServer(launch_zygote(without))) as backend:
        if layer in backend.isolation.missing:
            pytest.skip(backend.isolation.warning())
        found = open_doors(backend)
        assert broken_promises(backend) == []
    assert not any(found[door] for door, layers in DOORS.items() if layer in layers)
    assert any(found.values())


@dataclass
class Boastful:
    """A backend that claims more than it keeps."""

    backend: Backend
    isolation: Isolation

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a process of the backend that does not keep its word."""
        return self.backend.start(limits, plots=plots)


def test_a_promise_that_is_not_kept_is_found(unsealed: Backend) -> None:
    broken = broken_promises(Boastful(unsealed, Isolation("fork", {})))
    assert {"read_system_files", "write_files", "use_tcp"} <= set(broken)
