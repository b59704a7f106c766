"""The filter answers as its table says, whatever the shape of its program."""

from __future__ import annotations

import platform
import struct
import sys

import pytest

if sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}:
    pytest.skip("the filter is for Linux", allow_module_level=True)

from autograder.student.sandbox import seccomp

COLUMN = list(seccomp.ARCHITECTURES).index(platform.machine())
ARCHITECTURE = seccomp.ARCHITECTURES[platform.machine()]
CONDITIONAL = {
    numbers[COLUMN]
    for numbers in (
        *(seccomp.OPEN, seccomp.OPENAT, seccomp.OPENAT2, seccomp.FCNTL, seccomp.IOCTL),
        *(seccomp.PRLIMIT64, seccomp.CLONE, seccomp.CLONE3),
    )
}


def answer(program: bytes, number: int, architecture: int = ARCHITECTURE, *arguments: int) -> int:
    """Run a program as the kernel does."""
    data = struct.pack("=IIQ6Q", number, architecture, 0, *(arguments or (0,) * 6))
    at = loaded = 0
    while True:
        code, if_true, if_false, operand = struct.unpack_from("=HBBI", program, 8 * at)
        at += 1
        if code == seccomp.RETURN:
            return int(operand)
        if code == seccomp.LOAD:
            (loaded,) = struct.unpack_from("=I", data, operand)
        elif code == seccomp.AND:
            loaded &= operand
        else:
            holds = {
                seccomp.IF_EQUAL: loaded == operand,
                seccomp.IF_AT_LEAST: loaded >= operand,
                seccomp.IF_ANY_BIT: bool(loaded & operand),
            }[code]
            at += if_true if holds else if_false


@pytest.mark.parametrize("threads", [False, True])
def test_every_number_is_answered_as_the_table_says(threads: bool) -> None:  # noqa: FBT001
    program = seccomp.program(threads=threads)
    allowed = {numbers[COLUMN] for numbers in seccomp.ALLOWED.values()}
    for number in set(range(1000)) - CONDITIONAL:
        assert (answer(program, number) == seccomp.ALLOW) == (number in allowed), number


def test_other_architectures_end_the_process() -> None:
    program = seccomp.program(threads=False)
    assert answer(program, 0, 0x40000003) == seccomp.KILL
    assert answer(program, seccomp.X32_BIT) == answer(program, 2**32 - 1) == seccomp.KILL


def test_files_open_to_be_read_only() -> None:
    program = seccomp.program(threads=False)
    number = seccomp.OPENAT[COLUMN]
    assert number is not None
    assert answer(program, number, ARCHITECTURE, 0, 0, 0, 0, 0, 0) == seccomp.ALLOW
    assert answer(program, number, ARCHITECTURE, 0, 0, 1, 0, 0, 0) != seccomp.ALLOW
