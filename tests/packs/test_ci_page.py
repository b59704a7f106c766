"""docs/ci.md is true: its commands print what it shows, and each service could run what it says to paste."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.exporters.formats import FORMATS
from tests.authoring_page import CONSOLE, FILE, files, write
from tests.test_authoring_page import pattern_of
from tests.test_command_line import EX01, ROOT, SUM, Command, command
from tests.test_command_line import FILE as SCRIPT
from tests.validity import junit_flaws, prairielearn_flaws

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.student.backend import Backend

__all__ = ["command"]  # the fixture
PAGE = ROOT / "docs" / "ci.md"
PASTED = files(PAGE)
WORKFLOW = "linear-regression/.github/workflows/check.yml"
OWN_TEST = "linear-regression/test_derivation.py"
BASH = shutil.which("bash") or "bash"
INSTALL = re.compile(r"python -I -m pip install --quiet (\S+\.whl).*")
RIGHT = (ROOT / "tests" / "golden" / "ex01_linear_regression" / "reference" / SCRIPT).read_text("utf-8")
SERVICES = ("github", "gitlab")
GRADEBOOKS = {"canvas", "moodle"}
"""Formats that fill a platform's export; the page shows them where the kit has them."""
GITLAB = {"CI": "true", "GITLAB_CI": "true", "CI_COMMIT_BRANCH": "main"}
GITHUB = {"CI": "true", "GITHUB_ACTIONS": "true"}


def environment(root: Path, **more: str) -> dict[str, str]:
    """Make the variables of a machine on which the kit is installed, and folders stand for Git's services."""
    settings = root / "gitconfig"
    lines = ["[user]", "name = A Teacher", "email = teacher@example.org"]
    for service in SERVICES:
        lines += [f'[url "file://{root}/services/{service}/"]', f"insteadOf = git@{service}.com:"]
    settings.write_text("\n".join(lines))
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(root),
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        **more,
    }


def in_bash(text: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a text as a service does: in bash, until a command fails."""
    return subprocess.run(
        [BASH, "-e", "-c", text], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


def git(root: Path, *arguments: str | Path) -> None:
    done = in_bash(shlex.join(["git", *map(str, arguments)]), root, environment(root))
    assert done.returncode == 0, done.stderr


@pytest.fixture
def teacher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Lay out what a teacher has before the page begins: the answer key, repositories, and downloads."""
    shutil.copytree(ROOT / "solutions" / EX01, tmp_path / "solutions" / EX01)
    (tmp_path / "students.txt").write_text("ada\ngrace\nlinus\n")
    for service in SERVICES:
        course = tmp_path / "services" / service / "course"
        course.mkdir(parents=True)
        git(tmp_path, "init", "-q", "--bare", course / "linear-regression.git")
    for student, text in (("ada", RIGHT), ("grace", SUM)):
        repository = tmp_path / "services" / "github" / "course" / f"linear-regression-{student}.git"
        write(repository, {SCRIPT: text})
        for line in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Done"]):
            git(tmp_path, "-C", repository, *line)
    (tmp_path / "downloads").mkdir()
    for name, places in DOWNLOADS.items():
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for place, text in places.items():
                archive.writestr(place, text)
    variables = environment(tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables


DOWNLOADS = {
    "downloads/submissions.zip": {
        f"lovelaceada_71_9001_{SCRIPT}": RIGHT,
        f"hoppergrace_LATE_73_9002_{SCRIPT}": SUM,
    },
    "downloads/hand-ins.zip": {
        f"Ada Lovelace_71_assignsubmission_file/{SCRIPT}": RIGHT,
        f"Grace Hopper_73_assignsubmission_file/{SCRIPT}": SUM,
    },
}
"""What Canvas and Moodle deliver."""


def blocks() -> Iterator[re.Match[str]]:
    """Yield the files and the commands of the page in their order."""
    text = PAGE.read_text("utf-8")
    yield from sorted((*FILE.finditer(text), *CONSOLE.finditer(text)), key=re.Match.start)


def walk() -> Iterator[tuple[str, list[str]]]:
    """Write the page's files, and yield each command with its output, in the order of the page."""
    for block in blocks():
        if "path" in block.groupdict():
            write(Path(), {block["path"]: block["text"]})
            continue
        for shown in block["text"].removeprefix("$ ").split("\n$ "):
            line, *output = shown.splitlines()
            yield line, output


def test_the_walk_prints_what_the_page_shows(
    command: Command,
    teacher: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    forking: Backend,
    unclosed: Callable[[Backend], Backend],
) -> None:
    monkeypatch.setattr("autograder.cli.pack.best_backend", lambda: unclosed(forking))
    for line, output in walk():
        if "import.csv" in line and not FORMATS.keys() >= GRADEBOOKS:
            continue
        name, *arguments = shlex.split(line)
        if name == "autograder":
            status, out, err = command(*arguments, *(["--quiet"] if arguments[0] == "grade" else []))
            err = "".join(part for part in err.splitlines(keepends=True) if "exercises are those" not in part)
        else:
            done = in_bash(line, tmp_path, teacher)
            status, out, err = done.returncode, done.stdout, done.stderr
        assert status == 0, err
        assert re.fullmatch(pattern_of(output), f"{err}{out}".rstrip("\n"), re.DOTALL), (line, f"{err}{out}")


@pytest.fixture
def workspace(github_folder: Path, tmp_path: Path) -> Path:
    """Check out a student's repository."""
    folder = tmp_path / "workspace"
    shutil.copytree(github_folder, folder)
    return folder


def document_of(name: str) -> Any:  # noqa: ANN401 - YAML
    return pytest.importorskip("yaml").safe_load(PASTED[name])


def lines_in(commands: list[str]) -> str:
    """Join commands; the kit is installed, so that only the wheel's name is tried."""
    return "\n".join(INSTALL.sub(r"test -f \1", each) for each in commands)


def test_gitlab_shows_each_open_item(workspace: Path, tmp_path: Path) -> None:
    (job,) = document_of("gitlab/.gitlab-ci.yml").values()
    results = []
    for text in (SUM, RIGHT):
        (workspace / SCRIPT).write_text(text, "utf-8")
        variables = environment(tmp_path, **GITLAB, CI_PROJECT_DIR=str(workspace))
        results.append(in_bash(lines_in(job["script"]), workspace, variables))
        written = (workspace / job["artifacts"]["reports"]["junit"]).read_text("utf-8")
        assert [*junit_flaws(written, places=True)] == []
    wrong, right = results
    assert (wrong.returncode, right.returncode) == (1, 0), right.stderr
    assert "2 of 5 open items pass" in wrong.stdout
    assert job["artifacts"]["when"] == "always"


def test_own_tests_and_the_kits_have_one_score(workspace: Path, tmp_path: Path) -> None:
    (job,) = document_of(WORKFLOW)["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    (workspace / Path(OWN_TEST).name).write_text(PASTED[OWN_TEST])
    variables = environment(tmp_path, **GITHUB, GITHUB_WORKSPACE=str(workspace))
    (workspace / SCRIPT).write_text(SUM, "utf-8")
    wrong = in_bash(lines_in(commands), workspace, variables)
    (shown,) = re.findall("^    (score: .*)", PAGE.read_text("utf-8"), re.MULTILINE)
    assert (wrong.returncode, shown in wrong.stdout) == (1, True), wrong.stdout
    (workspace / SCRIPT).write_text(RIGHT, "utf-8")
    (workspace / "derivation.md").write_text("dJ/dw = 2/N sum x (w x - y)")
    right = in_bash(lines_in(commands), workspace, variables)
    assert (right.returncode, "score: 6 of 6 points" in right.stdout) == (0, True), right.stdout
    (artifact,) = (step["with"]["path"] for step in job["steps"] if "upload-artifact" in step.get("uses", ""))
    assert (workspace / artifact).is_file()


def test_the_page_uses_the_actions_of_the_packs(github_folder: Path) -> None:
    packed = {*actions_in("".join(path.read_text() for path in github_folder.glob(".github/workflows/*")))}
    assert packed
    assert {*actions_in(PASTED[WORKFLOW])} <= packed


def actions_in(text: str) -> list[str]:
    return re.findall(r"uses: (\S+)", text)


def test_prairielearn_reads_a_submission_from_its_folders(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "solutions", tmp_path / "grade" / "serverFilesCourse" / "solutions")
    write(tmp_path, {f"grade/student/{SCRIPT}": SUM})
    text = PASTED["prairielearn.sh"].replace("/grade/", f"{tmp_path}/grade/")
    done = in_bash(text, tmp_path, environment(tmp_path))
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "grade" / "results" / "results.json").read_text("utf-8")
    assert [*prairielearn_flaws(written, marked=True)] == []
    assert '"score": 0.5' in written


def test_jenkins_reads_a_strict_junit_file(workspace: Path, tmp_path: Path) -> None:
    (workspace / SCRIPT).write_text(SUM, "utf-8")
    done = in_bash(PASTED["jenkins.sh"], workspace, environment(tmp_path))
    assert done.returncode == 1, done.stderr
    assert [*junit_flaws((workspace / "junit.xml").read_text("utf-8"), places=False)] == []
