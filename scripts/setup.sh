# What scripts/quickstart and scripts/test both need: the packages, and a few words to
# the person at the terminal. Sourced, never run; the sourcing script has set `root`.

# What it takes to build and run kith; Debian 12 names.
# libc6-dev is only recommended by gcc, so it is named; pkgconf is what pkg-config is now.
build_packages=(gcc libc6-dev cmake ninja-build pkgconf libxml2-dev libigraph-dev
    libarchive-dev libcsv-dev libyajl-dev libunistring-dev libxxhash-dev libcmocka-dev
    libsqlite3-dev libjansson-dev graphviz)

# What the tests want besides: a second compiler, the formatter, and readers of what
# kith writes.
test_packages=(clang clang-format libxml2-utils mandoc sqlite3)

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 3
}

is_installed() {
    [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null || true)" = "install ok installed" ]
}

# Debian's and its children's packages carry these names; igraph is new enough from
# Debian 12 on.
is_debian() {
    command -v apt-get >/dev/null && [ -r /etc/os-release ] || return 1
    (
        . /etc/os-release
        case " ${ID:-} ${ID_LIKE:-} " in
        *" debian "*) [ "${ID:-}" != debian ] || [ "${VERSION_ID:-99}" -ge 12 ] ;;
        *) return 1 ;;
        esac
    )
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Run a command with its output kept in a file, and shown only when it fails.
#
#   quietly LOG COMMAND...
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 && return
    tail -n 60 "$log" >&2
    say "this failed: $*" >&2
    say "its whole output: $log" >&2
    return 1
}

# Install what is missing of "$@"; ask nothing and touch nothing when all is there.
need_packages() {
    local package missing=()
    is_debian || fail "This script installs packages with apt on Debian 12 or later.
On another system, install the libraries that README.md lists, then:
    cmake -S . -B build -G Ninja && cmake --build build"
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} != 0 ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "Some packages are missing, and installing them takes root or sudo. As root:
    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "Installing: ${missing[*]}"
    quietly "$root/build/log/apt-update" as_root apt-get update ||
        say "Going on with the package lists that are here." >&2
    quietly "$root/build/log/apt-install" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}" || exit 3
}
