"""nbgrader courses: their assignments, scores and comments, and the notebooks that graders look at."""
