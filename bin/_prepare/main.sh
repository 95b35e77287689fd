# shellcheck shell=bash
# Sourced by bin/up and bin/check. Brings a checkout on a bare machine to where its programs run:
#
#   prepare run     Python, the packages of the service, Node, the built front ends
#   prepare checks  the same with the packages that checks need
#
# Everything it installs goes into .tools, .venv and node_modules of the checkout, which git ignores. Each thing is made aside and
# moved into place when it is whole, and the stamp that says so is written last: a run that was stopped is simply done again.
# Works with bash 3.2 (macOS), so no associative arrays and no `mapfile`. No `set -e`: every step says itself what failed.
set -uo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
TOOLS=$ROOT/.tools

# An activated environment or a PYTHONPATH of another project must not leak into ours.
unset PYTHONHOME PYTHONPATH VIRTUAL_ENV CONDA_PREFIX UV_PYTHON UV_PROJECT_ENVIRONMENT

. "$ROOT/bin/_prepare/steps.sh"
. "$ROOT/bin/_prepare/debian.sh"
. "$ROOT/bin/_prepare/python.sh"
. "$ROOT/bin/_prepare/node.sh"

# Everything there: nothing is written, so a prepared checkout also starts from a read-only disk.
prepare() {
  find_certificates
  packages_are_current "$1" && front_ends_are_current && return
  open_tools_folder
  prepare_packages "$1"
  prepare_front_ends
  exec 9>&- # the lock: a program started later must not hold it
}

# Make .tools, its log and its lock; throw away what a stopped run left unfinished.
open_tools_folder() {
  mkdir -p "$TOOLS" 2>/dev/null && : >"$LOG" 2>/dev/null && [ -w "$ROOT" ] || no_tools_folder
  exec 9>"$TOOLS/lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    echo "  waiting for another bin/up or bin/check that prepares this checkout"
    in_group flock 9
  fi
  rm -rf "$TOOLS"/*.part
  [ -w "${HOME:-/nonexistent}" ] || use_own_caches
}

no_tools_folder() {
  disk_is_full && die "making $TOOLS: the disk is full. $FREE_THE_DISK"
  die "making $TOOLS: $(id -un) may not write there. Make the checkout writable, or clone it where you may write."
}

# System users have no home folder; the caches of uv and npm then live beside the tools.
use_own_caches() {
  export UV_CACHE_DIR=${UV_CACHE_DIR:-$TOOLS/cache/uv} npm_config_cache=${npm_config_cache:-$TOOLS/cache/npm}
}

# uv, pip and Node bring lists of certificates of their own and do not look at the system's, where an organisation adds its own.
find_certificates() {
  local bundle
  for bundle in "${SSL_CERT_FILE:-}" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem; do
    [ -n "$bundle" ] && [ -r "$bundle" ] || continue
    export SSL_CERT_FILE=$bundle PIP_CERT=${PIP_CERT:-$bundle} NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$bundle}
    return
  done
}
