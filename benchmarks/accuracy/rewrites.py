"""Behaviour-preserving rewrites of a function's source, by its syntax tree.

A grader has to accept whatever way a student writes the right formula in. This writes it in many: every step
keeps what the function computes, up to rounding, for parameters that are finite float arrays of shape (N,),
N >= 1, and for a function without a mean also for plain numbers. numpy must be there as np.
"""

from __future__ import annotations

import ast
import random
import textwrap
from collections.abc import Callable
from copy import deepcopy
from typing import cast

MOST_STEPS = 4
TRIES = 50
"""How often to try, for each rewrite wanted, before the function is taken to have no more."""

RULES = """
A + B => B + A | np.add(A, B) | A - -B | -(-A - B)
A - B => -(B - A) | A + -B | -B + A | np.subtract(A, B)
A * B => B * A | np.multiply(A, B) | -A * -B | 2 * A * B / 2 | A / 2 * (2 * B)
-A => -1 * A | 0 - A | np.negative(A)
A ** 2 => A * A | np.square(A) | pow(A, 2) | np.power(A, 2)
2 => 2.0 | (1 + 1) | 4 / 2
A * B * C => A * (B * C)
A * (B * C) => A * B * C
A + B + C => A + (B + C)
A + (B + C) => A + B + C
A * (B + C) => A * B + A * C
A * (B - C) => A * B - A * C
(A - B) * C => A * C - B * C
A * B - A * C => A * (B - C)
np.mean(E) | E.mean() => np.mean(E) | E.mean() | np.average(E) | float(np.mean(E)) | np.nanmean(E)
np.mean(E) | E.mean() => np.sum(E) / len(P) | np.sum(E) / P.size | sum(E) / len(P) | E.sum() / P.shape[0]
np.mean(E) | E.mean() => 1 / len(P) * np.sum(E) | np.sum(E / len(P)) | np.add.reduce(E) / P.shape[0]
np.mean(E) | E.mean() => np.vdot(E, np.ones(len(P))) / len(P) | np.vdot(np.ones_like(P), E) / len(E)
np.mean(E * F) => np.vdot(E, F) / len(P) | np.vdot(E, F) / P.size
np.mean(E ** 2) | (E ** 2).mean() => np.vdot(E, E) / len(P) | np.mean(E * E)
np.mean(K * E) => K * np.mean(E)
np.mean(K * E * F) => K * np.mean(E * F) | K * np.vdot(E, F) / len(P)
E => -(-E) | np.asarray(E) | 2 * E / 2 | E / 2 * 2 | E + 0 * P | E - 0 * P | 0 * P + E
"""
"""Forms of an expression, and what may stand for them. A, B and C are any expressions, K is one of numbers
alone, E and F are of a parameter's shape, and P is a parameter, one of those in E where there is an E."""
WILD = {"A", "B", "C", "E", "F", "K"}
ELEMENTWISE = {"square", "multiply", "subtract", "add", "power", "negative", "asarray"}
KNOWN = {"np", "pow", "w"}
SCOPES = (ast.Lambda, ast.ListComp, ast.GeneratorExp)
LOOPS = (
    ("total = 0.0\nfor i in range(len({p})):\n    total += {at_i}", "total / len({p})"),
    ("total = 0\nfor {each}, in zip({all}):\n    total = total + ({of_each})", "total / len({p})"),
    ("", "sum([{at_i} for i in range(len({p}))]) / len({p})"),
    ("", "sum(({of_each} for {each}, in zip({all}))) / {p}.size"),
)
"""Statements that come first, and the expression for the mean."""
UNUSED = ("0", "None", "{p}", "[{p}]", "{p} * 1", "np.asarray({p})")
LOCALS = ("t", "tmp", "part", "result", "diff", "value", "acc", "out", "res", "helper", "inner", "step", "v")
PARAMETERS = ("a", "b", "c", "p", "q", "xs", "ys", "inputs", "targets", "predictions", "y_hat", "data")

Match = tuple[ast.stmt, ast.expr, dict[str, ast.expr]]
"""A statement, an expression in it, and what the names of the expression's form stand for."""


class Replace(ast.NodeTransformer):
    """Replace the nodes for which another one is chosen."""

    def __init__(self, choose: Callable[[ast.AST], ast.AST | None]) -> None:
        self._choose = choose

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the node chosen, or this one with its parts replaced."""
        return self._choose(node) or self.generic_visit(node)


def expression(text: str) -> ast.expr:
    """Parse an expression."""
    return ast.parse(text.strip(), mode="eval").body


def substituted(template: ast.expr, values: dict[str, ast.expr]) -> ast.expr:
    """Return a copy of an expression with other expressions for some of its names."""
    choice = Replace(lambda node: deepcopy(values.get(node.id)) if isinstance(node, ast.Name) else None)
    return cast("ast.expr", choice.visit(deepcopy(template)))


def names(tree: ast.AST) -> set[str]:
    """Collect the names used in a tree, parameters included."""
    nodes = list(ast.walk(tree))
    return {n.id for n in nodes if isinstance(n, ast.Name)} | {n.arg for n in nodes if isinstance(n, ast.arg)}


def is_array(node: ast.expr, given: list[str]) -> bool:
    """Say whether an expression is elementwise all through, with a parameter in it."""
    nodes, used = list(ast.walk(node)), names(node)
    return (
        not used.isdisjoint(given)
        and used <= {*given, *KNOWN}
        and {n.attr for n in nodes if isinstance(n, ast.Attribute)} <= ELEMENTWISE
        and not any(isinstance(n, (ast.MatMult, ast.Subscript, *SCOPES)) for n in nodes)
    )


def matches(form: object, node: object, bound: dict[str, ast.expr], given: list[str]) -> bool:
    """Say whether a node has a form, and fill in what the form's names stand for."""
    if isinstance(form, ast.Name) and form.id in WILD and isinstance(node, ast.expr):
        return (
            ast.dump(bound.setdefault(form.id, node)) == ast.dump(node)
            and (form.id not in {"E", "F"} or is_array(node, given))
            and (form.id != "K" or not names(node))
        )
    if isinstance(form, list) and isinstance(node, list):
        pairs = zip(form, node, strict=False)
        return len(form) == len(node) and all(matches(one, other, bound, given) for one, other in pairs)
    if isinstance(form, ast.AST) and type(form) is type(node):
        fields = [field for field in form._fields if field != "ctx"]
        return all(matches(getattr(form, f), getattr(node, f), bound, given) for f in fields)
    return type(form) is type(node) and form == node


class Draft:
    """A function under rewriting, and the steps, which change it where they find something to change."""

    def __init__(self, function: ast.FunctionDef, rng: random.Random) -> None:
        self.function, self._rng = function, rng

    def by_rule(self) -> None:
        """Apply one of the rules."""
        tried = [(self._matching(form), texts) for form, texts in PARSED]
        if found := [(hits, texts) for hits, texts in tried if hits]:
            hits, texts = self._rng.choice(found)
            _, old, bound = self._rng.choice(hits)
            bound["P"] = ast.Name(self._rng.choice(self._parameters_in(bound.get("E"))))
            self._put(old, substituted(self._rng.choice(texts), bound))

    def _parameters_in(self, expression: ast.expr | None) -> list[str]:
        """List the parameters in an expression, which have its shape; all of them where there is none."""
        parameters = self._parameters()
        return parameters if expression is None else [p for p in parameters if p in names(expression)]

    def temporary(self) -> None:
        """Give a part of an expression a name."""
        kinds = (ast.BinOp, ast.UnaryOp, ast.Call)
        if parts := [pair for pair in self._expressions() if isinstance(pair[1], kinds)]:
            statement, part = self._rng.choice(parts)
            name = self._fresh(LOCALS)
            self._put_before(statement, f"{name} = {ast.unparse(part)}")
            self._put(part, ast.Name(name))

    def loop(self) -> None:
        """Compute a mean one sample at a time."""
        given = self._parameters()
        if means := self._matching(expression("np.mean(E)")) + self._matching(expression("E.mean()")):
            statement, mean, bound = self._rng.choice(means)
            statements, value = self._rng.choice(LOOPS)
            texts = {
                "p": self._rng.choice(given),
                "at_i": ast.unparse(substituted(bound["E"], {p: expression(f"{p}[i]") for p in given})),
                "of_each": ast.unparse(substituted(bound["E"], {p: expression(f"{p}_i") for p in given})),
                "each": ", ".join(f"{p}_i" for p in given),
                "all": ", ".join(given),
            }
            self._put_before(statement, statements.format(**texts))
            self._put(mean, expression(value.format(**texts)))

    def helper(self) -> None:
        """Move the body into an inner function."""
        name, given, first = self._fresh(LOCALS), ", ".join(self._parameters()), self.function.body[0]
        inner: ast.stmt = deepcopy(self.function)
        cast("ast.FunctionDef", inner).name = name
        if isinstance(first, ast.Return) and first.value and self._rng.choice((True, False)):
            (inner,) = ast.parse(f"{name} = lambda {given}: {ast.unparse(first.value)}").body
        self.function.body = [inner, *ast.parse(f"return {name}({given})").body]

    def rename(self) -> None:
        """Rename a parameter or more."""
        given = self._parameters()
        for old in self._rng.sample(given, self._rng.randint(1, len(given))):
            new = self._fresh(PARAMETERS)
            for node in ast.walk(self.function):
                if isinstance(node, ast.Name) and node.id == old:
                    node.id = new
                elif isinstance(node, ast.arg) and node.arg == old:
                    node.arg = new

    def ornament(self) -> None:
        """Add a line that does nothing: a docstring, a global statement, or a local that is not used."""
        unused = f"{self._fresh(LOCALS)} = {self._rng.choice(UNUSED)}"
        lines = ['"""Compute it."""', unused, *["global w"] * ("w" in names(self.function))]
        text = self._rng.choice(lines).format(p=self._rng.choice(self._parameters()))
        place = int(ast.get_docstring(self.function) is not None)
        self._put_before(self.function.body[place], text)

    def _parameters(self) -> list[str]:
        return [argument.arg for argument in self.function.args.args]

    def _fresh(self, pool: tuple[str, ...]) -> str:
        return self._rng.choice([name for name in pool if name not in names(self.function)])

    def _expressions(self) -> list[tuple[ast.stmt, ast.expr]]:
        return [
            (statement, node)
            for statement in self.function.body
            if isinstance(statement, (ast.Assign, ast.Return)) and statement.value is not None
            if not any(isinstance(node, SCOPES) for node in ast.walk(statement.value))
            for node in ast.walk(statement.value)
            if isinstance(node, ast.expr)
        ]

    def _matching(self, form: ast.expr) -> list[Match]:
        tried: list[Match] = [(statement, node, {}) for statement, node in self._expressions()]
        return [match for match in tried if matches(form, match[1], match[2], self._parameters())]

    def _put(self, old: ast.expr, new: ast.expr) -> None:
        Replace(lambda node: new if node is old else None).visit(self.function)

    def _put_before(self, statement: ast.stmt, text: str) -> None:
        place = self.function.body.index(statement)
        self.function.body[place:place] = ast.parse(text).body


SIDES = [line.split("=>") for line in RULES.strip().splitlines()]
PARSED = [
    (expression(form), [expression(text) for text in right.split("|")])
    for left, right in SIDES
    for form in left.split("|")
]
STEPS = (Draft.by_rule, Draft.temporary, Draft.loop, Draft.helper, Draft.rename, Draft.ornament)
"""In the order in which they are taken: a loop is not rewritten any more."""
WEIGHTS = (8, 2, 2, 1, 2, 2)


def rewritten(function: ast.FunctionDef, rng: random.Random) -> str:
    """Rewrite a function by one to four steps."""
    draft = Draft(deepcopy(function), rng)
    for number in sorted(rng.choices(range(len(STEPS)), WEIGHTS, k=rng.randint(1, MOST_STEPS))):
        STEPS[number](draft)
    return ast.unparse(ast.fix_missing_locations(draft.function))


def rewrites(source: str, seed: int, count: int) -> list[str]:
    """Return up to count different rewrites of a function, the same ones for the same seed."""
    function = cast("ast.FunctionDef", ast.parse(textwrap.dedent(source)).body[0])
    rng = random.Random(seed)
    made = {ast.dump(function): ""}
    for _ in range(count * TRIES):
        if len(made) > count:
            break
        text = rewritten(function, rng)
        made.setdefault(ast.dump(ast.parse(text).body[0]), text)
    return list(made.values())[1:]
