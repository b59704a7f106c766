"""The shape of the kit: layers, sizes, and what a student process may hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from autograder.grading.settings import marking_modules
from autograder.student.launch import environment, interpreter

ROOT = Path(__file__).parents[1]
MODULES = [path for path in (ROOT / "autograder").rglob("*.py") if "demo_class" not in path.parts]
LARGEST = 250
"""Lines beyond which a module is no longer one sentence."""


def test_imports_go_down_and_never_round() -> None:
    """The layers and the absence of cycles are contracts in pyproject.toml."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_no_module_is_too_large_to_read() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert len(sizes) == len(MODULES)
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    assert [p for p in MODULES if not p.read_text("utf-8").startswith(('"""', 'r"""'))] == []


IN_A_STUDENT_PROCESS = {
    "": ("facts", "student"),
    "facts": ("attributes", "dtypes", "text"),
    "student": ("process", "protocol", "sandbox"),
    "student.process": (
        *("children", "contract", "defined_data", "describe", "descriptors", "fragments", "functions"),
        *("imports", "interruptions", "jupyter", "loading", "objects", "outline", "own_values", "parts"),
        *("places", "results", "serving", "stand_ins", "steps", "syntax", "training_data", "uses", "values"),
        *("warm_up", "worker", "zygote"),
    ),
    "student.protocol": ("frames", "orders", "ways"),
    "student.sandbox": ("kernel", "landlock", "namespaces", "readable", "seal", "seccomp"),
}
"""Folder -> the modules of it that are loaded where student code runs; "" is the kit itself."""


def test_a_student_process_loads_nothing_that_could_hold_an_answer() -> None:
    """The zygote loads facts and the student layer; no rubric, no key, no check, no exercise."""
    command = interpreter("zygote")
    command[-1] = command[-1].replace(
        "main()", "import json; print(json.dumps([m for m in sys.modules if m.startswith('autograder')]))"
    )
    printed = subprocess.run(command, env=environment(), capture_output=True, check=True, text=True).stdout
    loaded = set(json.loads(printed)) - {"autograder"}
    allowed = {
        ".".join(filter(None, ("autograder", folder, name)))
        for folder, names in IN_A_STUDENT_PROCESS.items()
        for name in names
    }
    assert "autograder.student.process.zygote" in loaded
    assert loaded == allowed


MARK = """
import sys
from pathlib import Path
from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from autograder.classes.run import prepare
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn

backend = best_backend()
run = prepare(load_exercise(Path("solutions"), "ex01_linear_regression"), backend, Limits(seconds=0.3))
list(run.reports(HandIn("ada", path, Path(path)) for path in sys.argv[1:]))
backend.close()
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("autograder")), sep="\\n")
"""
MARKED = (
    "reference",
    "missing_function",
    "sum_for_mean_gradient",
    "notebook_run_out_of_order",
    "raises_in_loss",
)
"""Goldens that make the judge diagnose what is absent, wrong, run otherwise, or raises."""


def test_every_module_that_marks_counts_as_a_part_of_the_marks() -> None:
    """Whatever is loaded while submissions are graded is in the hash by which old results are known."""
    golden = ROOT / "tests" / "golden" / "ex01_linear_regression"
    submissions = [next((golden / name).glob("linear_regression.*")) for name in MARKED]
    command = [sys.executable, "-c", MARK, *map(str, submissions)]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True).stdout
    loaded = set(map(Path, printed.split()))
    assert ROOT / "autograder" / "diagnosis" / "explain.py" in loaded
    assert loaded - set(marking_modules()) == set()


def test_a_module_in_a_folder_of_a_part_counts_as_well(tmp_path: Path) -> None:
    (tmp_path / "student" / "sandbox").mkdir(parents=True)
    module = tmp_path / "student" / "sandbox" / "seal.py"
    module.write_text("", "utf-8")
    assert module in marking_modules(tmp_path)


def test_the_judge_needs_no_numpy() -> None:
    """Grading a class imports no numpy into the judge: there is nothing a hostile array could reach."""
    code = (
        "import sys; from autograder.cli import main; "
        "status = main(['grade', sys.argv[1], '--json']); "
        "sys.exit(status or ('numpy' in sys.modules and 3))"
    )
    submission = ROOT / "tests" / "golden" / "ex01_linear_regression" / "reference" / "linear_regression.py"
    done = subprocess.run(
        [sys.executable, "-c", code, str(submission)], capture_output=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr.decode()
