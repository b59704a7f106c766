"""What runs inside a student process, beside the submission."""
