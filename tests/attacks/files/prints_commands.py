"""Prints escape codes, commands to CI services, HTML and formulas."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    print("\x1b[2J\x1b]0;owned\x07\n::error::x\n::set-output name=score::100\n##vso[task.complete]\n=1+1\n<script>")
    return 0.0
