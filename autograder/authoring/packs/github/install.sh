#!/usr/bin/env bash
# Install the kit into a folder of its own. -I: nothing is imported from the checkout.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python3 -I -m venv "$RUNNER_TEMP/kit"
"$RUNNER_TEMP/kit/bin/python" -I -m pip install --quiet "$here"/*.whl
