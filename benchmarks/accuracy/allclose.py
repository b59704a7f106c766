"""What np.allclose says of a submission: the check of most courses, on a few random examples.

    python benchmarks/accuracy/allclose.py < QUESTION.json > ANSWERS.json

Reads a reference, the calls of its functions and students' files; writes for each file whether np.allclose
with its defaults accepts every result of every function. Students' code runs in this very process, so call
it as a process of its own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np
from peers import SECONDS, SEED, Student, quiet, time_limit

from autograder.facts.calls import Array, Named
from autograder.facts.task import Task
from autograder.numerics.draws import Draw, entries_of

EXAMPLES = 3
"""Random examples of each function, as courses' tests have them."""
SAMPLES, OTHERS = 10, 3
"""Length of the first named size, and of every other one."""


def accepted(task: Task, solution: str, sources: Sequence[str]) -> list[bool]:
    """Ask a process of its own about students' files."""
    question = {"solution": solution, "task": _described(task), "sources": list(sources)}
    command = [sys.executable, __file__]
    done = subprocess.run(
        command, input=json.dumps(question), capture_output=True, text=True, check=True, timeout=1800
    )
    answers: list[bool] = json.loads(done.stdout)
    return answers


def _described(task: Task) -> dict[str, Any]:
    """Describe a task by its functions, and by random values of what no function makes."""
    sizes = dict.fromkeys(task.quantities.sizes, OTHERS)
    sizes[next(iter(sizes))] = SAMPLES
    examples = []
    for number in range(EXAMPLES):
        draw = Draw(random.Random(SEED + number), Named(sizes), number)
        example: dict[str, Any] = {}
        for name, quantity in task.arrays.items():
            value = draw.value(quantity, entries_of)
            is_array = isinstance(value, Array)
            example[name] = [value.dtype, value.shape, value.values] if is_array else value
        examples.append(example)
    functions = [(each.name, each.arguments, each.results) for each in task.functions]
    return {"functions": functions, "parameters": task.parameters, "examples": examples}


def agrees(student: Student, reference: Student, task: dict[str, Any]) -> bool:
    """Whether np.allclose accepts every result of every function; arguments come from the reference."""
    for example in task["examples"]:
        values = {name: _value(written) for name, written in example.items()}
        for parameter in task["parameters"]:
            student.set_global(parameter, _copied(values[parameter]))
            reference.set_global(parameter, _copied(values[parameter]))
        for name, arguments, results in task["functions"]:
            right = reference.call(name, *[_copied(values[argument]) for argument in arguments])
            got = student.call(name, *[_copied(values[argument]) for argument in arguments])
            if len(results) == 1:
                right, got = [right], [got]
            if len(got) != len(results) or not all(map(np.allclose, got, right)):
                return False
            values |= dict(zip(results, right, strict=True))
    return True


def _value(written: Any) -> Any:  # noqa: ANN401 - a number or an array
    if not isinstance(written, list):
        return written
    dtype, shape, values = written
    return np.array(values, dtype).reshape(shape)


def _copied(value: Any) -> Any:  # noqa: ANN401 - a number or an array
    return value.copy() if isinstance(value, np.ndarray) else value


def main() -> None:
    """Answer for the files of a question."""
    question = json.load(sys.stdin)
    answers = []
    with quiet():
        reference = Student(question["solution"])
        for source in question["sources"]:
            answer = False
            with suppress(BaseException), time_limit(SECONDS):
                answer = agrees(Student(source), reference, question["task"])
            answers.append(answer)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
