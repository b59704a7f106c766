"""The check that a cell of a notebook calls: it answers the open items about the functions defined there."""
