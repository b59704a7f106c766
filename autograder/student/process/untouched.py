"""Restore a namespace, and Python's own settings, after other code has run in it."""

from __future__ import annotations

import contextlib
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

LARGEST_COPY = 2**24
"""Bytes up to which an array is copied; the copy of a larger one might not fit into memory beside it."""


@contextlib.contextmanager
def untouched(namespace: dict[str, Any]) -> Iterator[None]:
    """Restore the names, and the contents of named lists, dicts, sets and arrays, whatever happens.

    Containers within containers are not restored. The generators of random numbers, the filters of
    warnings and NumPy's handling of errors are.
    """
    names = dict(namespace)
    public = [value for name, value in names.items() if not name.startswith("_")]
    restore = [undo for value in public if (undo := _undo(value)) is not None]
    restore += _undo_chance()
    with warnings.catch_warnings(), np.errstate():
        try:
            yield
        finally:
            for undo in restore:
                undo()
            for name in namespace.keys() - names.keys():
                del namespace[name]
            namespace.update(names)


def _undo(value: Any) -> Callable[[], object] | None:  # noqa: ANN401 - whatever a notebook has names for
    """Return a function that restores a container's content; None for other objects and large arrays."""
    kept: Any
    if type(value) is list:
        kept = value.copy()
        return lambda: value.__setitem__(slice(None), kept)
    if type(value) in {dict, set}:
        kept = value.copy()
        return lambda: (value.clear(), value.update(kept))
    if type(value) is np.ndarray and value.flags.writeable and value.nbytes <= LARGEST_COPY:
        kept, shape = value.copy(), value.shape
        return lambda: np.copyto(value, kept) if value.shape == shape else None
    return None


def _undo_chance() -> list[Callable[[], object]]:
    """Return functions that restore the global generators of random numbers."""
    state = random.getstate()
    undo: list[Callable[[], object]] = [lambda: random.setstate(state)]
    if "numpy.random" in sys.modules:  # it is imported at its first use
        drawn = np.random.get_state()  # noqa: NPY002 - the generator that students share with all code
        undo.append(lambda: np.random.set_state(drawn))  # noqa: NPY002 - as above
    return undo
