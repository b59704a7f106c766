"""Name the lengths of axes as a teacher would: N samples, D features, C classes, H hidden units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from autograder.authoring.inference.kinds import ONE_HOT, Kind
from autograder.authoring.inference.lengths import Group
from autograder.authoring.inference.redrawn import CLASSES, Axis

FOR_SAMPLES, FOR_FEATURES, FOR_UNITS, FOR_CLASSES = "N", "D", "H", "C"
FOR_OTHERS = ("K", "M", "L", "P", "Q")


def size_names(
    groups: Sequence[Group], kinds: Mapping[str, Kind], parameters: Collection[str]
) -> dict[Axis, str]:
    """Give each group of axes a name, by where it occurs."""
    names: dict[Axis, str] = {}
    used: set[str] = set()
    for group in groups:
        if group == tuple(axis for axis in group if axis.place == CLASSES):
            continue  # a number of classes that no axis has: it stays the number that it is
        wished = _wished(group, kinds, parameters)
        name = next(each for each in _like(wished) if each not in used)
        used.add(name)
        names |= dict.fromkeys(group, name)
    return names


def _wished(group: Group, kinds: Mapping[str, Kind], parameters: Collection[str]) -> str:
    of_parameters = {axis.quantity for axis in group} & set(parameters)
    data = [axis for axis in group if axis.quantity not in parameters]
    if any(_is_of_classes(axis, kinds) for axis in group):
        return FOR_CLASSES
    if not data:
        return FOR_UNITS
    if of_parameters:
        return FOR_FEATURES
    has_samples = all(axis.place == 0 for axis in data) or len(data) > 1 or bool(parameters)
    return FOR_SAMPLES if has_samples else FOR_FEATURES


def _is_of_classes(axis: Axis, kinds: Mapping[str, Kind]) -> bool:
    return axis.place == CLASSES or (kinds[axis.quantity].name == ONE_HOT and axis.place == 1)


def _like(wished: str) -> Iterator[str]:
    """Yield a name, and others for a second size of its kind."""
    yield wished
    if wished == FOR_UNITS:
        yield from (f"{FOR_UNITS}{k}" for k in range(2, 100))
    yield from FOR_OTHERS
    yield from (f"{wished}{k}" for k in range(2, 100))
