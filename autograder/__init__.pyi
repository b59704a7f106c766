from autograder.nbgrader.points import points as points
from autograder.notebook.check import check as check
from autograder.notebook.check import validate as validate

__all__ = ["check", "points", "validate"]
__version__: str
