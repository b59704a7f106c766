"""From submissions to reports."""
