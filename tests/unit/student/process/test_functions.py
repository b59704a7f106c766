"""What a request leaves behind in a student process: nothing that grows with its steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from autograder.student.process import functions as calling
from autograder.student.process.functions import Functions
from autograder.student.process.results import signatures_of
from autograder.student.process.values import Arrays, Values

NUMBER = {"n": 0.5}
INPUTS = {"x": 0, "w": NUMBER}
STEPS = 20
SWEEP = {"sweep": {"name": "w", "along": NUMBER, "steps": [float(step) for step in range(STEPS)]}}
DESCENT = {"descent": {"derivatives": {"w": "dw"}, "lr": 0.01, "epochs": STEPS}}


def signature(arguments: list[str], result: str) -> dict[str, Any]:
    return {"arguments": arguments, "results": [result], "keys": [], "bundles": {}}


def run_text(text: str, namespace: dict[str, Any]) -> None:
    exec(text, namespace)  # noqa: S102 - the text is in this file


@pytest.fixture
def functions() -> Functions:
    namespace: dict[str, Any] = {"w": 0.0}
    run_text("def forward(x): return w * x\ndef gradient(x, p): return float((x * p).sum())", namespace)
    described = {"forward": signature(["x"], "p"), "gradient": signature(["x", "p"], "dw")}
    return Functions(namespace, signatures_of(described), ["w"], {})


@pytest.mark.parametrize("what", ["sweep", "descent"])
def test_copies_of_arrays_do_not_pile_up_over_steps(
    functions: Functions, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand samples in ten thousand epochs would not fit into memory."""
    made: list[Values] = []

    class Noted(Values):
        def __init__(self, inputs: Mapping[str, Any], arrays: Arrays) -> None:
            super().__init__(inputs, arrays)
            made.append(self)

    monkeypatch.setattr(calling, "Values", Noted)
    request = {
        "functions": ["forward", "gradient"],
        "inputs": INPUTS,
        **(SWEEP if what == "sweep" else DESCENT),
    }
    run = functions.sweep if what == "sweep" else functions.descend
    (results,) = run(request, [np.ones(4)])
    assert results.shape == (STEPS,)
    assert [len(values.copies) for values in made] == [2]


def test_a_result_with_the_name_of_a_parameter_that_is_no_input_is_no_global(functions: Functions) -> None:
    described = {"forward": signature(["x"], "b"), "gradient": signature(["x"], "dw")}
    namespace: dict[str, Any] = {"b": "its own"}
    run_text("def forward(x): return x\ndef gradient(x): return 1.0 if b == 'its own' else 0.0", namespace)
    functions = Functions(namespace, signatures_of(described), ["w", "b"], {})
    (results,) = functions.sweep(
        {"functions": ["forward", "gradient"], "inputs": INPUTS, **SWEEP}, [np.ones(4)]
    )
    assert np.frombuffer(results.payload).tolist() == [1.0] * STEPS
