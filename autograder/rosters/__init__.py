"""Class lists and gradebooks of learning platforms: CSV files, and the people in them."""
