"""Make an exercise of a solution that somebody has."""
