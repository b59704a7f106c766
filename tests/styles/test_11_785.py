"""11-785: a layer is a class; derivatives are left in attributes, and backward needs forward."""

from __future__ import annotations

import textwrap

from autograder.checks.reference import agrees_at
from autograder.exercise.released import wanted_for
from autograder.facts.limits import Limits
from autograder.nbgrader.source import grade_id
from autograder.student.in_place import InPlace
from autograder.submission.candidates import defines
from tests.styles.styles import Style, Wrong

STYLE = "layers"
FORWARD, BACKWARD, SLOPE = (
    "Linear.forward/reference",
    "Linear.backward/reference",
    "Linear.backward/numerical",
)
LOSS, LOSS_BACKWARD, TRAINING = (
    "MSELoss.forward/reference",
    "MSELoss.backward/reference",
    "training/convergence",
)
NOT_SET = "self.dLdW: the attribute is not set when Linear.backward has run; dLdA and self.dLdb: right"
WRONG = (
    Wrong(
        "self.dLdb = dLdZ.T @ self.Ones\n",
        "self.dLdb = dLdZ.T @ self.Ones / self.N\n",
        {BACKWARD: 0.667, SLOPE: 1, TRAINING: 2},
        "self.dLdb: 1/N of the right value; dLdA and self.dLdW: right | The bias is added to each sample",
    ),
    Wrong(
        "self.dLdW = dLdZ.T @ self.A",
        "self.dLdW = self.A.T @ dLdZ",
        {BACKWARD: 0.667, SLOPE: 1, TRAINING: 2},
        "self.dLdW: transposed: shape (D, M) in the place of (M, D); dLdA and self.dLdb: right",
    ),
    Wrong("self.dLdW = dLdZ", "dLdW = dLdZ", {BACKWARD: 0.667, SLOPE: 1, TRAINING: 2}, NOT_SET),
    Wrong(
        "        return dLdA\n\n\n# %%\nclass MSELoss",
        "        self.dLdA = dLdA\n\n\n# %%\nclass MSELoss",
        {BACKWARD: 0.667},
        "dLdA: returns None, expected an array of shape",
    ),
    Wrong(
        "        self.A = A\n        self.N = A.shape[0]\n        self.Ones",
        "        self.N = A.shape[0]\n        self.Ones",
        {FORWARD: 2, BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "raised AttributeError: 'Linear' object has no attribute 'A', called with N = 1, D = 3, M = 2",
    ),
    Wrong(
        "def backward(self, dLdZ):",
        "def backwards(self, dLdZ):",
        {BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "class Linear has no method backward; backwards in line 22 stands in it | the task asks for the name",
    ),
    Wrong(
        "class Linear:",
        "class LinearLayer:",
        {FORWARD: 2, BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "there is no class Linear; class LinearLayer has its methods | the task asks for the name Linear",
    ),
    Wrong(
        "        dLdA = dLdZ @ self.W\n",
        "        dLdA = dLdZ @ self.W\n        self.W *= 2.0\n",
        {BACKWARD: 2},
        "changes W in place, which its object holds | an operator that works in place",
    ),
    Wrong(
        "return float(sse[0, 0]) / (self.N * self.C)",
        "return float(sse[0, 0]) / self.N",
        {LOSS: 2},
        "M times the right value | The mean is over all entries of Z",
    ),
    Wrong(
        "dLdA = 2 * (self.A - self.Y)",
        "dLdA = (self.A - self.Y)",
        {LOSS_BACKWARD: 2, TRAINING: 2},
        "1/2 of the right value",
    ),
    Wrong(
        "        Z = self.A @ self.W.T + self.Ones @ self.b.T\n        return Z",
        "        raise NotImplementedError()",
        {FORWARD: 2, BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "the stub is untouched",
    ),
)


def test_marks_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*WRONG) == {}


def test_a_method_that_is_not_indented_is_found_outside_of_its_class(style: Style) -> None:
    start = style.right.index("    def backward(self, dLdZ):")
    method = style.right[start : style.right.index("# %%", start)]
    report = style.graded(style.right.replace(method, textwrap.dedent(method)))
    told = {item.id: item.feedback for item in report.items}
    measured = "class Linear has no method backward; backward in line 22 stands outside of the class"
    assert (told[BACKWARD].measured, told[BACKWARD].note) == (measured, "Linear.backward/outside-the-class")


def test_a_file_without_its_class_or_a_method_is_told_what_is_not_there(style: Style) -> None:
    start = style.right.index("class MSELoss")
    without_class = style.right[:start] + style.right[style.right.index("# %%", start) :]
    without_method = without_class + "class MSELoss:\n    def forward(self, A, Y): return 0.0\n"
    told = [
        {item.id: item.feedback.measured for item in style.graded(text).items}[LOSS_BACKWARD]
        for text in (without_class, without_method)
    ]
    assert told == ["there is no class named MSELoss", "class MSELoss has no method backward"]


def test_a_class_in_a_notebook_s_kernel_is_called_in_place(style: Style) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    exec(style.right, names)  # noqa: S102 - what a kernel does
    probes = style.run.marking.key.probes["Linear.backward"]
    with InPlace(names, style.run.marking.task, Limits()) as runner:
        outcomes = runner.run([probe.call for probe in probes])
    assert all(map(agrees_at, outcomes, probes))


def test_a_hand_in_is_recognised_by_its_classes(style: Style) -> None:
    wanted = wanted_for(style.run.marking.task)
    assert wanted.functions == ("Linear", "MSELoss")
    assert defines(b"class Linear(object):", wanted)
    assert not defines(b"class Linearly:\n    def Linear_like(self): ...", wanted)


def test_nbgrader_knows_the_item_of_a_method_by_letters_it_allows() -> None:
    assert grade_id("layers", BACKWARD) == "layers-Linear-backward-reference"
