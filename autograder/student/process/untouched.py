"""Leave a namespace, and what Python keeps beside it, as they were before other code ran in it."""

from __future__ import annotations

import contextlib
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

LARGEST = 2**24
"""Bytes of an array that is still copied; a larger one is not: the copy might not fit beside it."""


@contextlib.contextmanager
def untouched(namespace: dict[str, Any]) -> Iterator[None]:
    """Restore, whatever happens: what names stand for, and what is in the containers they name.

    Those are lists, dicts, sets and arrays; what lies deeper, as in a list of lists, is not looked at.
    Chance, warnings and NumPy's handling of errors are put back as well.
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
    """Return what fills a container again as it was filled; None for what is none, or too large."""
    kept: Any
    if type(value) is list:
        kept = value.copy()
        return lambda: value.__setitem__(slice(None), kept)
    if type(value) in {dict, set}:
        kept = value.copy()
        return lambda: (value.clear(), value.update(kept))
    if type(value) is np.ndarray and value.flags.writeable and value.nbytes <= LARGEST:
        kept, shape = value.copy(), value.shape
        return lambda: np.copyto(value, kept) if value.shape == shape else None
    return None


def _undo_chance() -> list[Callable[[], object]]:
    """Return what puts the global generators of random numbers back."""
    state = random.getstate()
    undo: list[Callable[[], object]] = [lambda: random.setstate(state)]
    if "numpy.random" in sys.modules:  # it is imported at its first use
        drawn = np.random.get_state()  # noqa: NPY002 - the generator that students share with all code
        undo.append(lambda: np.random.set_state(drawn))  # noqa: NPY002 - as above
    return undo
