"""Percent-format scripts: cells and regions."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authoring.script import cells, make_stub
from autograder.facts.errors import KitError

PATH = Path("solution.py")
SOLUTION = """\
# %% [markdown]
# # Title
#
# ### BEGIN SOLUTION
# the derivation
# ### END SOLUTION

# %%
def forward(x):
    ### BEGIN SOLUTION
    return w * x
    ### END SOLUTION
"""
STUB = """\
# %% [markdown]
# # Title
#
# *YOUR DERIVATION HERE*

# %%
def forward(x):
    # YOUR CODE HERE
    raise NotImplementedError()
"""


def test_a_region_becomes_a_stub_at_its_own_indent() -> None:
    assert make_stub(SOLUTION, PATH) == STUB


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("### BEGIN SOLUTION\nx = 1\n", 1),
        ("x = 1\n### END SOLUTION\n", 2),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION\n", 2),
        ("x = 1  ### BEGIN SOLUTION\n", 1),
    ],
)
def test_regions_that_do_not_pair_up_are_told_with_their_line(text: str, line: int) -> None:
    with pytest.raises(KitError, match=rf"solution\.py:{line}: "):
        make_stub(text, PATH)


def test_cells_are_split_and_prose_is_uncommented() -> None:
    first, second = cells(STUB)
    assert first.markdown
    assert first.prose == "# Title\n\n*YOUR DERIVATION HERE*"
    assert not second.markdown
