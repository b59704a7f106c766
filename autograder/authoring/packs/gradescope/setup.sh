#!/usr/bin/env bash
# Gradescope runs this once, as root and with network, when it builds the image.
# The kit gets a Python of its own: the platform needs its own python3 as it is, and that is older than 3.11.
set -euo pipefail
source=${AUTOGRADER_SOURCE:-/autograder/source}
venv=${AUTOGRADER_VENV:-/opt/autograder}
python=${AUTOGRADER_PYTHON:-}

is_fit() {
    "$1" -I -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
    if [ -z "$python" ] && is_fit "$candidate"; then
        python=$candidate
    fi
done
if [ -z "$python" ]; then
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get install -y python3.11 python3.11-venv
    python=python3.11
fi
"$python" -I -m venv "$venv"
"$venv/bin/python" -I -m pip install --no-cache-dir "$source"/kit/*.whl
"$venv/bin/python" -P -m autograder --version
