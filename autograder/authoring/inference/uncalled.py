"""Call the functions that a file defines and never calls, with values that had these names in other calls."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence

from autograder.authoring.inference.functions import Hints, parts_of, quiet
from autograder.authoring.inference.recording import Recorder
from autograder.authoring.inference.values import Value


def call_the_uncalled(recorder: Recorder, hints: Hints) -> tuple[str, ...]:
    """Call each once while the recorder watches, and name those that returned something.

    A loss that is plotted or never printed is often defined alone: training needs its derivative only.
    """
    called = {call.function for call in recorder.calls}
    values = _values_by_name(recorder, hints)
    tried = []
    for name in hints.wanted or hints.order:
        function = recorder.namespace.get(name)
        arguments = _arguments(function)
        if name in called or not callable(function) or not arguments or not values.keys() >= set(arguments):
            continue
        before = len(recorder.calls)
        _call(function, [values[argument] for argument in arguments])
        if len(recorder.calls) > before:
            tried.append(name)
    return tuple(tried)


def _call(function: Callable[..., Value], arguments: Sequence[Value]) -> None:
    """Call a function of the file; one that raises stays uncalled, which is reported with the others."""
    with quiet():
        try:
            function(*arguments)
        except Exception:  # noqa: BLE001 - the file's own function may raise anything
            return


def _arguments(function: Value) -> tuple[str, ...]:
    """Name the parameters without defaults of a function of the file; any other object has none."""
    if not inspect.isfunction(function):
        return ()
    parameters = inspect.signature(function).parameters.values()
    return tuple(each.name for each in parameters if each.default is inspect.Parameter.empty)


def _values_by_name(recorder: Recorder, hints: Hints) -> dict[str, Value]:
    """Collect the last value of each argument and result by its name, the very objects of the run."""
    values: dict[str, Value] = {}
    for call in recorder.calls:
        values |= call.given
        names = hints.results.get(call.function, ())
        parts = parts_of(call.returned)
        if len(names) == len(parts):
            values |= zip(names, parts, strict=True)
    return values
