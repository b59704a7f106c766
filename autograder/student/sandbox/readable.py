"""The files that student code may read: those of Python and a few packages, not all that is installed."""

from __future__ import annotations

import contextlib
import locale
import os
import sys
from importlib import import_module

PACKAGES = ("numpy",)
"""Packages that submissions may import; beside each may lie a folder NAME.libs with its shared libraries."""
PLOTTING = (
    *("matplotlib", "mpl_toolkits", "contourpy", "cycler", "dateutil", "fontTools", "kiwisolver"),
    *("packaging", "PIL", "pillow", "pylab", "pyparsing", "six"),
)
"""matplotlib and the packages it needs, for submissions that plot; they are loaded before the seal."""
LOADED = ("matplotlib.pyplot", "pylab", "contourpy")
"""The modules that are loaded; contourpy needs libraries of the system, which the sandbox does not show."""
PLOTS = "plots"
"""The argument that starts a process for submissions that plot."""
DATA = ("/usr/share/zoneinfo",)
"""Files of the system that Python's own modules read."""
STUDENT_FOLDER = "/student"
"""The empty folder in which a submission runs if it has namespaces of its own."""
LINKED = ("binascii", "zlib", "_bz2", "_lzma", "_decimal")
"""Modules of Python that need libraries of the system, which the sandbox does not show.

hashlib works without its library, which takes longer to load than all of these."""
INSTALLED = ("site-packages", "dist-packages")
"""Folders of installed packages, such as the kit and its exercises; they may lie within Python's own."""


def load_ahead() -> None:
    """Load what the sandbox will hide: libraries of the system, and the settings of the language."""
    for name in LINKED:
        with contextlib.suppress(ImportError):
            import_module(name)
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")


def standard_library() -> list[str]:
    """List the folders and archives of Python's own modules."""
    paths = [p for p in sys.path if os.path.exists(p) and os.path.basename(p) not in INSTALLED]
    return [path for path in paths if not any(_within(path, other) for other in paths)]


def load_plotting() -> None:
    """Load matplotlib, where it is installed; it draws into memory only.

    Its list of fonts is kept in the judge's own folder. If that cannot be written to, a list is made for
    this process alone.
    """
    from autograder.facts.scratch import Scratch  # noqa: PLC0415 - costs what only plots need

    fonts = os.environ.pop("MPLCONFIGDIR")
    usable = os.path.isabs(fonts)  # without a home, the path still begins with ~
    if usable:
        with contextlib.suppress(OSError):
            os.makedirs(fonts, exist_ok=True)
        usable = os.access(fonts, os.W_OK)
    with contextlib.ExitStack() as stack:
        if not usable:
            fonts = str(stack.enter_context(Scratch()).folder)
        os.environ["MPLCONFIGDIR"] = fonts
        with contextlib.suppress(ImportError):
            for name in LOADED:
                import_module(name)
        del os.environ["MPLCONFIGDIR"]


def packages(*, plots: bool = False) -> list[str]:
    """List the files and folders of the packages, and of the data they need."""
    candidates = [
        os.path.join(folder, name + suffix)
        for folder in sys.path
        for name in (*PACKAGES, *(PLOTTING if plots else ()))
        for suffix in ("", ".libs", ".py")
    ]
    return [path for path in (*candidates, *DATA) if os.path.exists(path)]


def contents(folder: str) -> list[str]:
    """List the entries of one of Python's folders, without the installed packages."""
    if not os.path.isdir(folder):
        return [folder]
    return [entry.path for entry in os.scandir(folder) if entry.name not in INSTALLED]


def _within(path: str, folder: str) -> bool:
    return path.startswith(folder + os.sep)
