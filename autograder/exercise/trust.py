"""Which files on disk are trusted: that depends on their owners, and on what they lie beside.

A `solutions/` that nobody named is code that the judge runs, and results that are gone on with are marks.
Either may have been put there by a student, or by somebody else on the same machine.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from autograder.submission.course import SUBMITTED

FORMS = (os.path.abspath, os.path.realpath)
"""A path as it is written, and where its links lead."""
CODE = {".py", ".ipynb"}
Folders = dict[tuple[int, int], Path]
"""Folders by what tells them apart: device and number."""
MOST_LINKS = 40
"""Links that a path may lead through, as for the kernel."""
BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
ACL = "system.posix_acl_access"
"""Where Linux keeps an access list; the group's mode bits are then the most that it allows."""


def graded_folders(graded: Sequence[Path]) -> Folders:
    """List the folders that are graded, and those of graded files: anything in them may have been handed in.

    They are compared by identity, so that links, `..`, mounts and the case of letters make no difference.
    """
    return {
        key: folder
        for form in FORMS
        for folder in _holders(graded, form)
        if (key := _identity(folder)) is not None
    }


def hand_in_folders(graded: Sequence[Path]) -> Folders:
    """List the graded folders, and those around several of them, or around one beside other students'."""
    folders = graded_folders(graded)
    for form in FORMS:
        holders = _holders(graded, form)
        number = Counter(holder.parent for holder in holders)
        around = [folder for folder, count in number.items() if count > 1]
        around += [folder for holder in holders for folder in _around(holder)]
        folders |= {key: folder for folder in around if (key := _identity(folder)) is not None}
    return folders


def among(place: Path, folders: Folders) -> Path | None:
    """Return the nearest of some folders that a place lies in; None if it lies in none of them."""
    above = [step for form in FORMS for step in _upwards(Path(form(place)))]
    return next((folders[key] for step in above if (key := _identity(step)) in folders), None)


def _holders(graded: Sequence[Path], form: Callable[[Path], str]) -> set[Path]:
    given = {Path(form(path)) for path in graded if path.exists()}
    return {path if path.is_dir() else path.parent for path in given}


def _around(holder: Path) -> Iterator[Path]:
    """Yield the folders of hand-ins that one lies in: nbgrader's, and the one with others like it."""
    if _is_one_of_many(holder):
        yield holder.parent
    yield from (folder for folder in holder.parents if folder.name == SUBMITTED)


def _is_one_of_many(holder: Path) -> bool:
    """Whether a folder is one student's: folders beside it have a file of the same name.

    Where more than one name comes again, the names are students': these are classes, as of two weeks.
    """
    try:
        code = [path.name for path in holder.iterdir() if path.suffix.lower() in CODE]
        beside = [path for path in holder.parent.iterdir() if path.name != holder.name and path.is_dir()]
    except OSError:
        return False
    shared = [_count_names(folder, code) for folder in beside]
    return max(shared, default=0) == 1


def _count_names(folder: Path, names: Sequence[str]) -> int:
    """Count the names that a folder holds."""
    return sum(os.path.lexists(folder / name) for name in names)


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
            yield from ((place, above or step != path) for place, above in _way(Path(target), links - 1))


def _upwards(path: Path) -> tuple[Path, ...]:
    return (path, *path.parents)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
