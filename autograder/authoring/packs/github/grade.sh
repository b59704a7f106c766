#!/usr/bin/env bash
# Grade the checkout in submission/ with the answer key in key/solutions: every item, the closed ones as well.
set -uo pipefail
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
"$RUNNER_TEMP/kit/bin/python" -P -m autograder grade submission --one --quiet --feedback \
    --solutions key/solutions --exercise "@EXERCISE@" \
    --export "github=$RUNNER_TEMP/annotations" --export "junit=$RUNNER_TEMP/junit.xml"
status=$?
if [ -f "$RUNNER_TEMP/annotations" ]; then
    cat "$RUNNER_TEMP/annotations"
fi
exit $status
