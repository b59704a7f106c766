"""Namespaces: a small world of its own, in which there are no other processes, no network and few files.

The zygote enters it once, so that a fork stays cheap. Its root is a file system in memory in which only
what student code may read is mounted, at its usual place, read-only.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from typing import NoReturn

from autograder.student.sandbox import kernel
from autograder.student.sandbox.readable import INSTALLED, STUDENT_FOLDER

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER = 0x00020000, 0x08000000, 0x10000000
CLONE_NEWUTS, CLONE_NEWPID, CLONE_NEWNET = 0x04000000, 0x20000000, 0x40000000
ALL = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWPID | CLONE_NEWNET
ROOT = "/proc"
"""The folder where the new root is mounted: every system has it, and no Python lies in it."""
ENTERED = "entered"
MOST_DESCRIPTORS = 64


def enter(folders: Sequence[str], packages: Sequence[str]) -> str:
    """Go on in a world of files, network and processes of its own, in which only these files exist.

    Returns in a process that is the first of its namespace, or, with the reason, in the process that
    called, if the system does not allow it. The processes between wait; if one of them ends, all end.
    """
    receiver, sender = os.pipe()
    middle = os.fork()
    if middle:
        os.close(sender)
        reason = os.read(receiver, kernel.PIPE_SIZE).decode()
        os.close(receiver)
        if reason == ENTERED:
            wait_for(middle)
        os.waitpid(middle, 0)
        return reason
    kernel.die_with_parent()
    try:
        leave(folders, packages)
    except OSError as error:
        os.write(sender, kernel.reason(error).encode())
        os._exit(1)
    os.write(sender, ENTERED.encode())
    inner = os.fork()
    if inner:
        wait_for(inner)
    kernel.die_with_parent()
    os.close(receiver)
    os.close(sender)
    return ""


def wait_for(child: int) -> NoReturn:
    """Close everything, and end when the child ends."""
    os.closerange(0, MOST_DESCRIPTORS)
    os.waitpid(child, 0)
    os._exit(0)


def leave(folders: Sequence[str], packages: Sequence[str]) -> None:
    """Leave all namespaces; OSError if the system does not allow it: then this process is of no more use.

    Its children are in the new process namespace, it is not itself.
    """
    user, group = os.getuid(), os.getgid()
    kernel.unshare(ALL if user == 0 else ALL | CLONE_NEWUSER)
    if user != 0:  # it stays who it is, and may do what follows in its own world
        write("/proc/self/setgroups", "deny")
        write("/proc/self/uid_map", f"{user} {user} 1")
        write("/proc/self/gid_map", f"{group} {group} 1")
    socket.sethostname("student")
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("autograder", ROOT, "tmpfs")
    for folder in folders:
        show(folder)
        for name in INSTALLED:
            if os.path.isdir(f"{folder}/{name}"):
                kernel.mount("autograder", f"{ROOT}{folder}/{name}", "tmpfs")
    for package in packages:
        show(package)
    os.mkdir(ROOT + STUDENT_FOLDER)
    kernel.make_read_only(ROOT)
    kernel.pivot_into(ROOT)


def show(path: str) -> None:
    """Mount a file or a folder at its own place under the new root."""
    target = ROOT + path
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        write(target, "")
    kernel.mount(path, target, flags=kernel.MS_BIND | kernel.MS_REC)


def write(path: str, text: str) -> None:
    """Write a short file in one go, as the kernel asks for in its own."""
    with open(path, "w", encoding="ascii") as file:
        file.write(text)
