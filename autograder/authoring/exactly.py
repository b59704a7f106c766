"""Decides by exact rational arithmetic whether functions are right. Read as text, run in a student process.

Stands behind a solution and other functions to be decided about: `decided(k)` tells of the k-th of SUBJECTS,
pairs of a function's name and the name of the one it should equal. It is independent of all that marks a
submission: fractions for numbers, points of its own, equality for a tolerance.
"""

import random
from fractions import Fraction

import numpy as np

RIGHT, WRONG, UNDECIDED = 1.0, 0.0, -1.0
SIZES = (1, 2, 3, 5, 8)
ROUNDS = 3
CLOSE = 1e-9


def _fraction(rng):
    value = 0
    while not value:
        value = Fraction(rng.randint(-40, 40), rng.choice((1, 2, 3, 5, 7)))
    return value


def _points():
    rng = random.Random(20)
    for n in SIZES * ROUNDS:
        yield _fraction(rng), {name: np.array([_fraction(rng) for _ in range(n)]) for name in DRAWN}


def _answer(name, data, parameter):
    """Call a function with fractions; None where it works with floats alone, as np.sqrt does."""
    globals()[PARAMETER] = parameter
    try:
        return np.asarray(globals()[name](*[np.copy(column)[()] for column in data]))
    except TypeError:
        return None if _works(name, data) else np.asarray(np.nan)
    except Exception:  # whatever else a wrong function raises
        return np.asarray(np.nan)


def _works(name, data):
    globals()[PARAMETER] = float(globals()[PARAMETER])
    try:
        globals()[name](*[np.asarray(column, dtype=float)[()] for column in data])
    except Exception:
        return False
    return True


def _same(got, right):
    """Whether all numbers are equal; None where something on the way was no fraction, and it may be."""
    if got is None:
        return None
    if got.shape != right.shape:
        return False
    pairs = list(zip(got.ravel().tolist(), right.ravel().tolist(), strict=True))
    if all(isinstance(number, (Fraction, int)) for pair in pairs for number in pair):
        return all(a == b for a, b in pairs)
    return None if all(_close(complex(a), complex(b)) for a, b in pairs) else False


def _close(a, b):
    try:
        return abs(a - b) <= CLOSE * max(1.0, abs(b))
    except OverflowError:
        return False


def decided(k):
    """Decide about the k-th subject: 1.0 right, 0.0 wrong, -1.0 where exact arithmetic cannot tell."""
    name, original, arguments = SUBJECTS[int(k)]
    results = []
    for parameter, drawn in _points():
        globals()[PARAMETER] = parameter
        for made, maker, needed in MADE:
            drawn[made] = globals()[maker](*[drawn[argument] for argument in needed])
        data = [drawn[argument] for argument in arguments]
        right = _answer(original, data, parameter)
        results.append(_same(_answer(name, data, parameter), right))
        if original in SINGLE:
            number = _fraction(random.Random(len(results)))
            results.append(_same(_answer(name, [number], parameter), _answer(original, [number], parameter)))
    if False in results:
        return WRONG
    return UNDECIDED if None in results else RIGHT
