"""Check a file at every save, and show the one thing to do next."""
