"""What the cells of a notebook call: the check of a student's own work, in place."""
