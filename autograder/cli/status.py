"""The exit statuses, for shells and CI jobs."""

DONE = 0  # the work was done, whatever the marks
TO_FIX = 1  # check or verify found something; grade found a score below --fail-under
UNUSABLE = 2  # unusable arguments, or a failure of the kit
INTERRUPTED = 130
TERMINATED = 143
