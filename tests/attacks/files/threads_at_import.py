"""Starts threads before its functions are there."""

import threading, time

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    return 0.0


def change():
    global gradient
    while True:
        gradient = lambda x, y, y_pred: -15.0
        time.sleep(0.0001)


threading.Thread(target=change, daemon=True).start()
