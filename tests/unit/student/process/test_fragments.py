"""A text that is not Python as a whole is read statement by statement: what is not costs itself alone."""

from __future__ import annotations

import ast

import pytest

from autograder.student.process.fragments import MOST_BROKEN_PIECES, fragments
from autograder.student.process.parts import Text, program

A, B = "a = 1\n", "def b(x):\n    return x\n"
TEXTS: dict[str, tuple[list[str], int]] = {
    # text: the statements that are read, and the line that is not Python
    f"{A}def f(x:\n    return x\n{B}": ([A, B], 2),
    f"{A}def f(x):\n    return (x\n{B}": ([A, B], 3),
    f'{A}def f(x):\n    """Text\n    return x\n{B}': ([A, B], 3),
    f'def f(x):\n    """Text\n    return x\ndef g(x):\n    """Text."""\n    return x\n{B}': (
        ['def g(x):\n    """Text."""\n    return x\n', B],
        2,
    ),
    f"{A}def f(x):\n    y = x\n      return y\n{B}": ([A, B], 4),
    f"{A}else:\n    b = 2\n{B}": ([A, B], 2),
    f"{B}if b(1):\n": ([B], 3),
    f"```python\n{A}{B}```\n": ([A, B], 1),
    f"{B}<<<<<<< HEAD\n{A}=======\n{A}>>>>>>> main\n": ([B, A, A], 3),
    f"def f(x):\n    y = x\n<<<<<<< HEAD\n    return y\n=======\n    return x\n>>>>>>> main\n{A}": ([A], 3),
    f"{A}Here is my work.\n{B}": ([A, B], 2),
    f'{A}text = """\nelse (\n"""\nprint "a"\n{B}': ([A, 'text = """\nelse (\n"""\n', B], 5),
    f'd = dict(\na=1,\n)\nprint "a"\n{B}': (["d = dict(\na=1,\n)\n", B], 4),
    f"@b\ndef c(): return 1\nx = = 1\n{A}": (["@b\ndef c(): return 1\n", A], 3),
    f"if 1:\n    pass\nelse:\n    pass\nx = = 1\n{A}": (["if 1:\n    pass\nelse:\n    pass\n", A], 5),
    f"if 1:\n    pass\nelse\n    pass\n{A}": ([A], 3),
    f"z = 1 + \\\n\n{A}": ([A], 2),
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_not_python_costs_the_statement_it_stands_in(text: str) -> None:
    expected, line = TEXTS[text]
    found = fragments(text, "script.py")
    read = [ast.unparse(node) for fragment in found for node in fragment.body]
    assert read == [ast.unparse(ast.parse(statement)) for statement in expected]
    errors = [fragment.error for fragment in found if fragment.error is not None]
    assert isinstance(errors[0], SyntaxError)
    assert errors[0].lineno == line


def test_lines_are_counted_from_the_top_also_in_a_message() -> None:
    (_, wrong, last) = fragments("a = 1\nif a:\nb = (\n    2)\n", "script.py")
    assert str(wrong.error).startswith("expected an indented block after 'if' statement on line 2")
    assert [node.lineno for node in last.body] == [3]


def test_a_text_full_of_failures_is_not_looked_at_to_its_end() -> None:
    found = fragments("no python\n" * (10 * MOST_BROKEN_PIECES), "script.py")
    assert len(found) == MOST_BROKEN_PIECES + 1


@pytest.mark.parametrize(
    "text", ["(" * 10**5, '"""' * 10**5 + "(", "'\\" * 10**5, "a b\n" * 10**5, "\n(" * 10**4]
)
def test_a_hostile_text_is_read_in_bounded_work(text: str) -> None:
    assert any(fragment.error is not None for fragment in fragments(text, "script.py"))


CELLS = {
    "    a = 1\n    def b(x):\n        return x\n": 2,
    "\ta = 1\n\n\tb = 2\n": 2,
    ">>> a = 1\n>>> def b(x):\n...     return x\n": 2,
    "In [3]: import math\n": 1,
    "%matplotlib inline\n!pip install numpy\na = 1\n": 3,
}


@pytest.mark.parametrize("text", CELLS)
def test_a_script_is_read_as_a_cell_is_and_its_flaw_is_kept(text: str) -> None:
    found = program(Text("script.py", text))
    assert len(found.statements) == CELLS[text]
    assert isinstance(found.flaw, SyntaxError)


def test_a_common_indentation_and_a_syntax_error_are_two_things() -> None:
    found = program(Text("script.py", "    a = 1\n    b = (\n    c = 2\n"))
    assert [statement.error is None for statement in found.statements] == [True, False, True]


def test_what_is_wrong_with_a_line_is_not_what_became_of_it_as_ipython() -> None:
    (first, second) = fragments("print 'w = %.3f' % w\nprint 'f(5) =', forward(5)\n", "script.py")
    assert all("Missing parentheses" in str(fragment.error) for fragment in (first, second))


def test_a_line_that_is_not_python_is_read_as_often_as_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once with the text, and once by itself: a long one takes seconds each time."""
    read: list[str] = []
    parse = ast.parse

    def counted(source: str, *rest: str) -> ast.Module:
        read.append(source)
        return parse(source, *rest)

    monkeypatch.setattr(ast, "parse", counted)
    program(Text("a.py", "x = 1\ny = a < a <\n"))
    assert len([source for source in read if "a <" in source]) == 2
