"""A course of nbgrader: its assignments, scores and comments, and the notebooks that its graders look at."""
