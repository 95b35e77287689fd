# shellcheck shell=bash
# A Chromium for the browser tests, exported as BROWSER_BIN. None is taken that has not opened a page.

CHROMIUM_VERSION=153.0.0
OWN_BROWSER=$TOOLS/browser/chromium-with-its-libraries

# In this order: the one named, the system's, Debian's by apt-get for root, npm's for everybody else.
find_browser() {
  local named=${BROWSER_BIN:-}
  PLAYWRIGHT_NODEJS_PATH=$(type -P node) && export PLAYWRIGHT_NODEJS_PATH # its own lacks a library on bare machines
  if [ -n "$named" ]; then
    take_browser "$named" || complain_browser "BROWSER_BIN=$named does not open a page. Name another, or unset it."
    return
  fi
  take_system_browser && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    attempt "installing Chromium with apt-get" apt_chromium && take_system_browser && return
  fi
  take_browser "$OWN_BROWSER" && return
  attempt "installing Chromium with npm" npm_chromium && take_browser "$OWN_BROWSER" && return
  complain_browser "no Chromium was found and none could be installed. Install one, or set BROWSER_BIN. Details: $LOG"
}

complain_browser() {
  echo "failed: finding a browser: $1" >&2
  return 1
}

take_system_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    take_browser "$(type -P "$name")" && return
  done
  return 1
}

take_browser() {
  [ -x "$1" ] && in_group logged opens_a_page "$1" && export BROWSER_BIN=$1
}

# Asked in the way the tests do: some Chromiums start and know --version, but cannot draw a page.
opens_a_page() {
  "$VENV/bin/python" - "$1" <<'PYTHON'
import sys
from playwright.sync_api import sync_playwright

quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox", *quiet], timeout=60_000)
    page = browser.new_page()
    page.set_content("<title>it opens pages</title>")
    print(sys.argv[1], browser.version, page.title())
    browser.close()
PYTHON
}

apt_chromium() {
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium
}

# Chromium for servers: no display, packed with the few libraries and the font that a bare machine lacks.
npm_chromium() {
  local part=$TOOLS/browser.part
  rm -rf "$part" "$TOOLS/browser" && mkdir -p "$part" && cd "$part" || return
  npm_install install --prefix "$part" "@sparticuz/chromium@$CHROMIUM_VERSION" &&
    unpack_brotli "$part/node_modules/@sparticuz/chromium/bin" "$part" && rm -rf "$part/node_modules" &&
    for_this_process_only >"$part/${OWN_BROWSER##*/}" && own_fonts >"$part/fonts.conf" &&
    chmod +x "$part/chromium" "$part/${OWN_BROWSER##*/}" && mv "$part" "$TOOLS/browser"
}

unpack_brotli() {
  local packed
  for packed in "$1"/*.br; do
    node -e 'const [from, to] = process.argv.slice(1); require("fs").writeFileSync(to, require("zlib").brotliDecompressSync(require("fs").readFileSync(from)))' \
      "$packed" "$2/$(basename "$packed" .br)" || return
  done
  for packed in "$2"/*.tar; do tar -x -f "$packed" -C "$2" && rm "$packed" || return; done
}

for_this_process_only() {
  cat <<'SH'
#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
SH
}

own_fonts() {
  cat <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>$TOOLS/browser/fonts</dir>
  <cachedir>$TOOLS/browser/fonts-cache</cachedir>
</fontconfig>
XML
}
