"""Why a function that failed did so: measured facts, known mistakes, the smallest example. Never a mark."""
