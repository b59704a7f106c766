"""Reports in the terms of an nbgrader course: scores, comments, and the notebooks its graders look at."""
