"""An autograder for gradients derived by hand."""

__version__ = "0.1.0"
