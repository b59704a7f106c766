"""Classes and caches as an author describes them: what cannot be marked is refused, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.authoring.mutants import one_edit, renamed
from autograder.authoring.notebooks import place
from autograder.exercise.key import Reference
from autograder.exercise.load import PARTS, load_exercise, load_texts
from autograder.facts.errors import KitError
from tests.styles.styles import SOLUTIONS

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend

TRAINING = "# %% [markdown]\n# ## Training"
"""Where the script starts to call its functions: without it, the kit is the first to call them."""
LAYERS, CACHED = "layers", "cached"


def spoilt(name: str, part: str, old: str, new: str) -> Exercise:
    """Load an exercise with one edit in one of its files."""
    texts = {each: (SOLUTIONS / name / each).read_text("utf-8") for each in PARTS}
    texts["solution.py"] = texts["solution.py"].partition(TRAINING)[0]
    assert old in texts[part]
    return load_texts(SOLUTIONS / name, {**texts, part: texts[part].replace(old, new)})


CLASS = '"MSELoss": Object(before=("forward",))'
RUBRICS = {
    "a class that is not described": (LAYERS, CLASS, "", "MSELoss.forward is a method, and objects says"),
    "a class without methods": (
        LAYERS,
        CLASS,
        f'{CLASS}, "ReLU": Object()',
        "objects describes the class ReLU, of which no method is a function of the task",
    ),
    "an unknown size": (
        LAYERS,
        '"D", "out_',
        '"K", "out_',
        "Linear is made of K, which is neither in arrays nor",
    ),
    "an unknown attribute": (
        LAYERS,
        '("W", "b"), ("forward",))',
        '("V", "b"), ("forward",))',
        "Linear holds V",
    ),
    "an unknown method before": (
        LAYERS,
        '("W", "b"), ("forward",))',
        '("W", "b"), ("forwards",))',
        "Linear.forwards is called before other methods, .*; Linear.forward is",
    ),
    "an attribute of a function": (
        CACHED,
        '"z", "a", cache',
        '"z", ".a", cache',
        "relu_forward has results that are attributes, and is not a method",
    ),
    "a cache that nothing makes": (
        CACHED,
        'cache="cache_z"',
        'cache=""',
        "relu_backward takes cache_z, which is not",
    ),
    "a cache behind a dictionary": (
        CACHED,
        '"z", "a", cache',
        '"z", {"a": "a"}, cache',
        "relu_forward returns a dictionary, and a cache can stand behind other results alone",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), RUBRICS.values(), ids=RUBRICS)
def test_what_a_rubric_says_of_classes_and_caches_has_to_fit(
    name: str, old: str, new: str, said: str
) -> None:
    with pytest.raises(KitError, match=rf"rubric\.py: {said}"):
        spoilt(name, "rubric.py", old, new)


REFERENCES = {
    "no such method": (
        LAYERS,
        "def backward(self, dLdZ)",
        "def back(self, dLdZ)",
        "has no function Linear.backward",
    ),
    "an attribute that is not set": (
        LAYERS,
        "self.dLdb = np",
        "dLdb = np",
        r"py:33: Linear.backward does not set self.dLdb, at ",
    ),
    "too few results": (
        CACHED,
        "x.T @ dout, dout.sum(axis=0)",
        "x.T @ dout",
        r"py:\d+: affine_backward returns a tuple of 2|py:\d+: affine_backward (does not return|returns)",
    ),
    "no cache": (CACHED, "return np.maximum(0, z), z", "return np.maximum(0, z)", r"relu_forward"),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), REFERENCES.values(), ids=REFERENCES)
def test_a_class_or_cache_that_cannot_be_marked_is_named_with_its_place(
    forking: Backend, name: str, old: str, new: str, said: str
) -> None:
    with (
        pytest.raises(KitError, match=said),
        Reference(spoilt(name, "solution.py", old, new), forking) as reference,
    ):
        reference.answer_key(1)


def test_a_mistake_of_a_class_is_about_the_last_method_of_the_task_in_it() -> None:
    notes = {mistake.name: mistake.note for mistake in load_exercise(SOLUTIONS, LAYERS).mistakes}
    assert notes["Linear__weights_not_transposed"] == "Linear.forward/weights-not-transposed"
    assert notes["Linear__bias_averaged"] == "Linear.backward/bias-averaged"


def test_a_mistake_without_a_method_of_the_task_is_refused() -> None:
    with pytest.raises(
        KitError, match=r"mistakes\.py:\d+: MSELoss__mean_over_samples defines no method that"
    ):
        spoilt(LAYERS, "mistakes.py", "def forward(self, Z, Y)", "def forwards(self, Z, Y)")


def test_a_mutant_of_a_method_stands_in_a_class_that_has_the_other_methods() -> None:
    exercise = load_exercise(SOLUTIONS, LAYERS)
    mutants = one_edit(exercise.solution, "MSELoss.backward", ("W", "b"))
    assert not any("(-self)" in mutant.source or "abs(self)" in mutant.source for mutant in mutants)
    assert renamed(mutants[0], "mutant_0").startswith("class mutant_0(MSELoss):\n    def backward(self):\n")


def test_a_method_is_checked_behind_the_cell_of_its_class_and_training_behind_its_loop() -> None:
    exercise = load_exercise(SOLUTIONS, LAYERS)
    subjects = ("Linear.forward", "Linear.backward", "training")
    placed = list(place(exercise.solution, exercise.rubric.task, subjects))
    checked = {each.cell.source.partition("\n")[0]: each.subjects for each in placed if each.subjects}
    assert checked == {
        "class Linear:": ("Linear.forward", "Linear.backward"),
        "layer, loss = Linear(2, 3), MSELoss()": ("training",),
    }
