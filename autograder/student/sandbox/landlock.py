"""Landlock: a process gives up all files but those named, and with newer kernels TCP and signals as well.

Numbers and structures are those of include/uapi/linux/landlock.h; what each ABI version brought is in
the kernel's Documentation/userspace-api/landlock.rst.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from functools import cache

from autograder.student.sandbox import kernel

READ_FILE, READ_DIR = 1 << 2, 1 << 3
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""ABI version -> how many rights on files it knows; all of them are taken away."""
NET_ABI, ALL_NET = 4, 0b11  # bind and connect TCP
SCOPE_ABI, ALL_SCOPES = 6, 0b11  # abstract unix sockets, signals
QUIET_ABI, QUIET_FLAG = 7, 1  # what is refused is not written to the system's log
VERSION_FLAG = 1
PATH_BENEATH = 1


@cache
def abi() -> int:
    """Return the kernel's version of Landlock; OSError if it has none."""
    return kernel.syscall(kernel.SYS_LANDLOCK_CREATE_RULESET, None, 0, VERSION_FLAG)


def ruleset(readable: Iterable[str]) -> int:
    """Build rules under which only these files and folders can be read, and return their descriptor."""
    version = abi()
    rights = (1 << max(count for since, count in FILE_RIGHTS.items() if since <= version)) - 1
    attributes = struct.pack("=Q", rights)
    if version >= NET_ABI:
        attributes += struct.pack("=Q", ALL_NET)
    if version >= SCOPE_ABI:
        attributes += struct.pack("=Q", ALL_SCOPES)
    rules = kernel.syscall(kernel.SYS_LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    for path in readable:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        allowed = READ_FILE | READ_DIR if os.path.isdir(path) else READ_FILE
        rule = struct.pack("=Qi", allowed, opened)
        kernel.syscall(kernel.SYS_LANDLOCK_ADD_RULE, rules, PATH_BENEATH, rule, 0)
        os.close(opened)
    return rules


def restricting(rules: int) -> kernel.Steps:
    """Put the rules on a process, for good; it must have given up new privileges before."""
    flags = QUIET_FLAG if abi() >= QUIET_ABI else 0
    return [kernel.making(kernel.SYS_LANDLOCK_RESTRICT_SELF, rules, flags), (os.close, (rules,))]
