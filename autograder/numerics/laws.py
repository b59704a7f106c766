"""Find the simple rule by which a result array differs from the right one at every point.

The laws are tried in one order, simpler ones first, and the first that holds is reported. A law holds if it
predicts every entry at every point, and something else than the right value at enough of them. A law about a
size, a number or a parameter must have seen at least two values of it. Where two laws of a kind fit, as N and
D do if they are always equal, neither is reported.
"""

from __future__ import annotations

from collections.abc import Callable

from autograder.facts.laws import (
    Always,
    Another,
    Law,
    Multiple,
    OneNumber,
    OneSided,
    Right,
    RightAtOne,
    Side,
    Unsigned,
    Whole,
)
from autograder.numerics.additions import more_of, offset
from autograder.numerics.multiples import Fit, Sample, factor
from autograder.numerics.observations import (
    CLEAR,
    FEWEST_POINTS,
    STEP_ROUNDING,
    Entry,
    Numbers,
    Observation,
    Observations,
    common_sizes,
    conforms,
    holds,
)
from autograder.numerics.places import backwards, reordered, transposed, wrong_place
from autograder.numerics.shapes import shape

ONES = 6
"""Points of size 1 that must be right. What is right for one sign alone, as with |x| in the place of x, is
right at one draw in two: at two points and at four it was seen to be right by chance."""


def law(observations: Observations) -> Law | None:
    """Find the law of one result; None if none is simple, or if the points cannot tell.

    Whether there is an array of real numbers at each point is the caller's question.
    """
    if not observations:
        return None
    if all(observation.is_right for observation in observations):
        return Right()
    if not all(conforms(o.got, o.right) for o in observations):
        return transposed(observations) or another(observations) or shape(observations)
    for find in LAWS_IN_ORDER:
        answer = find(observations)
        if answer is not None:
            return answer
    return None


def always(observations: Observations) -> Always | None:
    """Find one number in all entries at all points; a right value that is kept and given again is not it."""
    right = [o for o in observations if o.is_right and o.right.clearest is not None]
    numbers: set[float] = set()
    for observation in observations:
        numbers.update(observation.got.values)
    if right or len(numbers) != 1:
        return None
    entry = Entry(numbers.pop())
    is_law = holds(observations, lambda o: o.right.filled(entry))
    return Always(entry.value) if is_law else None


def multiple(observations: Observations) -> Multiple | None:
    """Find a factor of the right value that follows the sizes."""
    ratios = map(_ratio, observations)
    samples = [ratio for ratio in ratios if ratio is not None]
    fit = factor(samples, common_sizes(observations))
    if fit is None:
        return None
    # N/(N - 1) has no value at N = 1: what came there is nan or inf
    finite = [o for o in observations if o.got.finite or _times(o, fit)]
    is_law = holds(finite, lambda o: _times(o, fit))
    return Multiple(fit.factor) if is_law else None


def one_number(observations: Observations) -> OneNumber | None:
    """Find one number in all entries: the sum or the mean of the right ones, or any where those differ."""
    is_sum, is_mean = holds(observations, _total), holds(observations, _mean)
    if is_sum != is_mean:  # both fit where the right entries add up to 0
        return OneNumber(Whole.SUM if is_sum else Whole.MEAN)
    if not all(map(_is_one_number, observations)):
        return None
    wrong = [o for o in observations if o.is_wrong and _has_different_entries(o.right)]
    return OneNumber(Whole.OTHER) if len(wrong) >= FEWEST_POINTS else None


def another(observations: Observations) -> Another | None:
    """Find the only other result whose right value came."""
    names = [name for name in observations[0].others if _are(observations, name)]
    return Another(names[0]) if len(names) == 1 else None


def unsigned(observations: Observations) -> Unsigned | None:
    """Find that every entry has lost its sign."""
    return Unsigned() if holds(observations, lambda o: _changed(o, abs)) else None


def one_sided(observations: Observations) -> OneSided | None:
    """Find 0 in the place of all entries of one sign."""
    if holds(observations, lambda o: _changed(o, lambda value: max(value, 0.0))):
        return OneSided(Side.POSITIVE)
    if holds(observations, lambda o: _changed(o, lambda value: min(value, 0.0))):
        return OneSided(Side.NEGATIVE)
    return None


def right_at_one(observations: Observations) -> RightAtOne | None:
    """Find the only size that is 1 wherever it is right, and larger wherever it is wrong."""
    telling = [o for o in observations if o.right.clearest is not None]
    each = [_right_at_one(telling, name) for name in common_sizes(telling)]
    laws = [law for law in each if law is not None]
    return laws[0] if len(laws) == 1 else None


LAWS_IN_ORDER: tuple[Callable[[Observations], Law | None], ...] = (
    always,
    multiple,
    transposed,
    backwards,
    one_number,
    another,
    unsigned,
    one_sided,
    more_of,
    offset,
    reordered,
    wrong_place,
    right_at_one,
)
"""Laws of an array of the right shape: those that give every value, then those that say where it is right."""


def _ratio(observation: Observation) -> Sample | None:
    """Divide what came by the right value, at the entry that is known best."""
    place = observation.right.clearest
    if place is None or not observation.got.finite:
        return None
    right = observation.right.entries[place]
    ratio = observation.got.values[place] / right.value
    return Sample(observation.sizes, ratio, abs(ratio) * (1 / right.clearness + STEP_ROUNDING))


def _times(observation: Observation, fit: Fit) -> Numbers | None:
    """Multiply the right value by a factor; None where the factor divides by 0."""
    value = fit.factor.at(observation.sizes)
    return None if value is None else observation.right.times(value, abs(value) * fit.error)


def _changed(observation: Observation, change: Callable[[float], float]) -> Numbers:
    """Change each right value by a function that enlarges no error."""
    return observation.right.each(lambda entry: Entry(change(entry.value), entry.slack))


def _total(observation: Observation) -> Numbers:
    return observation.right.filled(observation.right.total)


def _mean(observation: Observation) -> Numbers:
    return observation.right.filled(observation.right.mean)


def _is_one_number(observation: Observation) -> bool:
    """Whether all entries that came are the same finite number, as far as rounding lets it be seen."""
    got = observation.got
    if not got.finite or not got.values:
        return False
    slack = max(entry.slack for entry in observation.right.entries)
    number = Entry(got.values[0], slack)
    return all(map(number.allows, got.values))


def _has_different_entries(right: Numbers) -> bool:
    """Whether the entries differ by more than rounding."""
    values = [entry.value for entry in right.entries]
    slack = max((entry.slack for entry in right.entries), default=0.0)
    return max(values, default=0.0) - min(values, default=0.0) > CLEAR * slack


def _are(observations: Observations, other: str) -> bool:
    """Whether what came is what another result should be."""
    return holds(observations, lambda o: o.others.get(other))


def _right_at_one(observations: Observations, size: str) -> RightAtOne | None:
    """Say at which values of a size it is wrong, if it is right exactly where the size is 1."""
    ones = [o for o in observations if o.sizes[size] == 1]
    more = [o for o in observations if o.sizes[size] != 1]
    right = all(o.is_right for o in ones)
    wrong = all(o.is_wrong for o in more)
    sizes = sorted({o.sizes[size] for o in more})
    if len(ones) < ONES or len(more) < FEWEST_POINTS or len(sizes) == 1:
        return None
    if not (right and wrong):
        return None
    return RightAtOne(size, tuple(sizes))
