"""One-edit changes of a reference: what is made of a function, and what never is."""

from __future__ import annotations

import ast

import pytest

from autograder.exercise.edits import Edit, edits_of, rare_edits_of
from autograder.facts.notes import EditKind

SOURCE = """
import numpy as np

def gradient(x, y, y_pred):
    '''What students read.'''
    total = 0.0
    for i in range(len(x) - 1):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)

class Layer:
    def backward(self, d): return d
"""


def made_of(expression: str, *parameters: str) -> dict[str, EditKind]:
    """List what edits make of an expression of x and y, with their kinds."""
    source = f"def f(x, y):\n    return {expression}\n"
    return {e.source.partition("return ")[2]: e.kind for e in edits_of(source, "f", parameters)}


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("np.mean(x * y)", "np.sum(x * y)", EditKind.SUM_FOR_MEAN),
        ("x.sum(axis=0)", "x.mean(axis=0)", EditKind.MEAN_FOR_SUM),
        ("x.sum(axis=0)", "x.sum(axis=1)", EditKind.OTHER_AXIS),
        ("np.sum(x, axis=1, keepdims=True)", "np.sum(x, axis=0, keepdims=True)", EditKind.OTHER_AXIS),
        ("x.mean()", "x", EditKind.NOT_ADDED_UP),
        ("x.T @ y", "x @ y", EditKind.OTHER_TRANSPOSE),
        ("np.dot(x, y)", "np.dot(y, x)", EditKind.OTHER_TRANSPOSE),
        ("x - y", "y - x", EditKind.SIGN_TURNED),
        ("x - y", "x + y", EditKind.SIGN_TURNED),
        ("-x", "x", EditKind.SIGN_TURNED),
        ("x * y", "-x * y", EditKind.SIGN_TURNED),
        ("2 * x", "x", EditKind.CONSTANT_FACTOR),
        ("2 * x / 3", "2 * x", EditKind.CONSTANT_FACTOR),
        ("x * y", "y", EditKind.FACTOR_LEFT_OUT),
        ("x * y", "w * (x * y)", EditKind.FACTOR_TOO_MANY),
        ("x + y", "x", EditKind.TERM_LEFT_OUT),
        ("x + y", "x + y + y", EditKind.TERM_TWICE),
        ("x / len(y)", "x", EditKind.DIVISION_LEFT_OUT),
        ("x @ y", "x * y", EditKind.OTHER_PRODUCT),
        ("x ** 2", "x ** 3", EditKind.OTHER_POWER),
        ("np.log(x)", "x", EditKind.FUNCTION_LEFT_OUT),
        ("(x, y)", "(y, x)", EditKind.CHANGED_PLACES),
        ("np.where(x, y, 0)", "np.where(y, x, 0)", EditKind.CHANGED_PLACES),
        ("x[1]", "x[0]", EditKind.OTHER_INDEX),
        ("x[1]", "x", EditKind.OTHER_INDEX),
        ("x * y", "w * y", EditKind.OTHER_VARIABLE),
        ("np.tanh(x)", "np.maximum(x, 0)", EditKind.OTHER_ACTIVATION),
        ("1 / (1 + np.exp(-x))", "np.tanh(x)", EditKind.OTHER_ACTIVATION),
        ("y * (x > 0)", "y * (1 - x ** 2)", EditKind.OTHER_DERIVATIVE),
        ("y * x * (1 - x)", "y * (1 - x ** 2)", EditKind.OTHER_DERIVATIVE),
    ],
)
def test_an_edit_is_made_and_has_its_kind(right: str, wrong: str, kind: EditKind) -> None:
    made = {ast.unparse(ast.parse(text)): its_kind for text, its_kind in made_of(right, "w").items()}
    assert made[ast.unparse(ast.parse(wrong))] is kind


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("x + y", "x * y", EditKind.OTHER_OPERATION),
        ("x * y", "x / y", EditKind.OTHER_OPERATION),
        ("x / y", "y / x", EditKind.DIVISION_TURNED),
        ("x / y", "y", EditKind.FACTOR_LEFT_OUT),
        ("x - y", "y", EditKind.TERM_LEFT_OUT),
        ("x @ y", "np.abs(x) @ y", EditKind.ABSOLUTE_VALUE),
        ("1 + x", "2 + x", EditKind.OTHER_NUMBER),
        ("x - 1", "x - 2", EditKind.OTHER_NUMBER),
        ("x > 0", "x > 1", EditKind.OTHER_NUMBER),
        ("np.maximum(x, 0)", "np.maximum(x, -1)", EditKind.OTHER_NUMBER),
        ("x ** 2", "x ** -2", EditKind.OTHER_POWER),
        ("np.mean(x, axis=0)", "np.max(x, axis=0)", EditKind.OTHER_SUMMARY),
        ("x.sum(axis=0)", "np.median(x)", EditKind.OTHER_SUMMARY),
        ("x * y", "x[0] * y", EditKind.ONE_FOR_ALL),
        ("x * y", "x * y[::-1]", EditKind.REVERSED_ORDER),
    ],
)
def test_a_rare_edit_is_made_and_has_its_kind(right: str, wrong: str, kind: EditKind) -> None:
    edits = rare_edits_of(f"def f(x, y):\n    return {right}\n", "f")
    made = {ast.unparse(ast.parse(edit.source.partition("return ")[2])): edit.kind for edit in edits}
    assert made[ast.unparse(ast.parse(wrong))] is kind


def test_each_rare_text_is_made_once_and_keeps_what_decides_loops() -> None:
    rare = [edit.source for edit in rare_edits_of(SOURCE, "gradient")]
    assert len(rare) == len(set(rare)) > 20
    assert all("for i in range(len(x) - 1):" in text for text in rare)


def test_what_is_asked_for_its_size_alone_has_no_rare_edits() -> None:
    source = "def f(x):\n    return x.shape[0] * len(x)\n"
    edits = rare_edits_of(source, "f")
    assert edits
    assert all("len(x)" in edit.source and "x.shape[0]" in edit.source for edit in edits)


def test_each_text_is_made_once_and_never_the_reference() -> None:
    texts = [edit.source for edit in edits_of(SOURCE, "gradient", ("w",))]
    tree = next(node for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef))
    del tree.body[0]
    assert len(texts) == len(set(texts))
    assert ast.unparse(tree) not in texts


def test_what_decides_how_often_something_runs_is_left_alone() -> None:
    edits = edits_of(SOURCE, "gradient", ("w",))
    assert len(edits) > 20
    assert all("for i in range(len(x) - 1):" in edit.source for edit in edits)
    searching = "def f(x):\n    i = 0\n    while x[i] > 0:\n        i += 1\n    return i\n"
    assert all("x[i] > 0" in edit.source and "i += 1" in edit.source for edit in edits_of(searching, "f", ()))


def test_what_is_added_up_in_a_loop_may_be_left_out_or_subtracted() -> None:
    edits = edits_of(SOURCE, "gradient", ("w",))
    kinds = {edit.kind for edit in edits if "pass" in edit.source or "total -=" in edit.source}
    assert kinds == {EditKind.TERM_LEFT_OUT, EditKind.SIGN_TURNED}


def test_an_intermediate_result_may_be_used_before_its_last_step() -> None:
    source = "def f(d, h):\n    dz = d * (1 - h)\n    return dz.sum(), dz\n"
    edit = Edit("f", EditKind.FACTOR_LEFT_OUT, "def f(d, h):\n    dz = d * (1 - h)\n    return (dz.sum(), d)")
    assert edit in edits_of(source, "f", ())


@pytest.mark.parametrize(
    ("made_of", "kind"),
    [
        ("d * h", EditKind.FACTOR_LEFT_OUT),
        ("d - h", EditKind.TERM_LEFT_OUT),
        ("np.eye(d)[h]", EditKind.OTHER_VARIABLE),
    ],
)
def test_what_is_missing_of_an_intermediate_result_depends_on_its_last_step(
    made_of: str, kind: EditKind
) -> None:
    source = f"def f(d, h):\n    dz = {made_of}\n    return dz.T\n"
    edit = Edit("f", kind, f"def f(d, h):\n    dz = {made_of}\n    return d.T")
    assert edit in edits_of(source, "f", ())


def test_an_array_of_which_a_part_is_assigned_stays() -> None:
    source = "def f(d, y):\n    d[y] -= 1\n    return d\n"
    texts = [edit.source for edit in (*edits_of(source, "f", ()), *rare_edits_of(source, "f"))]
    assert any("d[-y] -= 1" in text for text in texts)
    assert all("    d[" in text or "pass" in text for text in texts)


def test_what_is_not_defined_by_def_at_the_top_has_no_edits() -> None:
    assert edits_of(SOURCE, "Layer.backward", ()) == []
    assert edits_of("f = abs", "f", ()) == []
    assert rare_edits_of("f = abs", "f") == []


def test_an_edit_has_another_name_where_it_is_played() -> None:
    edit = Edit("gradient", EditKind.SIGN_TURNED, "def gradient(x):\n    return -gradient(x)")
    assert edit.renamed("edit_0") == "def edit_0(x):\n    return -gradient(x)"
