"""What names usually stand for in a student's file: quantities, and functions by their purpose."""

from __future__ import annotations

import re
from enum import StrEnum

from autograder.facts.task import Task


class Purpose(StrEnum):
    """What a function of a task is for."""

    GRADIENT = "gradient"
    OBJECTIVE = "objective"
    PREDICTION = "prediction"


def words_of(text: str) -> frozenset[str]:
    """Make a set of words."""
    return frozenset(text.split())


OBJECTIVE = words_of("loss cost costs losses mse error err errors objective criterion sse rmse risk squared")
GRADIENT = words_of(
    "gradient gradients grad grads derivative derivatives deriv derive slope backward backprop "
    "backpropagation nabla prime"
)
PREDICTION = words_of(
    "forward fwd predict prediction predictions predicted pred model hypothesis linear feedforward "
    "net network inference infer neuron line"
)
LETTERS = {"j": Purpose.OBJECTIVE, "l": Purpose.OBJECTIVE, "f": Purpose.PREDICTION, "h": Purpose.PREDICTION}
"""Names of one letter, as formulas have them."""
OTHER_PURPOSES = words_of(
    "plot draw show print display test check numerical numeric log save load history update step "
    "train training trained fit descent loop run main compare verify animate"
)
"""Words in the names of functions that use a loss or a gradient, but do not compute one."""
MADE = words_of(
    "y_pred ypred yhat y_hat pred preds prediction predictions predicted y_predicted output outputs "
    "out guess y_p yp p"
)
TARGET = words_of("y ys t target targets label labels y_true ytrue y_actual actual actuals truth true")
INPUT = words_of("x xs input inputs data feature features")
PARAMETER = words_of(
    "w ws w_ w0 w1 weight weights theta theta0 theta1 slope m a k beta coef coefficient param params "
    "parameter parameters"
)
NUMERICAL = words_of("f func fn function h dx eps epsilon delta")
"""Parameters of functions that differentiate others by small steps."""
STRANGERS = words_of("error errors err residual residuals diff n lr learning_rate alpha epochs b bias")
"""Parameters that functions have in other courses; no task has such a quantity."""
BIAS = words_of("b bias b0 intercept")
NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


def words(name: str) -> list[str]:
    """Split a name into its words, in small letters: computeGradient and compute_gradient have two."""
    return [word.lower() for word in NAME_WORD.findall(name)]


def purpose_of(task: Task, function: str) -> Purpose | None:
    """Return what a function of the task is for; None if it serves another purpose."""
    if function in task.gradients:
        return Purpose.GRADIENT
    if function == task.objective_function:
        return Purpose.OBJECTIVE
    return Purpose.PREDICTION if function in _makers(task) else None


def purpose_by_name(task: Task, name: str) -> Purpose | None:
    """Return what a function is for by its name; the name of a gradient may contain the loss, too."""
    in_name = set(words(name))
    if OTHER_PURPOSES & in_name:
        return None
    joined = "".join(words(name))
    if GRADIENT & in_name or _is_differential(task, joined):
        return Purpose.GRADIENT
    if OBJECTIVE & in_name:
        return Purpose.OBJECTIVE
    return Purpose.PREDICTION if PREDICTION & in_name else LETTERS.get(joined)


def quantity_of(task: Task, name: str) -> str | None:
    """Return which quantity of the task a name stands for: its own first, then what others call it."""
    known = [*task.parameters, *dict.fromkeys(a for function in task.functions for a in function.arguments)]
    if name in known:
        return name
    alike = [quantity for quantity in known if quantity.lower() == name.lower()]
    if alike:
        return alike[0]
    compared = task.compared
    made = [quantity for quantity in compared if task.maker(quantity)]
    targets = [quantity for quantity in compared if not task.maker(quantity)]
    inputs = [q for q in known if q not in compared and q not in task.parameters and not task.maker(q)]
    for quantities, names in (
        (made, MADE),
        (targets, TARGET),
        (inputs, INPUT),
        (task.parameters, PARAMETER),
    ):
        if len(quantities) == 1 and name.lower() in names:
            return quantities[0]
    return None


def _makers(task: Task) -> set[str]:
    """Name the functions that make what the objective compares."""
    makers = (task.maker(name) for name in task.compared)
    return {maker.name for maker in makers if maker is not None}


def _is_differential(task: Task, joined: str) -> bool:
    """Whether a name reads as d of something, as in dw, dJ_dw and d_loss."""
    return any(_is_differential_by(parameter.lower(), joined) for parameter in task.parameters)


def _is_differential_by(parameter: str, joined: str) -> bool:
    above = joined.removesuffix(f"d{parameter}").removesuffix(f"by{parameter}")
    wanted = {"d", f"d{parameter}", "dj", "dl", "df", "de", "dc", *(f"d{word}" for word in OBJECTIVE)}
    return joined == f"d{parameter}" or above in wanted - {"d"}
