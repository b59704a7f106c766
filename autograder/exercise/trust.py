"""What may be believed of what lies on disk: by whose it is, and by what it lies beside.

A `solutions/` that nobody named is code that the judge runs, and results that are gone on with are marks.
Either may have been put there by a student, or by somebody else on the same machine.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

MOST_LINKS = 40
"""Links that a path may lead through, as for the kernel."""
BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
ACL = "system.posix_acl_access"
"""Where Linux keeps an access list; the group's mode bits are then the most that it allows."""


def handed_in_with(place: Path, graded: Sequence[Path]) -> Path | None:
    """Return the folder of hand-ins that a place lies in; None if it lies in none.

    These are a graded folder, the folder of a graded file, and the folder around several of them. They are
    compared by identity, so that links, `..`, mounts and the case of letters make no difference.
    """
    folders: dict[tuple[int, int], Path] = {}
    for form in (os.path.abspath, os.path.realpath):
        given = {Path(form(path)) for path in graded if path.exists()}
        holders = {path if path.is_dir() else path.parent for path in given}
        around = Counter(holder.parent for holder in holders)
        several = [folder for folder, number in around.items() if number > 1]
        folders |= {key: folder for folder in (*holders, *several) if (key := _identity(folder))}
    above = [step for form in (os.path.abspath, os.path.realpath) for step in _upwards(Path(form(place)))]
    return next((folders[key] for step in above if (key := _identity(step)) in folders), None)


def open_to_others(path: Path) -> str:
    """Say why somebody else could have written what a path leads to; empty if nobody could.

    It and every folder and link on the way must belong to this user or to root, and nobody else may write
    there. A folder above may be sticky, as /tmp is: what lies there can be replaced by its owner alone.
    Windows tells no owner: there, only what lies below the user's own folder counts.
    """
    if not hasattr(os, "getuid"):
        home = Path.home().resolve()
        return "" if path.resolve().is_relative_to(home) else f"{path} does not lie below {home}"
    try:
        steps = _way(Path(os.path.abspath(path)), MOST_LINKS)  # noqa: PTH100 - without following links
        return next((trouble for step, above in steps if (trouble := _trouble(step, above=above))), "")
    except (OSError, RecursionError) as error:
        return f"{path} cannot be looked at: {error}"


def _trouble(step: Path, *, above: bool) -> str:
    status = step.lstat()
    if status.st_uid not in {0, os.getuid()}:
        return f"{step} belongs to another user"
    sticky = above and status.st_mode & stat.S_ISVTX
    if stat.S_ISLNK(status.st_mode) or sticky or not status.st_mode & BY_OTHERS:
        return ""
    if not status.st_mode & stat.S_IWOTH and _is_own_group(status.st_gid) and not _has_list(step):
        return ""
    return f"others can write to {step}"


def _is_own_group(gid: int) -> bool:
    """Whether a group is this user alone, as many systems make one for each user."""
    import grp  # noqa: PLC0415 - not on Windows
    import pwd  # noqa: PLC0415 - as above

    try:
        user, group = pwd.getpwuid(os.getuid()), grp.getgrgid(gid)
    except KeyError:
        return False
    alone = set(group.gr_mem) <= {user.pw_name} and group.gr_name == user.pw_name
    members = {entry.pw_name for entry in pwd.getpwall() if entry.pw_gid == gid}
    return gid != 0 and alone and members == {user.pw_name}


def _has_list(step: Path) -> bool:
    """Whether an access list may let others write, where the group's bits say that somebody can."""
    try:
        return bool(os.getxattr(step, ACL))
    except (OSError, AttributeError):  # there is none, or the system does not tell
        return False


def _way(path: Path, links: int) -> Iterator[tuple[Path, bool]]:
    """Yield every folder, link and file on the way to a path, and whether it is a folder above the end."""
    for step in (*reversed(path.parents), path):
        yield step, step != path
        if step.is_symlink():
            if not links:
                raise RecursionError("too many links")
            target = os.path.normpath(step.parent.resolve() / step.readlink())
            yield from ((found, above or step != path) for found, above in _way(Path(target), links - 1))


def _upwards(path: Path) -> tuple[Path, ...]:
    return (path, *path.parents)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
