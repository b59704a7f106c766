"""The kit's own troubles, told to the person who can mend them."""


class KitError(Exception):
    """An exercise, an argument or a file cannot be used; the message says what and where."""


class BrokenError(Exception):
    """The kit failed at its own job; whatever was being marked is `broken`, never a zero."""
