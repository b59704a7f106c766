"""Write rubric.py as a person would, and keep for each line what it takes for granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from autograder.authoring.new import sentences
from autograder.authoring.new.plan import REFERENCE_ORACLE, Plan

LINE_WIDTH = 110
"""Characters of a line; a longer one is broken, one entry a line."""
CHOSEN_DIGITS, START_DIGITS = 4, 2
"""Digits of a number that somebody chose, and those that are kept of a random one, where training starts."""


class Line(NamedTuple):
    """A line of the rubric, with what it takes for granted."""

    text: str
    assumption: str = ""


def rubric_lines(plan: Plan) -> list[Line]:
    """Write the rubric."""
    body = [*_task(plan), *_items(plan)]
    text = "Rubric(" + "\n".join(line.text for line in body)
    names = ["Example", "Fixed", "Function", "Item", "Labels", "Real", "Rubric", "Task", "Training"]
    used = [name for name in names if f"{name}(" in text]
    used += [oracle for oracle in ("convergence", "numerical", "reference") if f", {oracle}, " in text]
    head = [
        Line(f'"""What is marked in the exercise made of {plan.source}."""'),
        Line(""),
        Line("from autograder.authors import ("),
        *(Line(f"    {name},") for name in used),
        Line(")"),
        Line(""),
        Line("rubric = Rubric("),
    ]
    return [*head, *body, Line(")")]


def _task(plan: Plan) -> Iterator[Line]:
    facts = plan.facts
    yield Line("    task=Task(")
    yield Line(f"        title={_text(plan.title)},", sentences.title(plan))
    yield Line(f"        file={_text(plan.file)},", sentences.file(plan))
    yield Line("        arrays={")
    for name, array in facts["arrays"].items():
        quantity = _quantity(array, name, plan)
        yield Line(f"            {_text(name)}: {quantity},", sentences.array(plan, name))
    yield Line("        },")
    yield Line(f"        parameters={_tuple(facts['parameters'])},", sentences.parameters(plan))
    yield Line("        functions=(", sentences.left_out(plan))
    for step in facts["steps"]:
        yield Line(f"            {_function(step)},", sentences.function(plan, step))
    yield Line("        ),")
    if facts["bundles"]:
        bundles = {name: tuple(held) for name, held in facts["bundles"].items()}
        yield Line(f"        bundles={_dictionary(bundles)},", sentences.bundles(plan))
    if facts["objective"]:
        yield Line(f"        objective={_text(facts['objective'])},", sentences.objective(plan))
        yield Line(f"        derivatives={_dictionary(facts['derivatives'])},", sentences.derivatives(plan))
    yield from _training(plan)
    yield Line("        examples=(", sentences.examples(plan))
    for function, inputs in facts["examples"]:
        values = [f"{name}={_value(value)}" for name, value in inputs.items()]
        yield from map(Line, _broken("            ", "Example(", [_text(function), *values]))
    yield Line("        ),")
    yield Line("    ),")


def _training(plan: Plan) -> Iterator[Line]:
    """Yield the lines of the training run, on one if they fit there."""
    training = plan.training
    if training is None:
        return
    start = {name: _rounded(value) for name, value in training["start"].items()}
    others = [f"data={_dictionary(training['data'])}"]
    others += [f"lr={training['lr']:g}", f"epochs={training['epochs']}"]
    first = f"start={_dictionary(start)}"
    lines = _broken("        ", "training=Training(", [first, *others])
    if any(len(line) > LINE_WIDTH for line in lines):
        lines[1:2] = _one_a_line("            ", start)
    yield Line(lines[0], sentences.training(plan))
    yield from map(Line, lines[1:])


def _one_a_line(indent: str, start: Mapping[str, Any]) -> list[str]:
    """Write where training starts, one parameter a line."""
    entries = [f"{indent}    {_text(name)}: {_value(value)}," for name, value in start.items()]
    return [f"{indent}start={{", *entries, f"{indent}}},"]


def _items(plan: Plan) -> Iterator[Line]:
    yield Line("    items=(", sentences.items(plan))
    for item in plan.items:
        parts = [_text(item.function), item.oracle, f"points={item.points:g}"]
        if item.oracle != REFERENCE_ORACLE:  # which alone needs the answer key
            parts.append("open=True")
        yield Line(f"        Item({', '.join(parts)}),")
    yield Line("    ),")


def _quantity(array: Mapping[str, Any], name: str, plan: Plan) -> str:
    sizes = list(map(_value, array["sizes"]))
    if array["kind"] == "fixed":
        values = sorted({0.0, array["value"], 1.0})
        return f"Fixed({', '.join(map(_value, values))})"
    if array["kind"] in {"labels", "one_hot"}:
        flag = ", one_hot=True" if array["kind"] == "one_hot" else ", real=True" if array["is_float"] else ""
        classes = sizes.pop() if array["kind"] == "one_hot" else _value(array["classes"])
        return f"Labels({', '.join([*sizes, f'classes={classes}'])}{flag})"
    below = plan.below(name)
    if below is not None:
        sizes.append(f"below={below:g}")
    return f"Real({', '.join(sizes)})"


def _function(step: Mapping[str, Any]) -> str:
    arguments = _text(" ".join(step["arguments"]))
    results = step["results"]
    if step["keys"]:
        returns = _dictionary(dict(zip(step["keys"], results, strict=True)))
    else:
        returns = _text(results[0]) if len(results) == 1 else _tuple(results)
    return f"Function({_text(step['name'])}, {arguments}, {returns})"


def _broken(indent: str, start: str, parts: Sequence[str]) -> list[str]:
    """Write a call on one line, or with one argument a line."""
    line = f"{indent}{start}{', '.join(parts)}),"
    if len(line) <= LINE_WIDTH:
        return [line]
    return [f"{indent}{start}", *(f"{indent}    {part}," for part in parts), f"{indent}),"]


def _value(value: Any) -> str:  # noqa: ANN401 - a number, a name, or nested lists of numbers
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return f"{value:.10g}"


def _rounded(value: Any) -> Any:  # noqa: ANN401 - as above
    """Round random numbers to a few digits; numbers that are short stay."""
    if isinstance(value, list):
        return list(map(_rounded, value))
    if isinstance(value, str) or float(f"{value:.{CHOSEN_DIGITS}g}") == value:
        return value
    return float(f"{value:.{START_DIGITS}g}")


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _tuple(names: Sequence[str]) -> str:
    inner = ", ".join(map(_text, names))
    return f"({inner},)" if len(names) == 1 else f"({inner})"


def _dictionary(values: Mapping[str, Any]) -> str:
    entries = [
        f"{_text(name)}: {_tuple(value) if isinstance(value, tuple) else _value(value)}"
        for name, value in values.items()
    ]
    return "{" + ", ".join(entries) + "}"
