#!/usr/bin/env bash
# One command from a bare checkout: makes its own virtual environment from the lock file, then runs what you ask for.
#   ./run.sh                  opens the dashboard with the samples already reviewed
#   ./run.sh test [ARG…]      runs the tests
#   ./run.sh COMMAND …        anything else goes to the command line, for example: ./run.sh review FILE…
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment="${CLAUSECHECK_ENV:-$here/.venv}"

find_python() {
  for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 \
        && "$name" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
  echo "clausecheck needs Python 3.11 or later; none was found. Install one (Debian: apt install python3-venv) or set PYTHON." >&2
  exit 2
}

# install LOCK: what the lock file names, checked by hash, and clausecheck itself; a copy of the lock marks that it is done.
install() {
  local lock="$1" marker="$environment/$1.done"
  if cmp -s "$here/$lock" "$marker" 2>/dev/null; then
    return
  fi
  if [ ! -x "$environment/bin/python" ]; then
    if ! "$(find_python)" -m venv "$environment"; then
      echo "The virtual environment could not be made. On Debian: apt install python3-venv" >&2
      exit 2
    fi
  fi
  echo "Installing $lock into ${environment##*/} (once; this needs the package index, afterwards everything works offline) …" >&2
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/$lock"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e "$here"
  cp "$here/$lock" "$marker"
}

case "${1:-}" in
  "") install requirements.lock; exec "$environment/bin/clausecheck" dashboard ;;
  test) shift; install requirements-dev.lock; cd "$here"; exec "$environment/bin/python" -m pytest "$@" ;;
  *) install requirements.lock; exec "$environment/bin/clausecheck" "$@" ;;
esac
