"""Numbers: comparing, differentiating, drawing points, following a descent. Nothing of grading."""
