"""Seccomp: a process gives up every system call that pure computation does not need.

The filter is a program for the kernel's classic BPF machine (Documentation/userspace-api/seccomp_filter.rst).
What is not allowed fails with EPERM, which Python raises as PermissionError. A call by the rules of another
architecture (32 bits, x32), whose numbers mean other things, ends the process.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Sequence
from typing import NamedTuple

from autograder.student.sandbox import kernel

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""Machine -> AUDIT_ARCH_* of include/uapi/linux/audit.h; all of them little-endian."""

ALLOWED = {
    # files that are open, and opening to read
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "close": (3, 57),
    "close_range": (436, 436),  # libc aborts without it
    "lseek": (8, 62),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "chdir": (80, 49),
    "fchdir": (81, 50),
    "umask": (95, 166),
    # memory
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "brk": (12, 214),
    "madvise": (28, 233),
    # this process and its threads
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "membarrier": (324, 283),
    "getcpu": (309, 168),
    "restart_syscall": (219, 128),
    "getrusage": (98, 165),
    "getrlimit": (97, 163),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "exit": (60, 93),
    "exit_group": (231, 94),
    # time, chance, the machine
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "times": (100, 153),
    "alarm": (37, None),
    "setitimer": (38, 103),
    "getitimer": (36, 102),
    "getrandom": (318, 278),
    "uname": (63, 160),
    "sysinfo": (99, 179),
}
"""System calls that are allowed whatever their arguments: their numbers on x86_64 and aarch64."""

OPEN, OPENAT, FCNTL, IOCTL = (2, None), (257, 56), (72, 25), (16, 29)
PRLIMIT64, CLONE, CLONE3, OPENAT2 = (302, 261), (56, 220), (435, 435), (437, 437)
CHANGES_FILES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
DESCRIPTOR_COMMANDS = (0, 1, 2, 3, 1030)  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC
A_THREAD = 0x100 | 0x800 | 0x10000  # CLONE_VM, CLONE_SIGHAND, CLONE_THREAD: all that a process is, is shared
X32_BIT = 0x40000000

ALLOW, KILL, FAIL = 0x7FFF0000, 0x80000000, 0x00050000
LOAD, IF_EQUAL, IF_AT_LEAST, IF_ANY_BIT, AND, RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
SYSTEM_CALL, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
MODE_FILTER = 2
REFUSING, ALLOWING = (RETURN, 0, 0, FAIL | errno.EPERM), (RETURN, 0, 0, ALLOW)

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand
Segment = tuple[int, list[Instruction]]  # from this number on, up to the next segment


class Installable(NamedTuple):
    """A filter in memory: it can be installed as long as this is there, in a fork as well."""

    address: int
    memory: tuple[object, ...]


def program(*, threads: bool) -> bytes:
    """Write the filter for this machine; OSError if there is none for its architecture."""
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no filter for {machine}")
    column = list(ARCHITECTURES).index(machine)
    written = [
        (LOAD, 0, 0, ARCHITECTURE),
        (IF_EQUAL, 1, 0, ARCHITECTURES[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, SYSTEM_CALL),
        (IF_AT_LEAST, 0, 1, X32_BIT),
        (RETURN, 0, 0, KILL),
    ]
    conditional = [
        (OPEN, _unless_any_bit(1, CHANGES_FILES)),
        (OPENAT, _unless_any_bit(2, CHANGES_FILES)),
        (FCNTL, [_load(1), *_if_one_of(DESCRIPTOR_COMMANDS)]),
        (PRLIMIT64, [*_if_zero(0), *_if_zero(2), *_if_zero(2, high=True), ALLOWING]),  # reading one's own
        (IOCTL, [(RETURN, 0, 0, FAIL | errno.ENOTTY)]),
        (CLONE3, [(RETURN, 0, 0, FAIL | errno.ENOSYS)]),  # libraries then use the calls before it,
        (OPENAT2, [(RETURN, 0, 0, FAIL | errno.ENOSYS)]),  # whose arguments a filter can see
    ]
    if threads:
        conditional.append((CLONE, [_load(0), (AND, 0, 0, A_THREAD), *_if_one_of((A_THREAD,))]))
    blocks: dict[int | None, list[Instruction]] = {
        numbers[column]: [ALLOWING] for numbers in ALLOWED.values()
    }
    blocks |= {numbers[column]: block for numbers, block in conditional}
    written += _chosen(_segments({number: block for number, block in blocks.items() if number is not None}))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in written)


def _segments(blocks: dict[int, list[Instruction]]) -> list[Segment]:
    """Cut the numbers of system calls into segments with one block each; a number without one is refused."""
    segments: list[Segment] = [(0, [REFUSING])]
    for start in sorted({*blocks, *(number + 1 for number in blocks)}):
        block = blocks.get(start, [REFUSING])
        if block != segments[-1][1]:
            segments.append((start, block))
    return segments


def _chosen(segments: Sequence[Segment]) -> list[Instruction]:
    """Write the binary search for the segment of the loaded number, with the block of each segment.

    For each fork, the kernel runs the filter with every number to find what is always allowed. One long
    chain of comparisons would take it several times as long.
    """
    if len(segments) == 1:
        _, block = segments[0]
        return block
    middle = len(segments) // 2
    start, _ = segments[middle]
    below = _chosen(segments[:middle])
    above = _chosen(segments[middle:])
    jump = (IF_AT_LEAST, len(below), 0, start)
    return [jump, *below, *above]


def _load(argument: int, *, high: bool = False) -> Instruction:
    """Load one half of an argument of the system call."""
    return (LOAD, 0, 0, ARGUMENTS + 8 * argument + 4 * high)


def _if_one_of(values: Sequence[int]) -> list[Instruction]:
    """Allow if what was loaded is one of these; at most 255 of them, as far as a jump reaches."""
    count = len(values)
    return [*((IF_EQUAL, count - k, 0, value) for k, value in enumerate(values)), REFUSING, ALLOWING]


def _if_zero(argument: int, *, high: bool = False) -> list[Instruction]:
    """Go on only if one half of an argument is zero."""
    return [_load(argument, high=high), (IF_EQUAL, 1, 0, 0), REFUSING]


def _unless_any_bit(argument: int, bits: int) -> list[Instruction]:
    """Allow unless one of these bits is set in an argument."""
    return [_load(argument), (IF_ANY_BIT, 0, 1, bits), REFUSING, ALLOWING]


def installable(filter_program: bytes) -> Installable:
    """Lay a filter out in memory as the kernel reads it."""
    code = ctypes.create_string_buffer(filter_program, len(filter_program))
    header = struct.pack("@HP", len(filter_program) // 8, ctypes.addressof(code))
    argument = ctypes.create_string_buffer(header, len(header))
    return Installable(ctypes.addressof(argument), (code, argument))


def installing(made: Installable) -> kernel.Step:
    """Put a filter on a process, for good; it must have given up new privileges before."""
    return kernel.setting(kernel.PR_SET_SECCOMP, MODE_FILTER, made.address)
