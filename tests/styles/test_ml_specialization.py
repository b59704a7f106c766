"""ML specialization: parameters are arguments; in week 3 the bias comes first, and there is a penalty."""

from __future__ import annotations

import pytest

from tests.styles.styles import Style, Wrong

GRADIENT, SLOPE, TRAINING = "compute_gradient/reference", "compute_gradient/numerical", "training/convergence"
WEEK_1 = (
    Wrong(
        "return total_cost / (2 * m)",
        "return total_cost / m",
        {"compute_cost/reference": 2},
        "2 times the right value at N = 1, 2, 4 | The cost is half of the mean",
    ),
    Wrong(
        "dj_dw / m, dj_db / m",
        "dj_dw / m, dj_db",
        {GRADIENT: 1, SLOPE: 1, TRAINING: 2},
        "dj_db: N times the right value; dj_dw: right | a sum over N in the place of a mean",
    ),
    Wrong(
        "dj_dw += error * x[i]",
        "dj_dw += error",
        {GRADIENT: 1, SLOPE: 1, TRAINING: 2},
        "dj_dw is what dj_db should be; dj_db: right",
    ),
    Wrong(
        "return dj_dw / m, dj_db / m",
        "return dj_db / m, dj_dw / m",
        {GRADIENT: 2, SLOPE: 2, TRAINING: 2},
        "dj_dw is what dj_db should be; dj_db is what dj_dw should be | results in another order",
    ),
    Wrong(
        "error = w * x[i] + b - y[i]",
        "error = y[i] - w * x[i] - b",
        {GRADIENT: 2, SLOPE: 2, TRAINING: 2},
        "dj_dw: -1 times the right value; dj_db: -1 times the right value | a difference or a sign",
    ),
    Wrong(
        "    return dj_dw / m, dj_db / m",
        "    print(dj_dw / m, dj_db / m)",
        {GRADIENT: 2, SLOPE: 2, TRAINING: 2},
        "returns None, expected 2 results: dj_dw, dj_db | print shows a value, return hands it back",
    ),
    Wrong(
        "def compute_gradient(",
        "def compute_grad(",
        {GRADIENT: 2, SLOPE: 2, TRAINING: 2},
        "there is no function compute_gradient; compute_grad in line 23 has its arguments (x, y, w, b)",
    ),
    Wrong(
        "    return dj_dw / m, dj_db / m",
        "    x *= 2\n    return dj_dw / m, dj_db / m",
        {GRADIENT: 2},
        "changes its argument x in place | an operator that works in place",
    ),
)
GRADIENT_REG, SLOPE_REG = "compute_gradient_reg/reference", "compute_gradient_reg/numerical"
WEEK_3 = (
    Wrong(
        "    return dj_db, dj_dw\n",
        "    return dj_dw, dj_db\n",
        {GRADIENT_REG: 2, SLOPE_REG: 2, TRAINING: 2},
        "dj_db is what dj_dw should be; dj_dw is what dj_db should be | results in another order",
    ),
    Wrong(
        " + (lambda_ / (2 * m)) * reg_cost",
        "",
        {"compute_cost_reg/reference": 2},
        "the right value, and lambda_/(2 N) times the sum of the squares of w less | The penalty on",
    ),
    Wrong(
        " + (lambda_ / m) * w[j]",
        "",
        {GRADIENT_REG: 1, SLOPE_REG: 1, TRAINING: 2},
        "dj_dw: the right value, and lambda_/N times w less; dj_db: right | the term with lambda_ left out",
    ),
    Wrong(
        "    return dj_db, dj_dw\n",
        "    return dj_db + (lambda_ / m) * b, dj_dw\n",
        {GRADIENT_REG: 1, SLOPE_REG: 1, TRAINING: 2},
        "dj_db: the right value, and lambda_/N times b more; dj_dw: right | The penalty does not depend on",
    ),
    Wrong(
        "(lambda_ / m) * w[j]",
        "lambda_ * w[j]",
        {GRADIENT_REG: 1, SLOPE_REG: 1, TRAINING: 2},
        "dj_dw: with every sample there twice, it stays the same, and should change; dj_db: right | These",
    ),
    Wrong(
        "(1 - y[i]) * np.log(1 - f_wb)",
        "(1 - y[i]) * np.log(f_wb)",
        {"compute_cost_reg/reference": 2},
        "with another y, it stays the same, and should change",
    ),
    Wrong(
        "    g = 1 / (1 + np.exp(-z))\n",
        "    z *= -1.0\n    g = 1 / (1 + np.exp(z))\n",
        {"sigmoid/reference": 2},
        "changes its argument z in place | an operator that works in place",
    ),
    Wrong(
        "def compute_cost_reg(",
        "def compute_regularised_cost(",
        {"compute_cost_reg/reference": 2},
        "there is no function compute_cost_reg; compute_regularised_cost in line 28 has its arguments",
    ),
)


@pytest.mark.parametrize("style", ["one_feature"], indirect=True)
def test_marks_of_week_1_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*WEEK_1) == {}


@pytest.mark.parametrize("style", ["regularised"], indirect=True)
def test_marks_of_week_3_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*WEEK_3) == {}


@pytest.mark.parametrize("style", ["one_feature"], indirect=True)
def test_a_gradient_of_a_cost_that_is_not_halved_is_carried(style: Style) -> None:
    text = style.right.replace("(2 * m)", "m").replace("dj_dw / m, dj_db / m", "2 * dj_dw / m, 2 * dj_db / m")
    points = {item.id: (item.verdict, item.points) for item in style.graded(text).items}
    assert points[SLOPE] == ("carried", 2)
