"""Packs as platforms run them: set up, then a right file, a wrong one, and one that attacks."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.validity import classroom50_flaws, gradescope_flaws

if TYPE_CHECKING:
    import subprocess

    from tests.packs.conftest import Machine

pytestmark = pytest.mark.pack

ROOT = Path(__file__).parents[2]
EX01 = "ex01_linear_regression"
FILE = "linear_regression.py"
GOLDEN = ROOT / "tests" / "golden" / "ex01_linear_regression"
RIGHT = (GOLDEN / "reference" / FILE).read_text("utf-8")
WRONG = (GOLDEN / "sum_for_mean_gradient" / FILE).read_text("utf-8")
ATTACK = """
import glob, os, sys
def gradient(x, y, y_pred):
    print("::error::from a student", flush=True)
    stolen = []
    for pattern in PLACES:
        for name in glob.glob(pattern, recursive=True):
            try:
                with open(name) as file:
                    stolen.append(name)
            except OSError:
                pass
            try:
                with open(name, "w") as file:
                    file.write("overwritten")
            except OSError:
                pass
    raise ValueError(f"::error::stolen {len(stolen)}")
"""
"""A gradient that reads and overwrites whatever it finds in some places."""
HIJACK = {
    "pip.py": "raise SystemExit('hijacked')",
    "venv.py": "raise SystemExit('hijacked')",
    "numpy.py": "raise SystemExit('hijacked')",
    "autograder/__init__.py": "raise SystemExit('hijacked')",
    "scratch.py": "def other(): pass",
}
"""Files of a student's that Python would import if it started carelessly, and one more script."""


def attack(*places: Path) -> str:
    patterns = [f"{place}/**/*" for place in places]
    return f"{RIGHT}\nPLACES = {patterns}\n{ATTACK}"


def state(*folders: Path) -> dict[str, str]:
    """Hash every file in some folders."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_gradescope(gradescope_zip: Path, machine: Machine) -> None:
    source, submission, results = (machine.root / name for name in ("source", "submission", "results"))
    places = {"SOURCE": source, "SUBMISSION": submission, "RESULTS": results}
    paths = {f"AUTOGRADER_{name}": str(path) for name, path in places.items()}
    unzip = shutil.which("unzip") or pytest.skip("unzip is not there")
    assert machine.run(unzip, "-q", gradescope_zip, "-d", source).returncode == 0
    built = machine.run(source / "setup.sh", **paths)
    assert built.returncode == 0, built.stderr
    shutil.copy(source / "run_autograder", machine.root)
    for text, score in ((RIGHT, 10), (WRONG, 5), (attack(source, results), 4)):
        shutil.rmtree(submission, ignore_errors=True)
        submission.mkdir()
        (submission / FILE).write_text(text, "utf-8")
        before = state(source)
        done = machine.run(machine.root / "run_autograder", **paths)
        assert done.returncode == 0, done.stderr
        written = (results / "results.json").read_text("utf-8")
        assert [*gradescope_flaws(written, marked=True)] == []
        assert json.loads(written)["score"] == score
        assert state(source) == before
        assert ("stolen 0" in written) == (score == 4)
        assert not any(line.lstrip().startswith("::") for line in done.stdout.splitlines())


class Step(NamedTuple):
    """A step of a workflow that runs a command."""

    command: str
    condition: str
    environment: dict[str, str]


def steps_of(workflow: Path) -> list[Step]:
    yaml = pytest.importorskip("yaml")
    (job,) = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    return [
        Step(step["run"], step.get("if", ""), step.get("env", {})) for step in job["steps"] if "run" in step
    ]


def run_steps(
    workflow: Path, machine: Machine, workspace: Path, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the commands of a workflow until one fails; a step has the secrets that it asks for."""
    summary = machine.root / "summary.md"
    summary.write_text("")
    secrets = {f"${{{{ secrets.{name} }}}}": value for name, value in more.items()}
    bash = shutil.which("bash") or "bash"
    for step in steps_of(workflow):
        if step.condition and "SOLUTIONS" not in more:
            continue
        environment = {name: secrets[value] for name, value in step.environment.items()}
        done = machine.run(
            bash,
            "-e",
            "-c",
            step.command,
            cwd=workspace,
            GITHUB_WORKSPACE=str(workspace),
            GITHUB_STEP_SUMMARY=str(summary),
            **environment,
        )
        if done.returncode:
            break
    return done


def test_github_checks_open_items_on_each_push(github_folder: Path, machine: Machine) -> None:
    workspace = machine.root / "workspace"
    shutil.copytree(github_folder, workspace)
    workflow = workspace / ".github" / "workflows" / "check.yml"
    results = []
    for text in (RIGHT, WRONG):
        (workspace / FILE).write_text(text, "utf-8")
        results.append(run_steps(workflow, machine, workspace))
    right, wrong = results
    assert (right.returncode, wrong.returncode) == (0, 1), right.stderr
    assert "all open items pass; 3 more (6 points) are marked after hand-in" in right.stdout
    assert f"::error title=gradient/numerical failed%2C 0 / 2,file={FILE},line=" in wrong.stdout
    assert "gradient matches the examples" in (machine.root / "summary.md").read_text("utf-8")


@pytest.mark.parametrize("key", ["a private repository", "a secret"])
def test_github_grades_every_item_with_a_key_that_is_not_in_the_repository(
    github_folder: Path, machine: Machine, key: str
) -> None:
    workspace = machine.root / "workspace"
    submission = workspace / "submission"
    shutil.copytree(github_folder, submission)
    workflow = submission / ".github" / "workflows" / "grade.yml"
    secrets = {}
    if key == "a secret":
        secrets["SOLUTIONS"] = packed(ROOT / "solutions" / EX01)
    else:
        shutil.copytree(ROOT / "solutions", workspace / "key" / "solutions")
    for name, text in HIJACK.items():
        (submission / name).parent.mkdir(exist_ok=True)
        (submission / name).write_text(text)
    (submission / FILE).write_text(attack(workspace / "key"), "utf-8")
    done = run_steps(workflow, machine, workspace, **secrets)
    assert done.returncode == 0, done.stderr
    assert "4 / 10" in done.stdout
    assert f"file=submission/{FILE}" in done.stdout
    assert "stolen 0" in done.stdout
    commands = [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith(("::error title=", "::warning title=")) for line in commands)
    assert (machine.root / "junit.xml").is_file()


def packed(folder: Path) -> str:
    """Write a folder as the comment in the workflow says: tar, gzip, base64."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        archive.add(folder, folder.name)
    return base64.b64encode(data.getvalue()).decode()


def test_github_without_a_key_says_what_is_missing(github_folder: Path, machine: Machine) -> None:
    script = github_folder / ".github" / "autograder" / "solutions.sh"
    done = machine.run(script, SOLUTIONS="")
    assert done.returncode == 1
    assert "no answer key: set the variable SOLUTIONS_REPOSITORY or the secret SOLUTIONS" in done.stderr


RUNNER = {
    "CLASSROOM": "cs101",
    "ASSIGNMENT": "hw1",
    "USERNAME": "ada",
    "ASSIGNMENT_TYPE": "individual",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://github.com/x/y/commit/a",
    "RELEASE_URL": "https://github.com/x/y/releases/tag/b",
    "REVIEW_URL": "https://github.com/x/y/compare/a...b",
}
EVERY_ITEM, OPEN_ALONE = (
    {"right": 1000, "wrong": 500, "attack": 400},
    {"right": 400, "wrong": 100, "attack": 0},
)


def test_classroom50(classroom50_folder: Path, machine: Machine) -> None:
    checkout = machine.root / "checkout"
    python = machine.environment["AUTOGRADER_PYTHON"]
    scores = {}
    files = {"right": RIGHT, "wrong": WRONG, "attack": attack(classroom50_folder)}
    for name, text in files.items():
        shutil.rmtree(checkout, ignore_errors=True)
        checkout.mkdir()
        for other, content in HIJACK.items():
            (checkout / other).parent.mkdir(exist_ok=True)
            (checkout / other).write_text(content)
        (checkout / FILE).write_text(text, "utf-8")
        (checkout / "exercise.json").write_text("{}")  # would be another exercise
        (checkout / "result.json").write_text('{"score": 1000}')
        before = state(classroom50_folder)
        done = machine.run(python, classroom50_folder / "autograder.py", cwd=checkout, **RUNNER)
        assert done.returncode == 0, done.stderr
        written = (checkout / "result.json").read_text("utf-8")
        assert [*classroom50_flaws(written)] == []
        assert "stolen 0" in written or name != "attack"
        assert state(classroom50_folder) == before
        scores[name] = json.loads(written)["score"]
    assert scores == (EVERY_ITEM if (classroom50_folder / "solutions").is_dir() else OPEN_ALONE)


def test_classroom50_has_no_result_where_the_kit_could_not_grade(
    classroom50_folder: Path, machine: Machine
) -> None:
    checkout = machine.root / "checkout"
    checkout.mkdir()
    (checkout / FILE).write_text(RIGHT, "utf-8")
    python = machine.environment["AUTOGRADER_PYTHON"]
    done = machine.run(python, classroom50_folder / "autograder.py", cwd=checkout)
    assert done.returncode == 1
    assert "needs what its runner sets: CLASSROOM" in done.stderr
    assert not (checkout / "result.json").exists()
