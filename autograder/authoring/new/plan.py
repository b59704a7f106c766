"""What an exercise that is made of a file consists of, before it is written as a rubric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

REFERENCE_ORACLE, SLOPE_ORACLE, TRAINING_ORACLE = "reference", "numerical", "convergence"
TRAINING = "training"
USUAL_POINTS = 2.0
"""Of an item, where nothing says how many."""


class Worth(NamedTuple):
    """An item with its points."""

    function: str
    oracle: str
    points: float


class Bounds(NamedTuple):
    """The bounds of drawn numbers, where the usual ones do not serve; None stands for those."""

    data: float | None = None
    parameters: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal: what was inferred, and what is asked for."""

    title: str
    file: str
    source: str
    """The name of the file that it is made of."""
    facts: Mapping[str, Any]
    items: tuple[Worth, ...]
    bounds: Bounds = Bounds()  # noqa: RUF009 - it cannot change
    has_points: bool = False
    """Whether the file says how many points functions have."""

    def below(self, name: str) -> float | None:
        """Return the bound of a quantity; None if it is the usual one.

        What the objective does not depend on, as the argument of a sigmoid, keeps the usual one.
        """
        if name not in self.facts["needed"] or self.facts["arrays"][name]["kind"] != "real":
            return None
        return self.bounds.parameters if name in self.facts["parameters"] else self.bounds.data

    @property
    def training(self) -> Mapping[str, Any] | None:
        """The training run, if all that it needs can be written down."""
        training: Mapping[str, Any] | None = self.facts["training"]
        if training is None or None in (*training["start"].values(), *training["data"].values()):
            return None
        return training


def items_of(facts: Mapping[str, Any], points: Mapping[str, float], *, trains: bool) -> tuple[Worth, ...]:
    """List the items: each function beside the reference, derivatives as slopes, and training.

    Points by function, as a notebook may give them, are shared by its items; without any, each item has 2.
    """
    items: list[Worth] = []
    derivatives = set(facts["derivatives"].values())
    for step in facts["steps"]:
        oracles = [REFERENCE_ORACLE]
        if derivatives & set(step["results"]):
            oracles.append(SLOPE_ORACLE)
        for oracle in oracles:
            worth = points.get(step["name"], 0.0) / len(oracles) if points else USUAL_POINTS
            items.append(Worth(step["name"], oracle, worth))
    if trains and (not points or TRAINING in points):
        items.append(Worth(TRAINING, TRAINING_ORACLE, points.get(TRAINING, USUAL_POINTS)))
    return tuple(items)


def renamed(facts: Mapping[str, Any], prefix: str, functions: Sequence[str]) -> dict[str, Any]:
    """Name results to which the file gives no name: J, dw for a parameter w, or their function's initial."""
    names = _names_for(facts, prefix, functions)

    def named(result: str) -> str:
        return names.get(result, result)

    steps = []
    for step in facts["steps"]:
        arguments, results = (list(map(named, step[key])) for key in ("arguments", "results"))
        steps.append({**step, "arguments": arguments, "results": results})
    derivatives = {parameter: named(each) for parameter, each in facts["derivatives"].items()}
    objective = named(facts["objective"])
    return {**facts, "steps": steps, "derivatives": derivatives, "objective": objective}


def _names_for(facts: Mapping[str, Any], prefix: str, functions: Sequence[str]) -> dict[str, str]:
    """Find names for the results that begin with a prefix; one that is used already is not taken."""
    used = {*facts["arrays"], *functions, *(step["name"] for step in facts["steps"])}
    for step in facts["steps"]:
        used.update(step["arguments"], step["results"])
    wished = {derivative: f"d{parameter}" for parameter, derivative in facts["derivatives"].items()}
    wished[facts["objective"]] = "J"
    names: dict[str, str] = {}
    for step in facts["steps"]:
        for result in step["results"]:
            if result.startswith(prefix):
                name = wished.get(result, f"{step['name']}_result")
                names[result] = name if name not in used else result.removeprefix(prefix)
                used.add(names[result])
    return names
