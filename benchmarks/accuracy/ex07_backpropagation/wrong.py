"""Wrong functions."""
