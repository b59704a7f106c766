"""Compute results by the file's own functions, each from those before it."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.authoring.inference.functions import parts_of, quiet
from autograder.authoring.inference.quantities import Model, Step
from autograder.authoring.inference.values import Value, Values, copied, is_numeric, plain


class NoValueError(Exception):
    """A function raised, or returned something else than its results."""


class Evaluation:
    """The functions of a file that has run, and their quantities."""

    def __init__(self, namespace: dict[str, Value], model: Model) -> None:
        self._namespace, self.model = namespace, model
        self._makers = {result: step for step in model.steps for result in step.results}

    def results(self, wanted: Iterable[str], given: Values) -> dict[str, Value]:
        """Compute results from given quantities; NoValueError where that fails.

        Globals are set again before each call, as a function may change them.
        """
        values = dict(given)
        with quiet():
            for name in wanted:
                self._compute(name, values)
        return {name: values[name] for name in wanted}

    def _compute(self, name: str, values: dict[str, Value]) -> None:
        if name in values:
            return
        step = self._makers.get(name)
        if step is None:
            raise NoValueError(name)
        arguments = [self._argument(argument, values) for argument in step.arguments]
        for each in self.model.globals:
            if each in values:
                self._namespace[each] = copied(values[each])
        try:
            returned = self._namespace[step.name](*arguments)
        except Exception as error:
            raise NoValueError(f"{step.name}: {error}") from error
        values.update(_taken_apart(step, returned))

    def _argument(self, name: str, values: dict[str, Value]) -> Value:
        for each in self.model.names_of(name):
            self._compute(each, values)
        if name in self.model.bundles:
            return {each: copied(values[each]) for each in self.model.bundles[name]}
        return copied(values[name])


def _taken_apart(step: Step, returned: Value) -> dict[str, Value]:
    if step.keys:
        parts = [returned.get(key) for key in step.keys] if isinstance(returned, dict) else []
    elif len(step.results) == 1:
        parts = [returned]
    else:
        parts = list(returned) if isinstance(returned, tuple | list) else parts_of(returned)
    values = [plain(part) for part in parts]
    if len(values) != len(step.results) or not all(map(is_numeric, values)):
        raise NoValueError(f"{step.name} returns something else")
    return dict(zip(step.results, values, strict=True))
