"""Reports in the forms people and programs read; only the notebook for nbgrader's graders shows a submission."""
