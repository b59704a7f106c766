"""The text that stands behind a solution in the reference's process and runs it on careful numbers.

The modules of careful numbers are handed over as code that was compiled before: that process cannot read
the kit's files, a student process never holds them, and the judge itself never imports them or NumPy.
"""

from __future__ import annotations

import functools
import marshal
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from autograder.facts.interface import Function

CAREFUL_MODULES = tuple(
    f"autograder.numerics.{name}"
    for name in (
        "careful_rules",
        "careful",
        "careful_numpy",
        "careful_arguments",
        "careful_kinks",
        "careful_run",
    )
)
"""In the order in which each imports those before it."""
DECISION = "autograder.numerics.careful_decision"
CAREFUL_PREFIX = "careful "
"""Before the name of a function: with a blank in it, no solution has such a name."""
DECIDED_PREFIX = "decided "
"""Likewise, where equal numbers that are handed over do not count as a tie."""
SMOOTH_PREFIX = "smooth "
"""Before one of these: where a kink counts as a tie, although the result is the same either way."""
WAYS_TO_RUN = [{"exact_ties": ties, "kinks": kinks} for ties in (True, False) for kinks in (True, False)]
"""The ways in which a function is run."""
VALUE_PREFIX = "value of "
"""Before the name of a global, likewise."""
LOADING = """
def _loaded(modules):
    import marshal, sys, types
    for name, code in modules:
        module = sys.modules[name] = types.ModuleType(name)
        exec(marshal.loads(code), vars(module))
    return module
"""


def careful_name(function: str, *, exact_ties: bool = True, kinks: bool = True) -> str:
    """Name what runs a function on careful numbers; ties of exact numbers, and kinks, may count or not."""
    name = (CAREFUL_PREFIX if exact_ties else DECIDED_PREFIX) + function
    return name if kinks else SMOOTH_PREFIX + name


def careful_source(functions: Mapping[str, Function], parameters: Sequence[str]) -> str:
    """Write what makes `careful NAME` of each function: it returns value, bound and exactness."""
    signatures = {name: (each.returned, each.keys) for name, each in functions.items()}
    names = ", ".join(f"{careful_name('', **ways)!r}: {ways!r}" for ways in WAYS_TO_RUN)
    return (
        f"{LOADING}\n_careful = {loading(CAREFUL_MODULES)}\n"
        f"_signatures = {{_name: _careful.Signature(*_each) for _name, _each in {signatures!r}.items()}}\n"
        f"_run = _careful.CarefulRun(globals(), {tuple(parameters)!r}, _signatures)\n"
        f"for _name in _signatures:\n"
        f"    for _prefix, _ways in {{{names}}}.items():\n"
        f"        globals()[_prefix + _name] = _run.reply(_name, **_ways)\n"
    )


def decision_source(drawing: Mapping[str, Any], subjects: Sequence[Sequence[Any]]) -> str:
    """Write what makes `decided(k)`: whether the k-th of subjects equals the function it is compared with."""
    module = loading((*CAREFUL_MODULES, DECISION))
    return f"{LOADING}\ndecided = {module}.decider(globals(), {drawing!r}, {subjects!r})\n"


def values_source(names: Sequence[str]) -> str:
    """Write what makes `value of NAME` of each global: a function without arguments that returns it."""
    return (
        f"import numpy as _numpy\nfor _name in {tuple(names)!r}:\n"
        f"    globals()[{VALUE_PREFIX!r} + _name] = lambda _name=_name: _numpy.asarray(globals()[_name])\n"
    )


def value_name(name: str) -> str:
    """Name the function that returns a global."""
    return VALUE_PREFIX + name


@functools.cache
def loading(names: tuple[str, ...]) -> str:
    """Write what loads modules from compiled code, and gives the last; none of them is imported for that."""
    modules = tuple((name, marshal.dumps(_code(name))) for name in names)
    return f"_loaded({modules!r})"


def _code(name: str) -> Any:  # noqa: ANN401 - code, which marshal's types do not name
    spec = find_spec(name)
    loader = spec.loader if spec is not None else None
    if loader is None or not hasattr(loader, "get_code"):
        raise ModuleNotFoundError(name)
    return loader.get_code(name)
