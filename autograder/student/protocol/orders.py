"""Orders of the judge to a zygote, and its answers: fixed fields in the machine's own byte order.

Between two forks the kernel copies each page of memory that the zygote touches, and JSON touches more.
"""

from __future__ import annotations

import struct

TO_FORK, TO_REAP, TO_SHOW = b"F", b"R", b"S"
"""The first byte of an order: fork a process, with limits and folder as JSON; end one; tell its number."""
ABOUT_PROCESS = struct.Struct("=cid")
"""An order about a process: what to do, its number, and the seconds that it may still take."""
FORKED = struct.Struct("=i")
"""The answer to TO_FORK: the number of the process."""
ENDED = struct.Struct("=idq?")
"""The answer to TO_REAP, with the fields of Exit: code, CPU time, bytes of memory, whether by itself."""
