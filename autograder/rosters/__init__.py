"""Class lists and gradebooks of learning platforms: CSV files as they come, and who is who in them."""
