"""Chains of one-line functions on columns, as in 6.036: no objective and no training."""

from autograder.authors import Example, Fixed, Function, Item, Real, Rubric, Task, reference

x, y, th, th0, F = [[1, 2], [0, -1]], [[1, 0]], [[2], [1]], [[3]], ("lin_reg", "d_lin_reg_th")
rubric = Rubric(
    Task("One line at a time", "columns.py",
        {"x": Real("D", "N"), "y": Real(1, "N"), "th": Real("D", 1), "th0": Real(1, 1),
         "w": Real("D", 1), "dw": Real("D", 1), "lr": Fixed(0.5, 0.125)}, (),
        (Function("lin_reg", "x th th0", "pred"), Function("square_loss", "x y th th0", "loss"),
         Function("d_lin_reg_th", "x th th0", "d_pred"), Function("d_square_loss_th", "x y th th0", "d_loss"),
         Function("step", "w dw lr", "w_next")),
        examples=(*(Example(f, x=x, th=th, th0=th0) for f in F), Example("step", w=[[1]], dw=[[2]], lr=0.5),
            Example("square_loss", x=x, y=y, th=th, th0=th0), Example("d_square_loss_th", x=x, y=y, th=th, th0=th0))),
    [Item(f, reference, 2) for f in (*F, "square_loss", "d_square_loss_th", "step")])
