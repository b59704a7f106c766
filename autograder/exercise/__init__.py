"""Exercises as their authors write them, and the closed half of marking: answer key and diagnosis."""
