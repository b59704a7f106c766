"""What is not Python is named: another version's syntax, a character of a text, a mark of another tool."""

from __future__ import annotations

import pytest

from autograder.facts.syntax import SYNTAX_MISTAKES, named

MISSING = "Missing parentheses in call to 'print'. Did you mean print(...)?"
LINES = {
    (
        "invalid character '\u2212' (U+2212)",
        "return y_pred \u2212 y",
    ): "a minus sign from a word processor; Python's is -",
    ("invalid non-printable character U+00A0", "a = 1"): "a no-break space, as copied from a web page",
    ("invalid character 'ж' (U+0436)", "a = ж"): "",
    (MISSING, 'print "w =", w'): "a statement of Python 2",
    ("invalid syntax", "if w <> 2:"): "as in Python 2",
    ("invalid syntax", 'raise ValueError, "no"'): "as in Python 2",
    ("invalid syntax", "type Vector = np.ndarray"): "the type statement needs Python 3.12",
    ("expected '('", "def first[T](x: T) -> T:"): "type parameters need Python 3.12",
    ("f-string: unmatched '['", 'print(f"{d["w"]}")'): "such an f-string needs Python 3.12",
    ("invalid syntax", 'print(t"{w}")'): "a template string needs Python 3.14",
    (
        "multiple exception types must be parenthesized",
        "except A, B:",
    ): "as in Python 2, and from Python 3.14 on",
    ("invalid syntax", "<<<<<<< HEAD"): "a mark of a merge that is not finished",
    ("invalid syntax", "```python"): "a fence of Markdown",
    ("invalid syntax", "%matplotlib inline"): "a command of IPython's",
    ("'(' was never closed", "return np.mean((y_pred - y) ** 2"): "",
    ("invalid syntax", "x = = 3"): "",
}


@pytest.mark.parametrize(("message", "text"), LINES)
def test_a_line_that_is_not_python_is_named(message: str, text: str) -> None:
    assert named(message, text) == LINES[message, text]


def test_every_kind_has_a_line_that_shows_it() -> None:
    assert {what for _, _, what in SYNTAX_MISTAKES} <= {*LINES.values(), "Python 3.15 takes it"}
