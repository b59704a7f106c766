"""From the submissions of a class to its results: stored, summed up, by workers here or elsewhere."""
