from autograder.notebook.check import check as check
from autograder.notebook.check import validate as validate
from autograder.notebook.points import points as points

__all__ = ["check", "points", "validate"]
__version__: str
