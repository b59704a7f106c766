#!/usr/bin/env bash
# Check the open items of this repository's file: as text, as annotations of the code, and in the summary.
set -uo pipefail
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
"$RUNNER_TEMP/kit/bin/python" -P -m autograder check . --export "github=$RUNNER_TEMP/annotations"
status=$?
if [ -f "$RUNNER_TEMP/annotations" ]; then
    cat "$RUNNER_TEMP/annotations"
fi
exit $status
