"""Functions with several results, chains of functions, dictionaries of parameters, and objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Array, Opaque, Sweep
from autograder.facts.interface import Interface, Object
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, Unfit
from autograder.student.session import Session
from tests.calls import call, function, interface, module, returned

if TYPE_CHECKING:
    from autograder.facts.calls import Call
    from autograder.student.backend import Backend

LIMITS = Limits(seconds=0.5, idle=1.0)
BOTH = interface("both(x) dw db", parameters=("w", "b"))
KEYS = interface(function("both(x) dw db", as_dictionary=True), parameters=("w", "b"))
RESULTS = returned({"dw": (1.0, 2.0), "db": 3.0})
NUMBERS = returned({"dw": 1.0, "db": 3.0})


def run(backend: Backend, source: str, called_by: Interface, *calls: Call) -> tuple[Outcome, ...]:
    with Session(backend, module(f"import numpy as np\n{source}", called_by), LIMITS) as session:
        return session.run(calls)


def both(backend: Backend, body: str, called_by: Interface = BOTH) -> Outcome:
    (outcome,) = run(backend, f"def both(x):\n    {body}\n", called_by, call("both", x=(1.0, 2.0)))
    return outcome


@pytest.mark.parametrize("body", ["return x, 3.0", "return [x, 3.0]"])
def test_several_results_are_a_tuple_or_a_list_in_the_order_of_their_names(
    forking: Backend, body: str
) -> None:
    assert both(forking, body) == RESULTS


def test_an_array_of_numbers_holds_several_results(forking: Backend) -> None:
    assert both(forking, "return np.array([1.0, 3.0])") == NUMBERS


def test_a_dictionary_holds_results_by_their_names_in_any_order_and_more_besides(forking: Backend) -> None:
    assert both(forking, "return {'db': 3.0, 1: None, 'dw': x}", KEYS) == RESULTS


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("return 1.0", "a single number"),
        ("return x, 1.0, 2.0", "a tuple of 3"),
        ("return [x]", "a list of 1"),
        ("return ((x, 3.0),)", "a tuple of 1"),
        ("return np.ones((2, 2))", "an array of shape (2, 2)"),
        ("return np.ones(3)", "an array of shape (3,)"),
        ("return", "None"),
        ("return {'dw': x, 'db': 3.0}", "a dict"),
        ("return 'ab'", "text"),
    ],
)
def test_what_does_not_hold_the_results_is_named(forking: Backend, body: str, kind: str) -> None:
    outcome = both(forking, body)
    assert isinstance(outcome, Unfit)
    assert (outcome.function, outcome.value.kind, outcome.results) == ("both", kind, ("dw", "db"))


def test_keys_that_a_dictionary_lacks_are_named(forking: Backend) -> None:
    outcome = both(forking, "return {'dw': x}", KEYS)
    assert isinstance(outcome, Unfit)
    assert (outcome.value.kind, outcome.as_dictionary) == ("a dict without db", True)


def test_a_result_that_is_nested_deeper_is_a_value_of_another_kind(forking: Backend) -> None:
    assert both(forking, "return x, (1.0, 2.0)") == returned({"dw": (1.0, 2.0), "db": Opaque("tuple")})


HOSTILE = {
    "a length that lies": "class R(tuple):\n        def __len__(self): return 2\n    return R((1.0,))",
    "an endless iterator": "class R(list):\n        def __iter__(self):\n            while True: yield 0.0\n"
    "    return R((1.0, 2.0))",
    "an array that gives more": "class R(np.ndarray):\n        def __iter__(self): return iter([1.0] * 9)\n"
    "    return np.ones(2).view(R)",
    "keys that are not there": "class R(dict):\n"
    "        def __contains__(self, key): return False\n    return R()",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_value_that_lies_about_what_it_holds_is_unfit(forking: Backend, body: str) -> None:
    assert isinstance(both(forking, body), Unfit)


RAISING = {
    "entries": "class R(list):\n        def __iter__(self): raise ValueError\n    return R((1.0, 2.0))",
    "a dictionary": "class R(dict):\n        def __getitem__(self, key): raise ValueError\n"
    "    return R(dw=1.0, db=2.0)",
}


@pytest.mark.parametrize(
    ("body", "called_by"), [*zip(RAISING.values(), (BOTH, KEYS), strict=True)], ids=RAISING
)
def test_a_value_that_raises_when_it_is_taken_apart_counts_for_its_function(
    forking: Backend, body: str, called_by: Interface
) -> None:
    outcome = both(forking, body, called_by)
    assert isinstance(outcome, Raised)
    assert (outcome.function, outcome.type) == ("both", "ValueError")


def test_results_that_are_too_large_together_are_named_by_their_shapes(forking: Backend) -> None:
    many = interface("many() " + " ".join(f"r{k}" for k in range(64)))
    (outcome,) = run(forking, "def many():\n    return [np.ones(4096)] * 64\n", many, call("many"))
    assert isinstance(outcome, Returned)
    assert set(outcome.results.values()) == {Opaque("array of shape (4096,)")}


CHAIN = interface("hidden(x) h", "output(h, x) p", "both(x, p) dw db", parameters=("w", "b"))
RIGHT = """\
def hidden(x):
    {hidden}
    return w * x
def output(h, x):
    {output}
    return h + x + b
def both(x, p):
    {both}
    return p * x, p.sum()
"""
WHOLE = call("hidden", "output", "both", x=(1.0, 2.0), w=2.0, b=1.0)


def chained(backend: Backend, **bodies: str) -> Outcome:
    bodies = dict.fromkeys(("hidden", "output", "both"), "pass") | bodies
    (outcome,) = run(backend, RIGHT.format(**bodies), CHAIN, WHOLE)
    return outcome


def test_results_flow_by_name_through_a_chain(forking: Backend) -> None:
    assert chained(forking) == returned({"dw": (4.0, 14.0), "db": 11.0})


@pytest.mark.parametrize("function", ["hidden", "output"])
def test_each_function_of_a_chain_has_inputs_of_its_own(forking: Backend, function: str) -> None:
    changes = {"hidden": "x = x.copy(); x *= 1; globals()['seen'] = x; x[:] = x", "output": "x[:] = x"}
    assert chained(forking, **{function: changes[function]}) == chained(forking)
    spoiled = {
        "hidden": "kept = x.copy(); x[:] = 9; x = kept",
        "output": "kept = x.copy(); x[:] = 9; x = kept",
    }
    assert chained(forking, **{function: spoiled[function]}) == chained(forking)


def test_a_change_of_an_input_by_the_last_function_is_reported_by_name(forking: Backend) -> None:
    outcome = chained(forking, both="kept = x.copy(); x[:] = 9; x = kept")
    assert outcome == returned({"dw": (4.0, 14.0), "db": 11.0}, changed=("x",))


@pytest.mark.parametrize("name", ["hidden", "output", "both"])
def test_an_absent_function_is_named_wherever_it_is_in_the_chain(forking: Backend, name: str) -> None:
    source = RIGHT.format(hidden="pass", output="pass", both="pass") + f"del {name}\n"
    assert run(forking, source, CHAIN, WHOLE) == (Absent(name),)


@pytest.mark.parametrize("name", ["hidden", "output", "both"])
def test_an_exception_names_its_function_wherever_it_is_in_the_chain(forking: Backend, name: str) -> None:
    outcome = chained(forking, **{name: "raise ValueError('no')"})
    assert isinstance(outcome, Raised)
    assert (outcome.function, outcome.message) == (name, "no")


def test_a_function_stored_under_another_name_is_called_instead(forking: Backend) -> None:
    source = "def other(x): return x, 5.0\nboth = 'taken'\n"
    (outcome,) = run(forking, source, BOTH, call("both", instead="other", x=(1.0, 2.0)))
    assert outcome == returned({"dw": (1.0, 2.0), "db": 5.0})


def test_parameters_are_arguments_or_globals_and_may_be_arrays(forking: Backend) -> None:
    source = "def both(x, w): return w * x, b + np.float64('b' in globals())\n"
    called_by = interface("both(x, w) dw db", parameters=("w", "b"))
    given = call("both", x=(1.0, 2.0), w=(3.0, 4.0), b=(1.0, 2.0))
    swept = call(
        "both",
        x=(1.0, 2.0),
        w=(0.0, 1.0),
        b=0.0,
        sweep=Sweep("w", Array("float64", (2,), (1.0, 2.0)), (0.0, 1.0)),
    )
    assert run(forking, source, called_by, given, swept) == (
        returned({"dw": (3.0, 8.0), "db": (2.0, 3.0)}),
        returned({"dw": Array("float64", (2, 2), (0.0, 2.0, 1.0, 6.0)), "db": (1.0, 1.0)}),
    )
    assert run(forking, "def both(x, w): return 'w' in globals(), 0.0\n", called_by, given) == (
        returned({"dw": Array("bool", (), (False,)), "db": 0.0}),
    )


def test_results_that_differ_in_shape_from_step_to_step_are_no_array(forking: Backend) -> None:
    source = "def both(x): return np.ones(int(w)), w\n"
    swept = call("both", x=1.0, w=0.0, b=0.0, sweep=Sweep("w", 1.0, (1.0, 2.0)))
    assert run(forking, source, BOTH, swept) == (
        returned({"dw": Opaque("results that differ in shape"), "db": (1.0, 2.0)}),
    )


def test_a_function_that_changes_an_array_along_a_sweep_changes_it_for_no_other(forking: Backend) -> None:
    source = "def forward(x, w):\n    w *= 2\n    return x\ndef loss(w, y_pred):\n    return w[0]\n"
    called_by = interface("forward(x, w) y_pred", "loss(w, y_pred) J")
    sweep = Sweep("w", Array("float64", (2,), (3.0, 0.0)), (0.0, 1.0))
    swept = call("forward", "loss", x=1.0, w=(1.0, 0.0), sweep=sweep)
    assert run(forking, source, called_by, swept) == (returned({"J": (1.0, 4.0)}),)


def test_a_parameter_that_a_function_sets_is_reported_by_name(forking: Backend) -> None:
    source = "def both(x):\n    global b\n    b = 7.0\n    return x, 1.0\n"
    (outcome,) = run(forking, source, BOTH, call("both", x=1.0, w=0.0, b=0.0))
    assert outcome == returned({"dw": 1.0, "db": 1.0}, parameters=("b",))


BUNDLE = Interface(interface("both(x, params) dw db").functions, ("W", "b"), bundles={"params": ("W", "b")})
PARAMETERS = call("both", x=2.0, W=(1.0, 2.0), b=3.0)


def test_parameters_in_a_dictionary_are_fresh_copies_and_no_globals(forking: Backend) -> None:
    source = (
        "def both(x, params):\n    kept = params['W'].copy()\n    params['W'] *= 5\n    del params['W']\n"
    )
    source += "    return kept * x, params['b'] + ('W' in globals())\n"
    expected = returned({"dw": (2.0, 4.0), "db": 3.0}, changed=("W",))
    assert run(forking, source, BUNDLE, PARAMETERS, PARAMETERS) == (expected, expected)


LAYER = Interface(
    interface("Linear.forward(A) Z", "Linear.backward(dLdZ) dLdA self.dLdW self.dLdb").functions,
    (),
    objects={"Linear": Object({"in_features": "D"}, ("W", "b"), ("forward",))},
)
LINEAR = """\
class Linear:
    {head}
    def __init__(self, in_features):
        self.D = in_features
    def forward(self, A):
        {forward}
        self.A = A
        return A * self.W + self.b
    def backward(self, dLdZ):
        {backward}
        self.dLdW, self.dLdb = dLdZ * self.A, dLdZ.sum() * self.D
        return dLdZ * self.W
"""
BACKWARD = call("Linear.backward", D=2, A=(1.0, 2.0), W=(3.0, 4.0), b=1.0, dLdZ=(1.0, 1.0))
LAYERS = returned({"dLdA": (3.0, 4.0), "self.dLdW": (1.0, 2.0), "self.dLdb": 4.0})


def layer(backend: Backend, *, head: str = "pass", forward: str = "pass", backward: str = "pass") -> Outcome:
    source = LINEAR.format(head=head, forward=forward, backward=backward)
    return run(backend, source, LAYER, BACKWARD)[0]


def test_an_object_is_made_for_a_call_and_its_attributes_are_results(backend: Backend) -> None:
    assert layer(backend) == LAYERS


def test_the_method_before_is_marked_alone_on_an_object_of_its_own(forking: Backend) -> None:
    source = LINEAR.format(head="made = 0", forward="Linear.made += 1; A = A * Linear.made", backward="pass")
    forward = call("Linear.forward", D=2, A=(1.0, 2.0), W=(3.0, 4.0), b=1.0)
    assert run(forking, source, LAYER, forward) == (returned({"Z": (4.0, 9.0)}),)


@pytest.mark.parametrize(
    ("parts", "function", "kind"),
    [
        ({"head": "__slots__ = ('D', 'A')"}, "Linear.backward", "AttributeError"),
        ({"head": "def __setattr__(self, name, value): raise ValueError"}, "Linear.backward", "ValueError"),
        (
            {"head": "dLdW = property(lambda self: 1 / 0, lambda self, v: None)"},
            "Linear.backward",
            "ZeroDivisionError",
        ),
        ({"forward": "raise KeyError"}, "Linear.forward", "KeyError"),
        ({"head": "def __getattribute__(self, name): raise SystemExit"}, "Linear.forward", "SystemExit"),
    ],
)
def test_an_object_that_refuses_is_reported_with_its_method(
    forking: Backend, parts: dict[str, str], function: str, kind: str
) -> None:
    outcome = layer(forking, **parts)
    assert isinstance(outcome, Raised)
    assert (outcome.function, outcome.type) == (function, kind)


@pytest.mark.parametrize("source", ["Linear = 3", "pass", "def Linear(in_features): return 3"])
def test_a_class_that_is_not_there_is_absent(forking: Backend, source: str) -> None:
    assert run(forking, source, LAYER, BACKWARD) == (Absent("Linear", is_class=True),)


@pytest.mark.parametrize(
    ("source", "method"), [("pass", "Linear.backward"), ("def backward(self, dLdZ): pass", "Linear.forward")]
)
def test_a_method_that_a_class_lacks_is_absent_also_one_that_is_called_before(
    forking: Backend, source: str, method: str
) -> None:
    assert run(forking, f"class Linear:\n    {source}", LAYER, BACKWARD) == (Absent(method),)


def test_an_attribute_that_is_not_set_is_a_result_of_its_own_kind(forking: Backend) -> None:
    outcome = layer(forking, backward="return dLdZ * self.W")
    unset = {"self.dLdW": Opaque(NOT_SET), "self.dLdb": Opaque(NOT_SET)}
    assert outcome == returned({"dLdA": (3.0, 4.0)} | unset)


def test_an_attribute_that_a_method_changes_in_place_is_reported_by_name(forking: Backend) -> None:
    outcome = layer(forking, backward="kept = self.W.copy(); self.W *= 2; self.W = kept")
    assert outcome == returned(dict(LAYERS.results), changed=("W",))


def test_attributes_may_be_entries_of_a_dictionary_of_the_object(forking: Backend) -> None:
    inside = Interface(
        interface("Net.loss(x) J self.grads").functions, (), objects={"Net": Object({}, ("W",), (), "params")}
    )
    source = "class Net:\n    def __init__(self): self.params = {}\n"
    source += "    def loss(self, x):\n        self.grads = self.params['W'] * x\n        return 1.0\n"
    (outcome,) = run(forking, source, inside, call("Net.loss", x=2.0, W=(1.0, 2.0)))
    assert outcome == returned({"J": 1.0, "self.grads": (2.0, 4.0)})
