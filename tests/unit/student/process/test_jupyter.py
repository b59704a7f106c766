"""IPython's syntax becomes Python that does no harm, line for line."""

from __future__ import annotations

import ast

import pytest

from autograder.student.process.jupyter import as_python

CELLS = {
    "%matplotlib inline\nx = 1": "pass\nx = 1",
    "!pip install torch\nx = 1": "pass\nx = 1",
    "!(cd x; echo 'a\nx = 1": "pass\nx = 1",
    "files = !ls *.py\nhere = %pwd": "files = []\nhere = None",
    "%time y = f(3)\nz = %time g(2)": "y = f(3)\nz = g(2)",
    "%timeit f(2)\n%prun -s cumulative f(2)": "pass\npass",
    "?np.mean\nnp.mean??\nnp.mean?": "pass\npass\npass",
    "if x:\n    %timeit f(2)\n    !ls\nelse:\n    y = 1": "if x:\n    pass\n    pass\nelse:\n    y = 1",
    "z = (a\n     % b)\n%who": "z = (a\n     % b)\npass",
    'x = """\n%run\n!rm\n"""\nf?': 'x = """\n%run\n!rm\n"""\npass',
    "x = 'a%s' % 3 # what?\n%who": "x = 'a%s' % 3 # what?\npass",
    "x = f'{a!r}'\n%who": "x = f'{a!r}'\npass",
    "!ls \\\n   -l\nx = 1": "pass\n\nx = 1",
    "%%time\ndef f(x):\n    return x": "pass\ndef f(x):\n    return x",
    "%%time x = 1\ny = 2": "x = 1\ny = 2",
    "\n\n%%capture out\n%load_ext a\nx = 1": "\n\nout = get_ipython()\npass\nx = 1",
    "    x = 1\n    def f(y):\n        return y": "x = 1\ndef f(y):\n    return y",
    "\tx = 1\n\ty = 2": "x = 1\ny = 2",
    ">>> def f(x):\n...     return x\n... \n>>> y = 1": "def f(x):\n    return x\n\ny = 1",
    "In [3]: def f(x):\n   ...:     return x": "def f(x):\n    return x",
    "/forward 5\n,forward 5\n;forward 5": "pass\npass\npass",
    "x: list = !ls": "x: list = []",
    "%pylab inline\nx = 1": "import numpy as np; from pylab import *\nx = 1",
    "%%timeit\nf(3)\ng()": "pass\n\n",
    "%%bash\nls (\n'": "pass\n\n",
    "%%writefile a.py\ndef forward(x):\n    return 0": "pass\n\n",
}


@pytest.mark.parametrize(("cell", "python"), CELLS.items())
def test_magics_and_commands_do_nothing_and_what_they_run_in_place_stays(cell: str, python: str) -> None:
    assert as_python(cell) == python
    ast.parse(python)


@pytest.mark.nbgrader
@pytest.mark.parametrize("cell", CELLS)
def test_what_ipython_takes_for_python_is_kept(cell: str) -> None:
    """IPython's own rewriting of the cell compiles as well: no cell is saved that Jupyter would refuse."""
    inputtransformer2 = pytest.importorskip("IPython.core.inputtransformer2")
    ast.parse(inputtransformer2.TransformerManager().transform_cell(cell))


def test_a_command_that_jupyter_takes_for_a_magic_does_nothing() -> None:
    assert as_python("pip install torch") == "pass"
    assert as_python("pip = (") == "pip = ("


@pytest.mark.parametrize("cell", ["x = (", "def f(:\n    %time", "x = 1?2", "class", "%time f("])
def test_what_is_no_python_stays_none(cell: str) -> None:
    with pytest.raises(SyntaxError):
        ast.parse(as_python(cell))
