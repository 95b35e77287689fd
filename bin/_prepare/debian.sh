# shellcheck shell=bash
# Debian's Python 3.13 for a machine whose own is older, without installing anything on it and as any user.
#
# uv's own Pythons lie outside the package registries, so a network that reaches only those needs this way. apt-get works on private
# folders, with the machine's own mirror and proxy and with Debian's signatures checked; the packages are unpacked, not installed. The
# interpreter gets the C library of the same Debian, because it does not run on an older one: its own ELF file names the loader and
# the folder, so nothing of it is inherited by the programs it starts.

DEBIAN_SUITE=trixie
DEBIAN_PYTHON=$TOOLS/python/usr/bin/python3.13

debian_can_serve() {
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && [ -n "$(debian_keyring)" ] && [ -n "$(debian_mirror debian)" ]
}

debian_keyring() {
  ls /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp 2>/dev/null | head -n 1
}

# The first address in apt's own sources whose last part is $1: `debian` or `debian-security`.
debian_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed 's/#.*//' | grep -oE "[a-z+]+:/[^ ]*/$1(\.list)?/?( |\$)" | head -n 1 | tr -d ' '
}

debian_python() {
  local apt=$TOOLS/apt.part tree=$TOOLS/python.part
  rm -rf "$apt" "$tree" "$TOOLS/python"
  debian_download "$apt" python3.13 python3.13-venv libstdc++6 patchelf &&
    debian_unpack "$apt" "$tree" &&
    own_c_library "$tree" "$TOOLS/python" &&
    own_pip "$tree" "$TOOLS/python" &&
    mv "$tree" "$TOOLS/python" && rm -rf "$apt"
}

# debian_download FOLDER PACKAGE…: the packages and all they need, as files.
debian_download() {
  local home=$1
  shift
  mkdir -p "$home"/{none,lists/partial,cache/archives/partial,state} && : >"$home/state/status" || return
  debian_sources >"$home/sources.list" && debian_apt_settings "$home" >"$home/apt.conf" || return
  export APT_CONFIG=$home/apt.conf
  apt-get update && apt-get install --yes --download-only "$@"
}

debian_sources() {
  local signed security
  signed="deb [signed-by=$(debian_keyring)]"
  security=$(debian_mirror debian-security)
  echo "$signed $(debian_mirror debian) $DEBIAN_SUITE main"
  [ -z "$security" ] || echo "$signed $security $DEBIAN_SUITE-security main"
}

# An empty package state makes apt take every package that is needed, down to the C library. No hooks of the machine's own apt run.
debian_apt_settings() {
  cat <<SETTINGS
Dir "$1";
Dir::Etc "$1";
Dir::Etc::sourcelist "$1/sources.list";
Dir::Etc::sourceparts "$1/none";
Dir::Etc::parts "$1/none";
Dir::Etc::preferencesparts "$1/none";
Dir::State "$1/state";
Dir::State::lists "$1/lists";
Dir::State::status "$1/state/status";
Dir::Cache "$1/cache";
Acquire::Languages "none";
APT::Install-Recommends "false";
APT::Sandbox::User "";
APT::Update::Error-Mode "any";
SETTINGS
  apt-config dump | grep -E '^Acquire::(http|https|Retries|ForceIPv)' || true
}

debian_unpack() {
  local package
  for package in "$1"/cache/archives/*.deb; do dpkg-deb -x "$package" "$2" || return; done
}

# own_c_library TREE HOME: let the interpreter in TREE find the C library where it will lie. Packages from PyPI look for parts of it
# in the machine's own folders; those parts are loaded beforehand, so that two C libraries never meet in one process.
own_c_library() {
  local loader folder part needed="" python=$1/usr/bin/python3.13
  loader=$(ls "$1"/usr/lib/*/ld-linux*.so.* | head -n 1)
  folder=$2${loader#"$1"} && folder=${folder%/*}
  for part in libpthread.so.0 libdl.so.2 librt.so.1 libutil.so.1 libresolv.so.2 libgcc_s.so.1 libstdc++.so.6; do needed="$needed --add-needed $part"; done
  patch_elf() { "$loader" --library-path "${loader%/*}" "$1/usr/bin/patchelf" "${@:2}" "$python"; }
  # One change a call: patchelf 0.18 loses its way when it makes all three at once.
  # shellcheck disable=SC2086
  patch_elf "$1" --force-rpath --set-rpath "$folder" && patch_elf "$1" $needed && patch_elf "$1" --set-interpreter "$folder/${loader##*/}"
}

# Debian keeps the wheel of pip in a shared folder of the machine; `python -m venv` has to look into ours.
own_pip() {
  sed -i "s|'/usr/share/python-wheels/'|'$2/usr/share/python-wheels/'|" "$1"/usr/lib/python3.13/_sysconfigdata_*.py
}
