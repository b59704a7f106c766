"""Infer what an exercise asks for from a run of its solution; this runs in the reference's process."""
