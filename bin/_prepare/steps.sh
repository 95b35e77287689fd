# shellcheck shell=bash
# Steps: what is said while something long runs and when it fails, and how it is stopped with all it started.

LOG=$TOOLS/prepare.log
FREE_THE_DISK="Free 2 GB on the disk of $ROOT, then start again."
CHILD=""  # the process group that runs now
CAUSE=""  # the line that explains the last failure
TICKER="" # the counter of seconds on a terminal
PATIENCE_SECONDS=2 # npm takes no notice of signals, and every step may be cut short

# step "what is done" command [argument…]: run it, output to the log, seconds to the person; end everything when it fails.
step() {
  attempt "$@" || fail "$1" $?
}

# As step, for what has a second way: returns the command's status.
attempt() {
  local what=$1 began=$SECONDS status=0
  shift
  printf '\n== %s\n' "$what" >>"$LOG"
  printf '  %-34s' "$what"
  if [ -t 1 ]; then tick "$what" "$began" & TICKER=$!; fi
  in_group logged "$@" || status=$?
  stop_ticker
  [ "$status" = 0 ] || printf ' failed,'
  printf '%6d s\n' $((SECONDS - began))
  return "$status"
}

tick() {
  while sleep 1; do printf '\r  %-34s%6d s' "$1" $((SECONDS - $2)); done
}

stop_ticker() {
  [ -n "$TICKER" ] || return 0
  kill "$TICKER" 2>/dev/null
  wait "$TICKER" 2>/dev/null
  TICKER=""
  printf '\r\033[K  %-34s' "$what"
}

logged() {
  "$@" >>"$LOG" 2>&1
}

# Run a command in a process group of its own: `wait` can be interrupted by a signal, and the group can be ended whole.
in_group() {
  local status=0
  set -m # job control gives the group, and leaves Ctrl-C alive in it
  "$@" </dev/null &
  CHILD=$!
  set +m
  wait "$CHILD" || status=$?
  CHILD=""
  return "$status"
}

# A stop by Ctrl-C, SIGTERM or SIGHUP: the same signal to all that runs, a moment to leave, then the end.
stop() {
  local signal=$1 status=$2 patience=$((PATIENCE_SECONDS * 10))
  trap '' INT TERM HUP
  [ -z "$TICKER" ] || kill "$TICKER" 2>/dev/null
  if [ -n "$CHILD" ]; then
    kill -s "$signal" -- "-$CHILD" 2>/dev/null
    while kill -0 -- "-$CHILD" 2>/dev/null && [ $((patience -= 1)) -gt 0 ]; do sleep 0.1; done
    kill -s KILL -- "-$CHILD" 2>/dev/null
  fi
  printf '\nstopped\n' >&2
  exit "$status"
}
trap 'stop INT 130' INT
trap 'stop TERM 143' TERM
trap 'stop HUP 129' HUP

die() {
  printf 'failed: %s\n' "$1" >&2
  exit 1
}

# fail "what was being done" STATUS: one line with what failed, why, and what to do.
fail() {
  local why
  why=$(explain "$2")
  die "$1: $why Details: $LOG"
}

# explain STATUS: the cause and the cure, read from what the last step wrote.
explain() {
  if disk_is_full || caused_by 'no space left|ENOSPC|disk quota'; then
    echo "the disk is full. $FREE_THE_DISK"
  elif caused_by 'name or service not known|name resolution|dns error|ENOTFOUND|EAI_AGAIN|could not resolve|failure resolving'; then
    echo "no name of a package registry can be resolved. Check the network, or set HTTPS_PROXY; starting again is safe."
  elif caused_by 'UnknownIssuer|CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|unable to get (local )?issuer'; then
    echo "a certificate is not trusted: $CAUSE. Set SSL_CERT_FILE to the certificate bundle of your network."
  elif caused_by 'connection refused|ECONNREFUSED|timed out|ETIMEDOUT|ECONNRESET|network is unreachable'; then
    echo "a package registry does not answer: $CAUSE. Check the connection or HTTPS_PROXY; starting again is safe."
  elif caused_by 'permission denied|EACCES|EROFS|read-only file system'; then
    echo "$(id -un) may not write: $CAUSE. Make $ROOT and your caches writable for $(id -un)."
  elif caused_by "command '?[^ ]*(gcc|cc|clang)'? failed|failed to build|build backend (returned|failed)"; then
    echo "a package has no ready-made wheel here: $CAUSE. Name another Python with SUPPORT_PYTHON=/path/to/python3.13, or install a C compiler."
  elif [ "$1" = 137 ]; then
    echo "the system ended it, most often for want of memory. Give it 2 GB, then start again."
  else
    caused_by 'error|fail|cannot|could not|denied|unable|refused|not found|^E:' || caused_by .
    echo "${CAUSE:-it said nothing}. Starting again is safe."
  fi
}

# caused_by PATTERN: keeps the last line of the step that says so in CAUSE, without its indent and final stop.
caused_by() {
  CAUSE=$(section | grep -v -e 'complete log of this run' -e 'Retrying (Retry' | grep -iE "$1" | tail -n 1 | sed -e 's/^[[:space:]]*//' -e 's/[.[:space:]]*$//' | cut -c1-300)
  [ -n "$CAUSE" ]
}

# Less than 20 MB where the checkout is.
disk_is_full() {
  [ "$(df -Pk "$ROOT" 2>/dev/null | awk 'NR == 2 { print $4 }')" -lt 20000 ] 2>/dev/null
}

# What the last step wrote.
section() {
  awk '/^== / { text = ""; next } { text = text $0 "\n" } END { printf "%s", text }' "$LOG"
}
