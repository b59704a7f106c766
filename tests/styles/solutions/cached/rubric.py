"""A cache is handed from forward to backward, as in CS231n: only the file itself knows what is in it."""

from autograder.authors import Example, Function, Item, Real, Rubric, Task, reference

w, b, x = [[1, 2, 0], [0, -1, 3]], [1, 0, 2], [[1, 2]]
rubric = Rubric(
    Task("Layers with a cache", "cached.py",
        {"x": Real("N", "D"), "w": Real("D", "M"), "b": Real("M"), "dout": Real("N", "M"),
         "z": Real("N", "D"), "da": Real("N", "D")}, (),
        (Function("affine_forward", "x w b", "out", cache="cache"),
         Function("affine_backward", "dout cache", ("dx", "dw", "db")),
         Function("relu_forward", "z", "a", cache="cache_z"), Function("relu_backward", "da cache_z", "dz")),
        examples=(Example("affine_forward", x=x, w=w, b=b), Example("relu_forward", z=[[1, -2]]),
            Example("affine_backward", dout=[[1, 0, 2]], x=x, w=w, b=b), Example("relu_backward", da=[[1, 3]], z=[[1, -2]]))),
    [Item(f, reference, 2) for f in ("affine_forward", "affine_backward", "relu_forward", "relu_backward")])
