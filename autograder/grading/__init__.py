"""From one submission to its report."""
