#!/bin/sh
# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Sets up a working copy. Every step is behind a stamp that holds a hash of its inputs, so a second run does
# nothing and needs no network; a changed lock file, or a removed folder, makes its step run again.
#
#   setup.sh run     what the application needs to run
#   setup.sh dev     that, and what the checks and tests need
#   setup.sh static  make the bundles and collect the static files, if their sources changed
#   setup.sh lock    write the lock files anew, with today's versions (needs the network)
set -eu

cd "$(dirname "$0")/.."
UV_BIN=""
TOOLS=.tools # tools of the set-up itself, when the machine has none
STAMP=.stamp
SHA=sha256sum
if ! command -v sha256sum >/dev/null 2>&1; then SHA="shasum -a 256"; fi
PANGO="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
export UV_PYTHON_DOWNLOADS="${UV_PYTHON_DOWNLOADS:-never}"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# A council's network often has a certificate of its own: trust what the machine trusts.
export NODE_USE_SYSTEM_CA="${NODE_USE_SYSTEM_CA:-1}"
if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
    export SSL_CERT_FILE="${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}"
fi

say() { printf 'setup: %s\n' "$*"; }

die() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# works COMMAND: it is there and really runs (a pyenv shim can be on the PATH and still refuse).
works() { "$1" --version >/dev/null 2>&1; }

# hash_of FILE...: one fingerprint of the contents of all files.
hash_of() { cat -- "$@" | $SHA | cut -d ' ' -f 1; }

# done_with STAMP HASH: this step was done with exactly these inputs.
done_with() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# apt_install PACKAGE...: Debian packages, as root or by sudo without a password; else says the command and stops.
apt_install() {
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
    if ! command -v apt-get >/dev/null 2>&1; then
        die "install these system packages (Debian's names), then run make again: $*"
    fi
    if [ -n "$as_root" ] && ! $as_root true 2>/dev/null; then
        die "system packages are missing; run: sudo apt-get install -y $* — then run make again"
    fi
    say "apt-get install $*"
    # On a fresh machine the list of packages is absent or old. A source that cannot be reached (of another
    # vendor, say) is no reason to stop: if it mattered, the next line fails.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update || say "apt-get update had problems; going on"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
}

# find_uv: sets UV_BIN to a uv that works, from the PATH or by pip in a folder of our own.
find_uv() {
    if [ -n "$UV_BIN" ]; then return; fi
    if works uv; then
        UV_BIN=uv
        return
    fi
    if works "$TOOLS/uv/bin/uv"; then
        UV_BIN="$PWD/$TOOLS/uv/bin/uv"
        return
    fi
    find_pip
    say "uv is not on the PATH: installing it in $TOOLS/uv"
    rm -rf "$TOOLS/uv"
    $PIP install --quiet --target "$TOOLS/uv" --require-hashes --requirement requirements-uv.txt
    UV_BIN="$PWD/$TOOLS/uv/bin/uv"
    works "$UV_BIN" || die "uv was installed in $TOOLS/uv but does not run"
}

# find_pip: sets PIP to a command that works: Python's own, else from a private venv, else after apt.
find_pip() {
    for attempt in first after_apt; do
        for python in python3 /usr/bin/python3; do
            works "$python" || continue
            if "$python" -m pip --version >/dev/null 2>&1; then
                PIP="$python -m pip"
                return
            fi
            # Debian's bare python3 has venv, but not the ensurepip that fills one.
            if "$python" -c 'import ensurepip' 2>/dev/null; then
                "$python" -m venv --clear "$TOOLS/pip"
                PIP="$TOOLS/pip/bin/python -m pip"
                return
            fi
        done
        # One apt call brings the libraries for the PDF along: a machine without pip will lack them too.
        # shellcheck disable=SC2086
        if [ "$attempt" = first ]; then apt_install python3 python3-venv $PANGO; fi
    done
    die "no Python with pip or venv found, not even after installing python3-venv"
}

# make_venv: makes .venv with a Python that is found here and new enough.
make_venv() {
    new_enough='import sys; sys.exit(sys.version_info < (3, 13))'
    if [ -x .venv/bin/python ] && .venv/bin/python -c "$new_enough" 2>/dev/null; then return; fi
    find_uv
    rm -rf .venv
    "$UV_BIN" venv --quiet .venv 2>/dev/null && return
    "$UV_BIN" venv --quiet --python '>=3.13' .venv 2>/dev/null && return
    # pyenv's versions, also where its shims are not on the PATH
    for python in "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/3.1[3-9]*/bin/python; do
        if works "$python" && "$UV_BIN" venv --quiet --python "$python" .venv; then return; fi
    done
    # shellcheck disable=SC2086
    if [ "$UV_PYTHON_DOWNLOADS" = never ] && command -v apt-get >/dev/null 2>&1; then apt_install python3 $PANGO; fi
    "$UV_BIN" venv --quiet --python '>=3.13' .venv && return
    die "no Python 3.13 or newer here; install one, or let uv fetch it: UV_PYTHON_DOWNLOADS=automatic make $GOAL"
}

# level WANTED STAMP: what to install. Once the tests' packages are there, `run` keeps them.
level() {
    if [ "$1" = run ] && [ -f "$2-dev" ]; then echo dev; else echo "$1"; fi
}

python_packages() {
    make_venv
    what=$(level "$1" ".venv/$STAMP")
    locked=requirements.txt
    if [ "$what" = dev ]; then locked=requirements-dev.txt; fi
    hash=$(hash_of "$locked")
    if done_with ".venv/$STAMP-$what" "$hash"; then return; fi
    find_uv
    say "Python packages from $locked"
    "$UV_BIN" pip sync --quiet --require-hashes --python .venv/bin/python "$locked"
    echo "$hash" >".venv/$STAMP-$what"
}

# find_npm: sets NPM to an npm that works, from the PATH or from PyPI's wheel in a folder of our own.
find_npm() {
    NPM=npm
    if works npm && works node; then return; fi
    PATH="$PWD/$TOOLS/node/bin:$PATH"
    if works npm && works node; then return; fi
    find_uv
    say "npm is not on the PATH: installing it in $TOOLS/node"
    rm -rf "$TOOLS/node"
    "$UV_BIN" venv --quiet --python .venv/bin/python "$TOOLS/node"
    "$UV_BIN" pip sync --quiet --require-hashes --python "$TOOLS/node/bin/python" requirements-node.txt
    hash -r # forget where the shell found the one that did not work
    works npm || die "npm was installed in $TOOLS/node but does not run"
}

browser_packages() {
    what=$(level "$1" "node_modules/$STAMP")
    hash=$(hash_of package.json package-lock.json)
    if ! done_with "node_modules/$STAMP-$what" "$hash"; then
        find_npm
        say "browser packages from package-lock.json"
        if [ "$what" = dev ]; then "$NPM" ci; else "$NPM" ci --omit=dev; fi
        echo "$hash" >"node_modules/$STAMP-$what"
    fi
    hash=$(hash_of package-lock.json scripts/vendor.py)
    if done_with "static/vendor/$STAMP" "$hash"; then return; fi
    .venv/bin/python scripts/vendor.py
    echo "$hash" >"static/vendor/$STAMP"
}

# browser: the small Chromium of the tests; a whole one will do where the small one can't be had.
browser() {
    if command -v chromium-headless-shell >/dev/null 2>&1; then return; fi
    if ! command -v chromium >/dev/null 2>&1; then
        needed="$needed chromium-headless-shell"
    elif [ ! -f ".venv/$STAMP-whole-browser" ] && ! (apt_install chromium-headless-shell) 2>/dev/null; then
        say "no chromium-headless-shell here; the tests take Chromium, which is slower"
        : >".venv/$STAMP-whole-browser"
    fi
}

system_libraries() {
    load='import ctypes as c; [c.CDLL(n) for n in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")]'
    needed=""
    # Elsewhere than on Debian the libraries have other names: there WeasyPrint itself is asked.
    if ! .venv/bin/python -c "$load" 2>/dev/null && ! .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; then
        needed="$PANGO"
    fi
    if [ "$1" = dev ]; then
        browser
        # The tests put the documented proxy before the application. Debian keeps it where only root looks.
        if ! (PATH="$PATH:/usr/sbin" && command -v nginx) >/dev/null 2>&1; then needed="$needed nginx-light"; fi
        if ! command -v openssl >/dev/null 2>&1; then needed="$needed openssl"; fi
        # The tests read the words of guests as translators do; the application reads what is compiled in git.
        if ! command -v msgfmt >/dev/null 2>&1; then needed="$needed gettext"; fi
    fi
    # shellcheck disable=SC2086
    if [ -n "$needed" ]; then apt_install $needed; fi
}

# names_and_contents PLACE...: one fingerprint of all files there. The names count as well as the contents.
names_and_contents() {
    # shellcheck disable=SC2086
    find "$@" -type f ! -name "$STAMP" -exec $SHA {} + 2>/dev/null | LC_ALL=C sort | hash_of -
}

# bundles: one style sheet and one script per audience. What is vendored is as package-lock.json says.
bundles() {
    hash=$(names_and_contents static/css static/js static/img package-lock.json scripts/vendor.py scripts/bundels.py)
    if done_with "static/bundels/$STAMP" "$hash"; then return; fi
    .venv/bin/python scripts/bundels.py
    echo "$hash" >"static/bundels/$STAMP"
}

static_files() {
    hash=$(names_and_contents static/bundels static/img ./*/static requirements.txt wijkwijzer/settings.py)
    if [ -f staticfiles/staticfiles.json ] && done_with ".venv/$STAMP-static" "$hash"; then return; fi
    # The settings make a data folder and a secret; this step has no use for the real ones.
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    say "collecting static files"
    WIJKWIJZER_DATA="$folder" WIJKWIJZER_DEMO=1 WIJKWIJZER_SECRET_KEY='' WIJKWIJZER_HOSTS='' DATABASE_URL='' \
        .venv/bin/python manage.py collectstatic --noinput --verbosity 0
    echo "$hash" >".venv/$STAMP-static"
}

# lock: no address of a registry in any lock file, so that each place can use its own mirror.
lock() {
    make_venv
    find_uv
    find_npm
    for name in requirements requirements-dev requirements-node requirements-uv; do
        set -- "$name.in" --output-file "$name.txt"
        # What runs must be what was tested: the same versions in both.
        if [ "$name" = requirements-dev ]; then set -- "$@" --constraint requirements.txt; fi
        "$UV_BIN" pip compile --quiet --upgrade --python-version 3.13 --generate-hashes --no-emit-index-url \
            --no-emit-find-links --no-header --no-annotate "$@"
    done
    "$NPM" update --package-lock-only
}

GOAL="${1:-}"
case "$GOAL" in
run | dev)
    python_packages "$GOAL"
    system_libraries "$GOAL"
    browser_packages "$GOAL"
    ;;
static)
    bundles
    static_files
    ;;
lock) lock ;;
*) die "usage: setup.sh run|dev|static|lock" ;;
esac
