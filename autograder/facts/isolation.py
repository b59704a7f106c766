"""What holds a student process in, layer by layer, and what a missing layer means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Layer(NamedTuple):
    """One kind of protection: what student code could do without it, and how to get it."""

    name: str
    without: str
    remedy: str


LAYERS = (
    Layer("limits", "use all of the machine's memory", "Linux"),
    Layer("privileges", "keep the rights of the person who grades", "Linux"),
    Layer(
        "landlock",
        "read files of the person who grades, other submissions and solutions among them",
        "Linux 5.13 or newer with Landlock among its security modules (lsm=landlock,...)",
    ),
    Layer(
        "seccomp",
        "write files, use the network, start processes and signal others",
        "Linux on x86_64 or aarch64, with seccomp filters",
    ),
    Layer(
        "namespaces",
        "see that a file exists, and how large it is; not what is in it",
        "Linux that lets its users make namespaces (Ubuntu: kernel.apparmor_restrict_unprivileged_userns=0)",
    ),
)
SEALING = frozenset({"limits", "privileges", "landlock", "seccomp"})
"""Layers that together close every door but one: file names and sizes, which namespaces hide."""
CONTAINING = frozenset({"landlock", "seccomp", "namespaces"})
"""Layers that each keep a submission from writing files."""


class Isolation(NamedTuple):
    """The layers that a student process runs in, found by trying them."""

    start: str  # how student processes are started: fork, spawn
    missing: Mapping[str, str]  # layer -> why this system does not have it

    @property
    def present(self) -> tuple[str, ...]:
        """Name the layers that hold."""
        return tuple(layer.name for layer in LAYERS if layer.name not in self.missing)

    @property
    def sealed(self) -> bool:
        """Whether student code can reach nothing outside its process."""
        return SEALING.isdisjoint(self.missing)

    @property
    def level(self) -> str:
        """Name the level in one word."""
        if not self.missing:
            return "sealed+"
        if self.sealed:
            return "sealed"
        return "contained" if self.keeps_files else "process"

    @property
    def keeps_files(self) -> bool:
        """Whether student code cannot write files."""
        return not CONTAINING.isdisjoint(self.present)

    def __str__(self) -> str:
        """Describe it for the result document."""
        gaps = [layer.name for layer in LAYERS if layer.name in self.missing]
        without = f"; without {', '.join(gaps)}" if gaps else ""
        return f"{self.level} ({self.start}: {', '.join(self.present) or 'nothing'}{without})"

    def warning(self) -> str:
        """Say in one line what missing layers mean; nothing if none is missing."""
        if not self.missing:
            return ""
        gaps = [
            f"{layer.name} ({self.missing[layer.name]})" for layer in LAYERS if layer.name in self.missing
        ]
        risks = [layer.without for layer in LAYERS if layer.name in self.missing]
        return f"isolation is {self.level}, without {', '.join(gaps)}: a submission could {'; '.join(risks)}"
