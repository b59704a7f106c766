"""What is known, as frozen data: nothing in here decides or does anything."""
