"""Small exercises of the kinds that courses have, on which the edits of a reference are tried."""

from __future__ import annotations

IMPORTS = "from autograder.authors import *\n"
STYLE = 'Function("forward", "x", "y_pred"), Function("loss", "y y_pred", "J")'
LOGISTIC = {
    "rubric.py": f"""{IMPORTS}
rubric = Rubric(
    Task("Logistic regression", "logistic.py",
        dict(x=Real("N", "D", below=2), y=Labels("N", classes=2, real=True), w=Real("D", below=1.25),
             b=Real()),
        ("w", "b"), ({STYLE}, Function("gradient", "x y y_pred", ("dw", "db"))), "J", dict(w="dw", b="db")),
    (Item("forward", reference, 1), Item("loss", reference, 1), Item("gradient", reference, 1)))
""",
    "solution.py": """
import numpy as np
w, b = np.zeros(2), 0.0
def forward(x):
    return 1 / (1 + np.exp(-(x @ w + b)))
def loss(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
def gradient(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(y), np.mean(error)
""",
    "mistakes.py": "",
}
SOFTMAX = {
    "rubric.py": f"""{IMPORTS}
rubric = Rubric(
    Task("Softmax regression", "softmax.py",
        dict(x=Real("N", "D", below=2), y=Labels("N", classes="C"), W=Real("D", "C", below=1.25),
             b=Real("C", below=1.25)),
        ("W", "b"), ({STYLE}, Function("gradient", "x y y_pred", ("dW", "db"))), "J", dict(W="dW", b="db")),
    (Item("forward", reference, 1), Item("loss", reference, 1), Item("gradient", reference, 1)))
""",
    "solution.py": """
import numpy as np
W, b = np.zeros((2, 3)), np.zeros(3)
def forward(x):
    e = np.exp(x @ W + b)
    return e / e.sum(axis=1, keepdims=True)
def loss(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y]))
def gradient(x, y, y_pred):
    d = y_pred.copy()
    d[np.arange(len(y)), y] -= 1
    d /= len(y)
    return x.T @ d, d.sum(axis=0)
""",
    "mistakes.py": "",
}
TANH = {
    "rubric.py": f"""{IMPORTS}
rubric = Rubric(
    Task("Two layers", "layers.py",
        dict(x=Real("N", "D", below=2), y=Real("N", 1), W1=Real("D", "H", below=1.25),
             b1=Real("H", below=1.25), W2=Real("H", 1, below=1.25), b2=Real(1)),
        ("W1", "b1", "W2", "b2"),
        ({STYLE}, Function("gradient", "x y y_pred", ("dW1", "db1", "dW2", "db2"))),
        "J", dict(W1="dW1", b1="db1", W2="dW2", b2="db2")),
    (Item("forward", reference, 1), Item("loss", reference, 1), Item("gradient", reference, 1)))
""",
    "solution.py": """
import numpy as np
W1, b1, W2, b2 = np.zeros((2, 3)), np.zeros(3), np.zeros((3, 1)), np.zeros(1)
def forward(x):
    h = np.tanh(x @ W1 + b1)
    return h @ W2 + b2
def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    dz = d @ W2.T * (1 - h ** 2)
    return x.T @ dz, dz.sum(axis=0), h.T @ d, d.sum(axis=0)
""",
    "mistakes.py": "",
}
RELU = {
    "rubric.py": f"""{IMPORTS}
rubric = Rubric(
    Task("Backpropagation", "backpropagation.py",
        dict(x=Real("N", "D", below=2), y=Real("N", 1), W1=Real("D", "H", below=1.25),
             b1=Real("H", below=1.25), W2=Real("H", 1, below=1.25), b2=Real(1)),
        ("W1", "b1", "W2", "b2"),
        (Function("hidden", "x", "h"), Function("output", "h", "y_pred"), Function("loss", "y y_pred", "J"),
         Function("output_gradient", "h y y_pred", ("dW2", "db2", "dh")),
         Function("hidden_gradient", "x h dh", ("dW1", "db1"))),
        "J", dict(W1="dW1", b1="db1", W2="dW2", b2="db2")),
    (Item("hidden", reference, 1), Item("output", reference, 1), Item("output_gradient", reference, 1),
     Item("hidden_gradient", reference, 1)))
""",
    "solution.py": """
import numpy as np
W1, b1, W2, b2 = np.zeros((2, 3)), np.zeros(3), np.zeros((3, 1)), np.zeros(1)
def hidden(x):
    return np.maximum(x @ W1 + b1, 0)
def output(h):
    return h @ W2 + b2
def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)
def output_gradient(h, y, y_pred):
    d = 2 * (y_pred - y) / len(y)
    return h.T @ d, d.sum(axis=0), d @ W2.T
def hidden_gradient(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, dz.sum(axis=0)
""",
    "mistakes.py": "",
}
ALONE = {
    "rubric.py": f"""{IMPORTS}
rubric = Rubric(
    Task("Functions alone", "alone.py", dict(x=Real("N", "D"), u=Real("N"), v=Real("N")), (),
        (Function("gram", "x", "G"), Function("weighed", "u v", "s"), Function("cubes", "u", "c"),
        Function("centred", "u", "d"))),
    (Item("gram", reference, 1), Item("weighed", reference, 1), Item("cubes", reference, 1),
     Item("centred", reference, 1)))
""",
    "solution.py": """
import numpy as np
def gram(x):
    return x.T @ x
def weighed(u, v):
    return np.sum(u ** 2 * v)
def cubes(u):
    return u ** 2 * u
def centred(u):
    return 2 * u - np.mean(u)
""",
    "mistakes.py": """
import numpy as np
def weighed__absolute(u, v):
    \"\"\"Takes absolute values where squares are asked for.\"\"\"
    return np.sum(np.abs(u) * v)
""",
}

EXERCISES = {"logistic": LOGISTIC, "softmax": SOFTMAX, "tanh": TANH, "relu": RELU, "alone": ALONE}
"""These exercises by name."""
