"""What the cells of a notebook call: a student's own check, and the points of a graded cell."""
