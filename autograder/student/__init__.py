"""The student process and the judge's side of it: the only way to run a submission."""
