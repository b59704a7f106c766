"""How attributes of objects cross as results: by which names, and as what if they are not set."""

ATTRIBUTE = "self."
"""How the name of such a result begins."""
NOT_SET = "not set"
"""The type of one that its method was to set, and did not."""
