"""Seal a student process: put all layers on it before a byte of the submission is read."""

from __future__ import annotations

import contextlib
import errno
import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from autograder.student.sandbox.readable import STUDENT_FOLDER, contents, packages, standard_library

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]
if sys.platform == "linux":
    import pwd

    from autograder.student.sandbox import kernel, landlock, namespaces, seccomp

ORDINARY_USERS = range(61_184, 65_520)
"""User numbers that systemd keeps free for processes like these (UIDS-GIDS, "dynamic service users")."""
MOST_DESCRIPTORS = 64
MOST_THREADS = 64
KERNEL_MULTIPLE = 2
"""The kernel's limit on CPU time, in multiples of the judge's: the kernel counts in ticks, and too much."""
LARGEST_REPLIES = 2**22
"""Bytes that a student process may write to its file of replies; an honest one writes a hundredth."""
TRIAL = {"computing": 1.0, "memory": 2**29, "output": 2**20, "threads": False}
"""The limits under which the layers are tried."""
USER = "user"
"""A step that may fail: where Python lies in root's own folder, root stays, without its capabilities."""
Steps = list[tuple[str, Callable[..., object], tuple[Any, ...]]]
"""A layer, a function and its arguments; a function of C's library returns FAILED if it failed."""
FAILED = -1


class Seal(NamedTuple):
    """The layers with everything they need: made once, and put on by each student process."""

    missing: dict[str, str]  # layer -> why it is not there
    mapped: int  # bytes of memory that are there before the submission
    user: int | None  # who to become, for root
    rules: int  # descriptor of Landlock's rules
    filters: tuple[seccomp.Installable, ...]  # seccomp's programs, without and with threads
    keeper: int  # parent that a student process ends with

    @property
    def folder(self) -> str:
        """The working folder of a submission, if no other is made for it."""
        return "/" if "namespaces" in self.missing else STUDENT_FOLDER


def prepare(without: Collection[str] = (), *, plots: bool = False) -> Seal:
    """Find out by trying which layers this system has, and make a seal of those that are wanted.

    Matplotlib is readable in it where submissions plot. May return in another process than the one that
    called: see `namespaces.enter`.
    """
    missing = dict.fromkeys(without, "not wanted")
    if resource is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it; here it ends the process
    if sys.platform != "linux":
        missing |= dict.fromkeys(("privileges", "landlock", "seccomp", "namespaces"), "Linux has it")
        missing |= {} if resource else {"limits": "Linux and macOS have them"}
        return Seal(missing, 0, None, -1, (), os.getppid())
    mapped, rules = _mapped(), -1
    filters: tuple[seccomp.Installable, ...] = ()
    if "namespaces" not in missing:
        refused = namespaces.enter(standard_library(), packages(plots=plots))
        missing |= {"namespaces": refused} if refused else {}
    paths = [*(path for folder in standard_library() for path in contents(folder)), *packages(plots=plots)]
    paths += [] if "namespaces" in missing else [STUDENT_FOLDER]
    try:
        rules = landlock.ruleset(paths)
    except OSError as error:
        missing.setdefault("landlock", kernel.reason(error))
    try:
        filters = tuple(seccomp.installable(seccomp.program(threads=threads)) for threads in (False, True))
    except OSError as error:
        missing.setdefault("seccomp", kernel.reason(error))
    user = next(_free_users(), None) if os.getuid() == 0 and "privileges" not in missing else None
    seal = Seal(missing, mapped, user, rules, filters, os.getpid())
    failed = _tried(seal)
    stays = failed.pop(USER, None) is not None
    return seal._replace(missing=missing | failed, user=None if stays else user)


def lock_in(seal: Seal, limits: dict[str, Any]) -> None:
    """Seal this process for good; an exception means that the submission must not run."""
    put_on(layers(seal, limits, time.process_time()))


def put_on(steps: Steps) -> None:
    """Put layers on this process."""
    for _, function, arguments in steps:
        if function(*arguments) == FAILED:
            raise kernel.error()


def layers(seal: Seal, limits: dict[str, Any], spent: float) -> Steps:
    """List what puts the wanted layers on a process that spent some seconds of CPU time, in the right order.

    As little as possible is left to do in the process itself: every object that a fork touches is copied.
    """
    steps: Steps = []
    if resource is not None:
        steps += [("limits", resource.setrlimit, limit) for limit in _limits(seal, limits, spent)]
        steps += [("limits", _limit_threads, (seal,))] if limits["threads"] else []
    if sys.platform == "linux":
        if seal.user is not None:
            steps += [(USER, function, arguments) for function, arguments in _becoming(seal.user)]
        steps += [
            ("privileges", function, arguments) for function, arguments in kernel.giving_up_privileges()
        ]
        steps.append(("privileges", _end_with, (seal.keeper,)))
        if "landlock" not in seal.missing:
            steps += [
                ("landlock", function, arguments) for function, arguments in landlock.restricting(seal.rules)
            ]
        if "seccomp" not in seal.missing:
            # nothing bounds the threads of root, where it has to stay root
            threads = limits["threads"] and (seal.user or os.getuid()) != 0
            steps.append(("seccomp", *seccomp.installing(seal.filters[threads])))
    return [step for step in steps if step[0] not in seal.missing]


def _tried(seal: Seal) -> dict[str, str]:
    """Put the layers on a process of their own, and return those that do not hold, with the reason."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        reasons: dict[str, str] = {}
        for step in layers(seal, TRIAL, 0.0):
            try:
                put_on([step])
                if step[0] == USER:
                    _read_python()
            except OSError as error:
                reasons.setdefault(step[0], kernel.reason(error))
        os.write(sender, json.dumps(reasons).encode())
        os._exit(0)
    os.close(sender)
    report = os.read(receiver, kernel.PIPE_SIZE)
    os.close(receiver)
    os.waitpid(child, 0)
    return dict(json.loads(report)) if report else {"seccomp": "nothing survives the filter"}


def _read_python() -> None:
    """Raise OSError if the files of Python or of the packages cannot be read."""
    for path in (os.path.dirname(os.__file__), *packages()):
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)


def _free_users() -> Iterator[int]:
    """Yield the numbers of users that do not exist."""
    for number in ORDINARY_USERS:
        try:
            pwd.getpwuid(number)
        except KeyError:
            yield number


def _mapped() -> int:
    """Count the bytes of memory that this process has mapped."""
    with open("/proc/self/statm", "rb") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def _limits(seal: Seal, limits: dict[str, Any], spent: float) -> list[tuple[int, tuple[int, int]]]:
    """List limits of time, memory, files and processes."""
    wanted = {
        resource.RLIMIT_CPU: math.ceil(KERNEL_MULTIPLE * limits["computing"] + spent),
        resource.RLIMIT_FSIZE: max(LARGEST_REPLIES, limits["output"]),
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: MOST_DESCRIPTORS,
    }
    if not limits["threads"]:
        wanted[resource.RLIMIT_NPROC] = 0
    if sys.platform == "linux":  # macOS takes this limit and does nothing
        wanted[resource.RLIMIT_AS] = seal.mapped + limits["memory"]
    return [_lowered(kind, limit) for kind, limit in wanted.items()]


def _limit_threads(seal: Seal) -> None:
    """Limit threads, where some are allowed."""
    resource.setrlimit(*_lowered(resource.RLIMIT_NPROC, _present_tasks(seal) + MOST_THREADS))


def _present_tasks(seal: Seal) -> int:
    """Count this user's threads, as a limit on threads does; in a namespace of its own there are none."""
    count = 0
    if sys.platform == "linux" and seal.user is None and "namespaces" in seal.missing:
        for name in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):  # it has ended
                if os.stat(f"/proc/{name}").st_uid == os.getuid():
                    count += len(os.listdir(f"/proc/{name}/task"))
    return count


def _lowered(kind: int, limit: int) -> tuple[int, tuple[int, int]]:
    """Lower a limit, the soft and the hard one; one that is lower already stays."""
    _, present = resource.getrlimit(kind)
    if present != resource.RLIM_INFINITY:
        limit = min(limit, present)
    return kind, (limit, limit)


def _becoming(user: int) -> kernel.Steps:
    """List the steps by which root becomes another user."""
    return [(os.setgroups, ([],)), (os.setresgid, (user, user, user)), (os.setresuid, (user, user, user))]


def _end_with(keeper: int) -> None:
    """End this process if its parent has ended already; from now on the kernel does so."""
    if os.getppid() != keeper:
        os._exit(1)
