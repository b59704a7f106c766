"""Hints, shown one at a time on asking, and the file beside a student's that says which were shown."""
