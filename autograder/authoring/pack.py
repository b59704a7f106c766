"""What one uploads to a platform: the kit, an exercise, and the commands that the platform runs."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from autograder.authoring import packs
from autograder.authoring.kit_wheel import File, kit_wheel
from autograder.authoring.release import release
from autograder.exercise.load import Exercise
from autograder.exporters.files import prepare_folder, write_atomically
from autograder.exporters.gradescope import unfinished
from autograder.facts.errors import KitError
from autograder.student.backend import Backend

Pack = dict[str, File]
"""Files by their paths in a pack."""
KIT_IN_REPOSITORY = ".github/autograder"
"""Where a repository keeps the kit and its commands."""


def gradescope_pack(exercise: Exercise, backend: Backend, visibility: str) -> Pack:
    """Make the autograder that Gradescope builds an image from; it stays with instructors."""
    fields = {"EXERCISE": exercise.name, "VISIBILITY": visibility}
    wheel = kit_wheel()
    return {
        "setup.sh": _template("gradescope/setup.sh", fields),
        "run_autograder": _template("gradescope/run_autograder", fields),
        "unfinished.json": File(unfinished().encode()),
        f"kit/{wheel.name}": File(wheel.data),
        **_solution(exercise),
        **_released(exercise, backend, f"exercises/{exercise.name}/"),
    }


def github_pack(exercise: Exercise, backend: Backend) -> Pack:
    """Make the repository that students get a copy of; no answer is in it."""
    fields = {"EXERCISE": exercise.name, "FILE": exercise.rubric.task.file}
    wheel = kit_wheel()
    pack = _released(exercise, backend, "")
    readme = pack["README.md"].data + _template("github/README.md", fields).data
    scripts = ("install.sh", "check.sh", "grade.sh", "solutions.sh")
    workflows = ("check.yml", "grade.yml")
    return {
        **pack,
        "README.md": File(readme),
        ".gitignore": File(b"__pycache__/\n.ipynb_checkpoints/\n"),
        f"{KIT_IN_REPOSITORY}/{wheel.name}": File(wheel.data),
        **{f"{KIT_IN_REPOSITORY}/{name}": _template(f"github/{name}", fields) for name in scripts},
        **{f".github/workflows/{name}": _template(f"github/{name}", fields) for name in workflows},
    }


def classroom50_pack(exercise: Exercise, backend: Backend, *, answer_key: bool) -> Pack:
    """Make the folder of an assignment's autograder, which Classroom 50 publishes on a web page."""
    wheel = kit_wheel()
    return {
        "autograder.py": _template("classroom50.py", {"EXERCISE": exercise.name}),
        wheel.name: File(wheel.data),
        **(_solution(exercise) if answer_key else {}),
        **_released(exercise, backend, f"exercises/{exercise.name}/"),
    }


def write_pack(pack: Pack, folder: Path) -> None:
    """Write a pack to a folder that is new or empty; KitError before anything is written, if it is not."""
    if folder.is_dir() and any(folder.iterdir()):
        raise KitError(f"{folder}: cannot be packed into, as it is not empty")
    prepare_folder(folder)
    try:
        _write_files(pack, folder)
    except BaseException:  # half of a pack would be taken for one
        _clear(folder)
        raise


def _write_files(pack: Pack, folder: Path) -> None:
    for name, file in pack.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, file.data)
        path.chmod(file.mode)


def _clear(folder: Path) -> None:
    """Remove what is in a folder that was empty before."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _solution(exercise: Exercise) -> Pack:
    """List the files of an exercise's solution: those that marking reads."""
    return {f"solutions/{exercise.name}/{name}": File(text.encode()) for name, text in exercise.texts.items()}


def _released(exercise: Exercise, backend: Backend, folder: str) -> Pack:
    return {f"{folder}{name}": File(text.encode()) for name, text in release(exercise, backend).items()}


def _template(name: str, fields: Mapping[str, str]) -> File:
    """Fill in a file of a pack; what starts with #! is a command."""
    text = files(packs).joinpath(name).read_text("utf-8")
    for field, value in fields.items():
        text = text.replace(f"@{field}@", value)
    return File(text.encode(), is_executable=text.startswith("#!"))
