"""What a mark depends on besides the submission: the exercise, this kit, the seed and the limits."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.versions import versions

KIT_FOLDER = Path(__file__).resolve().parents[1]
MARKING = (
    "facts",
    "numerics",
    "submission",
    "student",
    "checks",
    "exercise",
    "diagnosis",
    "grading",
    "classes",
)
"""The parts of the kit that a mark can depend on: those above these ask for marks, and show them."""


@dataclass(frozen=True)
class Settings:
    """Results made with equal settings, of the same file, are the same."""

    exercise: str
    exercise_hash: str
    seed: int
    grader_hash: str
    limits: Limits

    @functools.cached_property
    def key(self) -> str:
        """Identify them; every submission of a class is looked up by it."""
        return json.dumps(
            [self.exercise, self.exercise_hash, self.seed, self.grader_hash, self.limits._asdict()]
        )

    def changed_since(self, key: str) -> str:
        """Say in words what differs from the settings of a key."""
        names = ("exercise", "exercise", "seed", "version of the kit, of Python or of numpy", "limits")
        pairs = zip(names, json.loads(key), json.loads(self.key), strict=True)
        return ", ".join(dict.fromkeys(name for name, before, now in pairs if before != now))


@functools.cache
def grader_hash() -> str:
    """Hash what marks: the modules that a mark can depend on, and the versions of what they run on."""
    digest = hashlib.sha256(json.dumps(versions(numpy="")).encode())
    digest.update(numpy_version().read_bytes())
    for module in marking_modules():
        digest.update(f"\0{module.relative_to(KIT_FOLDER).as_posix()}\0".encode() + module.read_bytes())
    return digest.hexdigest()


def numpy_version() -> Path:
    """Find the file that names NumPy's version; to import what reads packages' metadata takes longer."""
    spec = find_spec("numpy")
    if spec is None or spec.origin is None:
        raise KitError("NumPy is not installed")
    return Path(spec.origin).with_name("version.py")


def marking_modules(kit: Path = KIT_FOLDER) -> list[Path]:
    """List the modules that a mark can depend on, those in folders of a part as well."""
    modules = [module for part in MARKING for module in (kit / part).rglob("*.py")]
    return sorted([kit / "__init__.py", kit / "authors.py", *modules])
