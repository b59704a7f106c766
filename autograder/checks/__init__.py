"""The functions that answer items; a check never sees points."""

from autograder.checks.convergence import convergence
from autograder.checks.numerical import numerical
from autograder.checks.reference import examples, reference

__all__ = ["convergence", "examples", "numerical", "reference"]
