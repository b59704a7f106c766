"""Pages for people: one file each, which needs no network, and no script to be read."""
