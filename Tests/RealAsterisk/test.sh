#!/usr/bin/env bash
# Plays whole calls through a real Asterisk against the built server; what `make test-asterisk` runs.
# Words given to it go to `swift test`, such as: --skip-build, or --filter MenuCalls
#
# Exit codes: those of `swift test`, or 77 where this machine cannot have an Asterisk (one line says why).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
command -v sqlite3 >/dev/null || { echo "asterisk: skipped: the program sqlite3 is not installed (make deps)" >&2; exit 77; }
"$here/asterisk.sh" setup
filter=(--filter RealAsteriskTests)
for word in "$@"; do [ "$word" != --filter ] || filter=(); done
ATTENDANT_ASTERISK=1 exec swift test ${filter[@]+"${filter[@]}"} "$@"
