"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

import numpy as np


def hidden__without_relu(x):
    """The ReLU is missing: negative entries of x W1 + b1 become 0 in h."""
    return x @ W1 + b1
