"""The border: frames of data, what the judge asks, and how it reads what comes back."""
