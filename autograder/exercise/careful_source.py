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

MODULES = tuple(
    f"autograder.numerics.{name}" for name in ("careful_rules", "careful", "careful_numpy", "careful_run")
)
"""In the order in which each imports those before it."""
DECISION = "autograder.numerics.careful_decision"
PREFIX = "careful "
"""Before the name of a function: with a blank in it, no solution has such a name."""
LOADING = """
def _loaded(modules):
    import marshal, sys, types
    for name, code in modules:
        module = sys.modules[name] = types.ModuleType(name)
        exec(marshal.loads(code), vars(module))
    return module
"""


def careful_name(function: str) -> str:
    """Name what runs a function on careful numbers."""
    return PREFIX + function


def careful_source(functions: Sequence[str], parameter: str) -> str:
    """Write what makes `careful NAME` of each function: it returns value, bound and exactness."""
    run = f"_loaded({_modules(MODULES)!r}).CarefulRun(globals(), {parameter!r})"
    names = {careful_name(name): name for name in functions}
    return (
        f"{LOADING}\n_run = {run}\nfor _new, _old in {names!r}.items(): globals()[_new] = _run.reply(_old)\n"
    )


def decision_source(parameter: str, drawing: Mapping[str, Any], subjects: Sequence[Sequence[Any]]) -> str:
    """Write what makes `decided(k)`: whether the k-th of subjects equals the function it is compared with."""
    module = f"_loaded({_modules((*MODULES, DECISION))!r})"
    return f"{LOADING}\ndecided = {module}.decider(globals(), {parameter!r}, {drawing!r}, {subjects!r})\n"


@functools.cache
def _modules(names: tuple[str, ...]) -> tuple[tuple[str, bytes], ...]:
    """List modules as compiled code, by their names; none of them is imported for that."""
    return tuple((name, marshal.dumps(_code(name))) for name in names)


def _code(name: str) -> Any:  # noqa: ANN401 - code, which marshal's types do not name
    spec = find_spec(name)
    loader = spec.loader if spec is not None else None
    if loader is None or not hasattr(loader, "get_code"):
        raise ModuleNotFoundError(name)
    return loader.get_code(name)
