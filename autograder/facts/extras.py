"""Import what belongs to an extra of the kit, or say which command installs it."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import cast

from autograder.facts.errors import KitError

DISTRIBUTION = "gradient-autograder"
GRAMMAR = "rfc3987_syntax"
"""A module that jsonschema loads on import, for a format that notebooks do not use; it takes 2 seconds."""


def command(extra: str) -> str:
    """Return the command that installs an extra."""
    return f"pip install '{DISTRIBUTION}[{extra}]'"


def module_of(extra: str, module: str, need: str) -> ModuleType:
    """Import a module that needs an extra; KitError if it is missing. `need` says for what it is needed."""
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules.setdefault(GRAMMAR, None)
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise KitError(f"{need}: {command(extra)} ({error})") from error
    finally:
        if modules[GRAMMAR] is None:
            del modules[GRAMMAR]
