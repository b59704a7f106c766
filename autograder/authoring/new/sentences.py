"""What a proposed rubric takes for granted, in one sentence for each of its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.authoring.new.plan import Plan


def title(plan: Plan) -> str:
    """Say where the title comes from."""
    return f"the title is {plan.title}"


def file(plan: Plan) -> str:
    """Say what students hand in."""
    return f"students hand in {plan.file}"


def array(plan: Plan, name: str) -> str:
    """Say what a quantity is."""
    facts = plan.facts["arrays"][name]
    sizes = [str(size) for size in facts["sizes"]]
    shape = f"shape ({', '.join(sizes)}{',' if len(sizes) == 1 else ''})" if sizes else "one number"
    seen = f", {_shape(facts['shape'])} in the run" if sizes else ""
    if facts["kind"] == "fixed":
        return f"{name} is a number that the task gives, {facts['value']:g} in the run"
    if facts["kind"] == "labels":
        return f"{name} holds class labels from 0 on, {shape}{seen}"
    if facts["kind"] == "one_hot":
        return f"{name} holds one-hot rows, {shape}{seen}"
    below = plan.below(name)
    bound = f"; drawn below {below:g}, as exponentials of larger ones round to 0" if below is not None else ""
    return f"{name} holds real numbers, {shape}{seen}{bound}"


def parameters(plan: Plan) -> str:
    """Say which quantities are trained, and how functions get them."""
    names, of_file = plan.facts["parameters"], plan.facts["globals"]
    if not names:
        return "nothing is trained: no result is the slope of another by one of its arguments"
    by_globals = [name for name in names if name in of_file]
    ways = []
    if by_globals:
        ways.append(f"{_listed(by_globals)} as globals")
    rest = [name for name in names if name not in of_file]
    if rest:
        ways.append(f"{_listed(rest)} as arguments")
    return f"the functions get their parameters {' and '.join(ways)}"


def function(plan: Plan, step: Mapping[str, Any]) -> str:
    """Say what a function takes from others, where it does."""
    makers = {result: each["name"] for each in plan.facts["steps"] for result in each["results"]}
    taken = [f"{name} is the result of {makers[name]}" for name in step["arguments"] if name in makers]
    sentence = f"{step['name']} is marked"
    if taken:
        sentence += f"; its argument {' and '.join(taken)}"
    if step["name"] in plan.facts["tried"]:
        sentence += "; the file does not call it: it was called once with what other functions get"
    return sentence


def left_out(plan: Plan) -> str:
    """Name the functions that are not marked."""
    reasons = [f"{name} {why}" for name, why in plan.facts["left_out"].items()]
    return f"not marked: {'; '.join(reasons)}" if reasons else ""


def bundles(plan: Plan) -> str:
    """Say which arguments are dictionaries."""
    held = [f"{name} is a dictionary of {_listed(names)}" for name, names in plan.facts["bundles"].items()]
    return "; ".join(held)


def objective(plan: Plan) -> str:
    """Say what training makes small."""
    name = plan.facts["objective"]
    maker = next(step["name"] for step in plan.facts["steps"] if name in step["results"])
    return f"training makes {name} small, which {maker} returns"


def derivatives(plan: Plan) -> str:
    """Say that derivatives were measured."""
    pairs = plan.facts["derivatives"].items()
    by = " and ".join(f"{derivative} by {parameter}" for parameter, derivative in pairs)
    return f"the derivatives are {by}: each agrees with the numerical slope of {plan.facts['objective']}"


def training(plan: Plan) -> str:
    """Say which run training is."""
    facts = plan.facts["training"]
    return f"{facts['epochs']} steps with lr {facts['lr']:g}, as measured where the file trains"


def examples(plan: Plan) -> str:
    """Say what is printed."""
    number = len(plan.facts["examples"])
    return f"the task prints {number} call{'s' if number != 1 else ''}, with results"


def items(plan: Plan) -> str:
    """Say how many points there are."""
    total = sum(item.points for item in plan.items)
    return f"{len(plan.items)} items with {total:g} points in all"


def _shape(shape: list[int]) -> str:
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def _listed(names: list[str]) -> str:
    return ", ".join(names)
