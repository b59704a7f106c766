"""Packs of the first exercise, and a platform's machine: paths, environment, a Python for the kit."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from autograder.authoring.kit_wheel import archive_of
from autograder.authoring.pack import classroom50_pack, github_pack, gradescope_pack, write_pack

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend

ROOT = Path(__file__).parents[2]
NUMPY = Path(np.__file__).parents[1]
VERSION = f"python{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="session")
def gradescope_zip(ex01: Exercise, forking: Backend, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packs") / "autograder.zip"
    path.write_bytes(archive_of(gradescope_pack(ex01, forking, "after_published")))
    return path


@pytest.fixture(scope="session")
def github_folder(ex01: Exercise, forking: Backend, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "github"
    write_pack(github_pack(ex01, forking), folder)
    return folder


@pytest.fixture(scope="session", params=[True, False])
def classroom50_folder(
    request: pytest.FixtureRequest,
    ex01: Exercise,
    forking: Backend,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "classroom50"
    write_pack(classroom50_pack(ex01, forking, answer_key=request.param), folder)
    return folder


@dataclass(frozen=True)
class Machine:
    """A temporary root: what runs there has this environment, and no network for pip."""

    root: Path
    environment: dict[str, str]

    def run(
        self, *command: str | Path, cwd: Path | None = None, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as the platform would."""
        return subprocess.run(
            command,
            cwd=cwd or self.root,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Make a root with numpy, and nothing else, in what will be the kit's own Python."""
    packages = tmp_path / "kit" / "lib" / VERSION / "site-packages"
    packages.mkdir(parents=True)
    for path in NUMPY.glob("numpy*"):
        (packages / path.name).symlink_to(path)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    return Machine(
        tmp_path,
        {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "TMPDIR": str(temporary),
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "AUTOGRADER_PYTHON": sys.executable,
            "AUTOGRADER_VENV": str(tmp_path / "kit"),
            "RUNNER_TEMP": str(tmp_path),
        },
    )


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """Put the running kit where the platform would install it, which takes no time."""
    python = machine.root / "kit" / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} "$@"\n')
    python.chmod(0o755)
    return machine
