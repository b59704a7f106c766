"""The layers that hold a student process in, and the doors that they close."""
