"""Reports in the forms people and programs read; one of them, for graders, shows the submission as well."""
