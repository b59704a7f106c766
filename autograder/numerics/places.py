"""Laws about places: rows for columns, the entries in another order, one place that is wrong."""

from __future__ import annotations

from autograder.facts.laws import Backwards, Place, Reordered, Transposed, WrongPlace
from autograder.numerics.observations import FEWEST_POINTS, Numbers, Observation, Observations, exact, holds
from autograder.numerics.parts import alike, are_rearranged, parts, reverse, transpose
from autograder.numerics.shapes import axis_name, axis_names


def transposed(observations: Observations) -> Transposed | None:
    """Find rows and columns exchanged."""
    if not holds(observations, lambda o: transpose(o.right)):
        return None
    got = axis_names(observations, lambda o: o.got.shape)
    expected = axis_names(observations, lambda o: o.right.shape)
    return Transposed(got or (), expected or ())


def backwards(observations: Observations) -> Backwards | None:
    """Find the entries in reverse along one axis; None if it could be either of two."""
    rank = _rank(observations)
    axes = [axis for axis in range(rank) if _are_backwards(observations, axis)]
    return Backwards(axes[0], rank, axis_name(observations, axes[0])) if len(axes) == 1 else None


def reordered(observations: Observations) -> Reordered | None:
    """Find the right entries in another order: along one axis if that explains it, else anywhere."""
    if sum(o.is_wrong for o in observations) < FEWEST_POINTS:
        return None
    rank = _rank(observations)
    axes = [axis for axis in range(rank) if _are_rearranged(observations, axis)]
    if len(axes) == 1:
        return Reordered(axes[0], rank, axis_name(observations, axes[0]))
    if axes or rank < 1:
        return None
    return Reordered(None, rank) if all(map(_has_right_entries, observations)) else None


def wrong_place(observations: Observations) -> WrongPlace | None:
    """Find the one row, column or entry that is wrong wherever anything is.

    Along its axis there must be other places at enough points, which are all right there.
    """
    rank = _rank(observations)
    indices = {axis: _wrong_index(observations, axis) for axis in range(rank)}
    places = [
        Place(axis, axis_name(observations, axis), index)
        for axis, index in indices.items()
        if index is not None
    ]
    return WrongPlace(tuple(places), rank) if places else None


def _rank(observations: Observations) -> int:
    """Count the axes that what came and the right array have at every point; 0 if they differ."""
    ranks = {len(o.right.shape) for o in observations} | {len(o.got.shape) for o in observations}
    return ranks.pop() if len(ranks) == 1 else 0


def _are_backwards(observations: Observations, axis: int) -> bool:
    return holds(observations, lambda o: reverse(o.right, axis))


def _are_rearranged(observations: Observations, axis: int) -> bool:
    return all(are_rearranged(parts(exact(o.got), axis), parts(o.right, axis)) for o in observations)


def _has_right_entries(observation: Observation) -> bool:
    got = [(entry,) for entry in exact(observation.got).entries]
    right = [(entry,) for entry in observation.right.entries]
    return are_rearranged(got, right)


def _wrong_index(observations: Observations, axis: int) -> int | None:
    """Find the index along an axis at which all that is wrong stands.

    Where an index from the front and the last place explain it alike, the last is reported.
    """
    fronts: set[int] = set()
    lengths: set[int] = set()
    telling = 0
    for observation in observations:
        wrong = _wrong_parts(exact(observation.got), observation.right, axis)
        if len(wrong) > 1:
            return None
        length = observation.right.shape[axis]
        if wrong and length > 1:
            fronts.update(wrong)
            lengths.update(length - index for index in wrong)
            telling += observation.is_wrong
    if telling < FEWEST_POINTS:
        return None
    if lengths == {1}:
        return -1
    return fronts.pop() if len(fronts) == 1 else None


def _wrong_parts(got: Numbers, right: Numbers, axis: int) -> list[int]:
    """List where along an axis something is wrong."""
    pairs = zip(parts(got, axis), parts(right, axis), strict=True)
    return [index for index, (came, expected) in enumerate(pairs) if not alike(came, expected)]
