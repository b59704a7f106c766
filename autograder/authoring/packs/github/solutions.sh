#!/usr/bin/env bash
# Unpack the answer key from the secret SOLUTIONS into the folder key/solutions.
set -euo pipefail
if [ -z "${SOLUTIONS:-}" ]; then
    echo "no answer key: set the variable SOLUTIONS_REPOSITORY or the secret SOLUTIONS" >&2
    exit 1
fi
mkdir -p key/solutions
base64 --decode <<<"$SOLUTIONS" | tar --extract --gzip --directory key/solutions
