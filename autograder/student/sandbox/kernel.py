"""Calls to the Linux kernel that Python has no function for."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from collections.abc import Callable

PIPE_SIZE = 4096
"""Bytes that are written to a pipe at once, and whole (PIPE_BUF)."""
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2
AT_FDCWD, AT_RECURSIVE = -100, 0x8000

SYS_MOUNT_SETATTR = 442
SYS_LANDLOCK_CREATE_RULESET = 444
SYS_LANDLOCK_ADD_RULE = 445
SYS_LANDLOCK_RESTRICT_SELF = 446
"""The numbers of system calls that are new enough to be the same on every architecture."""

Step = tuple[Callable[..., object], tuple[object, ...]]
Steps = list[Step]
"""Functions of C's library, or of Python's, with their arguments."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


def syscall(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call; OSError if it fails. Structures go as bytes that the kernel only reads."""
    words = [
        ctypes.c_char_p(a) if isinstance(a, bytes) else ctypes.c_void_p(a) if a is None else ctypes.c_long(a)
        for a in arguments
    ]
    return _checked(_libc.syscall(ctypes.c_long(number), *words))


def prctl(option: int, second: int, third: int = 0) -> int:
    """Change an attribute of this process (prctl(2))."""
    return _checked(_libc.prctl(option, second, third, 0, 0))


def die_with_parent() -> None:
    """Make the kernel end this process when its parent ends; a change of user undoes that."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def unshare(flags: int) -> None:
    """Move this process to new namespaces."""
    _checked(_libc.unshare(flags))


def mount(source: str, target: str, kind: str = "", flags: int = 0) -> None:
    """Mount a file system, or a folder at another place."""
    names = (source.encode(), target.encode(), kind.encode() or None)
    _checked(_libc.mount(*names, ctypes.c_ulong(flags), None))


def make_read_only(path: str) -> None:
    """Let nothing be written below a folder, in whatever is mounted there (mount_setattr(2))."""
    flags = MS_RDONLY | MS_NOSUID | MS_NODEV  # MOUNT_ATTR_* have the same values
    attributes = struct.pack("=QQQQ", flags, 0, 0, 0)
    syscall(SYS_MOUNT_SETATTR, AT_FDCWD, path.encode(), AT_RECURSIVE, attributes, len(attributes))


def pivot_into(root: str) -> None:
    """Make a mounted folder the root of this mount namespace, and unmount everything outside it."""
    os.chdir(root)
    _checked(_libc.pivot_root(b".", b"."))
    _checked(_libc.umount2(b".", MNT_DETACH))
    os.chdir("/")


def giving_up_privileges() -> Steps:
    """Stay an ordinary process that gains no rights, shows no memory, and ends with its parent.

    Every capability is given up as well (capset(2), with the structures of its version 3).
    """
    return [
        (_libc.capset, (struct.pack("=Ii", 0x20080522, 0), bytes(24))),
        (_libc.prctl, (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)),
        (_libc.prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0)),
        (_libc.prctl, (PR_SET_PDEATHSIG, signal.SIGKILL.value, 0, 0, 0)),
    ]


def making(number: int, *arguments: int) -> Step:
    """Make a system call whose arguments are numbers."""
    return _libc.syscall, tuple(map(ctypes.c_long, (number, *arguments)))


def setting(option: int, second: int, third: int) -> Step:
    """Return the step that changes an attribute of this process (prctl(2))."""
    return _libc.prctl, (option, second, third, 0, 0)


def reason(error: OSError) -> str:
    """Return the system's reason for an error, as text."""
    return error.strerror or str(error)


def error() -> OSError:
    """Return the last error of C's library as an OSError."""
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))


def _checked(result: int) -> int:
    if result < 0:
        raise error()
    return result
