# shellcheck shell=bash
# Python: find or fetch an interpreter and uv, install what uv.lock names into .venv.

UV_VERSION=0.13.8
VENV=$ROOT/.venv
PYTHON="" # the interpreter .venv is made of
UV=""

# Prints where the interpreter itself lies when it is CPython 3.12 to 3.14, 64 bit, with the parts we need. An interpreter of an
# environment names the one behind it, for .venv may be made anew.
PYTHON_TEST='
import ctypes, sqlite3, ssl, sys
fits = (3, 12) <= sys.version_info[:2] < (3, 15) and sys.implementation.name == "cpython" and sys.maxsize > 2**32
locked = getattr(sys, "_is_gil_enabled", lambda: True)()
print(sys._base_executable) if fits and locked else sys.exit(1)'

# --- packages ---------------------------------------------------------------------------------------------------------------

# packages_are_current run|checks: .venv runs and was made from this lock file, at this place.
packages_are_current() {
  local have want
  want=$(packages_stamp)
  have=$(cat "$VENV/prepared" 2>/dev/null)
  [ "$have" = "checks $want" ] || [ "$have" = "$1 $want" ] || return 1
  "$VENV/bin/python" -I -S -c pass 2>/dev/null
}

packages_stamp() {
  echo "$ROOT ${SUPPORT_PYTHON:-} $(cat "$ROOT"/uv.lock "$ROOT"/pyproject.toml "$ROOT"/setup.cfg 2>/dev/null | cksum)"
}

prepare_packages() {
  packages_are_current "$1" && return
  get_python
  get_uv
  rm -f "$VENV/prepared"
  packages_are_whole || rm -rf "$VENV"
  step "installing Python packages" install_packages "$1"
}

# uv takes a package for installed that it was stopped in the middle of, and refuses a folder whose Python is gone.
packages_are_whole() {
  [ ! -e "$TOOLS/packages-unfinished" ] && "$VENV/bin/python" -I -S -c pass 2>/dev/null
}

# The service leaves what checks need where it is, so that bin/up and bin/check do not undo each other's work.
install_packages() {
  local options=(--frozen)
  [ "$1" = checks ] || options+=(--no-dev --inexact)
  : >"$TOOLS/packages-unfinished"
  cd "$ROOT" && UV_PYTHON_DOWNLOADS=never "$UV" sync "${options[@]}" --python "$PYTHON" &&
    echo "$1 $(packages_stamp)" >"$VENV/prepared" && rm "$TOOLS/packages-unfinished"
}

# --- the interpreter --------------------------------------------------------------------------------------------------------

get_python() {
  if [ -n "${SUPPORT_PYTHON:-}" ]; then
    PYTHON=$(usable_python "$SUPPORT_PYTHON") || die "SUPPORT_PYTHON=$SUPPORT_PYTHON is no working Python 3.12, 3.13 or 3.14. Name another, or unset it."
    return
  fi
  choose_python || fetch_python || no_python $?
}

usable_python() {
  "$1" -I -c "$PYTHON_TEST" 2>/dev/null </dev/null
}

choose_python() {
  local candidate
  while IFS= read -r candidate; do
    [ -x "$candidate" ] && PYTHON=$(usable_python "$candidate") && return
  done < <(python_candidates)
  return 1
}

# Every place one may lie, best first. Each is run before it is taken: pyenv puts shims on PATH that only complain.
python_candidates() {
  local version place
  echo "$VENV/bin/python"
  for version in 3.13 3.12 3.14; do type -ap "python$version"; done
  type -ap python3
  for place in "${PYENV_ROOT:-}" "${HOME:-}/.pyenv" /root/.pyenv /opt/pyenv; do
    for version in 3.13 3.12 3.14; do ls "$place/versions/$version".*/bin/python3 2>/dev/null; done
  done
  for place in "$TOOLS/pythons" "${UV_PYTHON_INSTALL_DIR:-${XDG_DATA_HOME:-${HOME:-}/.local/share}/uv/python}"; do
    for version in 3.13 3.12 3.14; do ls "$place/cpython-$version"*/bin/python3 2>/dev/null; done
  done
  echo "$DEBIAN_PYTHON"
}

# Returns the status of the last way tried.
fetch_python() {
  local status=1
  if find_uv || install_uv_with "$(python_with_pip)"; then
    attempt "fetching Python 3.13 with uv" uv_python && choose_python && return
    status=1
  fi
  if debian_can_serve; then
    attempt "fetching Python 3.13 from Debian" debian_python && choose_python && return
    status=$?
  fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    attempt "installing Python with apt-get" apt_python && choose_python && return
    status=$?
  fi
  return "$status"
}

# Where only registries are reached this fails in a moment; it must not wait for long where the way is blocked.
uv_python() {
  UV_HTTP_RETRIES=0 UV_HTTP_CONNECT_TIMEOUT=5 UV_HTTP_TIMEOUT=20 UV_PYTHON_INSTALL_BIN=0 \
    "$UV" python install 3.13 --install-dir "$TOOLS/pythons"
}

apt_python() {
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3 python3-venv ca-certificates
}

no_python() {
  [ -n "$(section)" ] || die "no Python 3.12, 3.13 or 3.14 is here. Install one, or name it: SUPPORT_PYTHON=/path/to/python3."
  die "no Python 3.12, 3.13 or 3.14 is here, and none could be fetched: $(explain "$1") Or install one, or name it: SUPPORT_PYTHON=/path/to/python3. Details: $LOG"
}

# --- uv ---------------------------------------------------------------------------------------------------------------------

get_uv() {
  find_uv || install_uv_with "$(python_with_pip)" && return
  debian_can_serve && attempt "fetching pip from Debian" debian_python && install_uv_with "$DEBIAN_PYTHON" && return
  die "uv is not here and no Python here has pip or venv to install it. Install uv, or your system's python3-venv package, then start again."
}

# uv from PATH when it is 0.5 or newer, else our own.
find_uv() {
  local candidate version
  for candidate in "$(type -P uv)" "$TOOLS/uv/bin/uv"; do
    version=$("$candidate" --version 2>/dev/null) || continue
    case $version in "uv 0."[0-4].*) continue ;; esac
    UV=$candidate
    return
  done
  return 1
}

# The first Python from 3.8 on that has pip, or can make an environment that has it.
python_with_pip() {
  local candidate
  while IFS= read -r candidate; do
    "$candidate" -I -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null || continue
    { "$candidate" -I -m pip --version || "$candidate" -I -m ensurepip --version; } >/dev/null 2>&1 || continue
    echo "$candidate"
    return
  done < <(echo "${PYTHON:-python3}"; type -ap python3; type -ap python)
  return 1
}

# install_uv_with PYTHON: false when there is none.
install_uv_with() {
  [ -n "$1" ] || return
  step "installing uv" install_uv "$1"
  find_uv
}

install_uv() {
  local python=$1 part=$TOOLS/uv.part
  rm -rf "$part" "$TOOLS/uv"
  if ! "$python" -I -m pip --version; then
    "$python" -I -m venv "$TOOLS/pip.part" || return
    python=$TOOLS/pip.part/bin/python
  fi
  PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$python" -m pip install --disable-pip-version-check --no-deps --only-binary :all: \
    --target "$part" "uv==$UV_VERSION" && mv "$part" "$TOOLS/uv" && rm -rf "$TOOLS/pip.part"
}
