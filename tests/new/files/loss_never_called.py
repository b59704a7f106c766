import numpy as np
# Exercise: fit y = a*x**2 + b*x + c
x_data = np.linspace(-1, 1, 9)
y_data = 2*x_data**2 - x_data + 0.5

def model(x, a, b, c):
    return a * x**2 + b * x + c

def mse(y_true, y_hat):
    return ((y_true - y_hat)**2).mean()

def grads(x, y_true, y_hat):
    e = y_hat - y_true
    da = 2*(e*x**2).mean()
    db = 2*(e*x).mean()
    dc = 2*e.mean()
    return da, db, dc

def train(epochs=200, eta=0.1):
    a = b = c = 0.0
    for _ in range(epochs):
        y_hat = model(x_data, a, b, c)
        da, db, dc = grads(x_data, y_data, y_hat)
        a -= eta*da; b -= eta*db; c -= eta*dc
    return a, b, c

if __name__ == "__main__":
    print(train())
