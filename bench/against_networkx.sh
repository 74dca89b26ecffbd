#!/usr/bin/env bash
# Are kith's measures those of NetworkX?
#
#     bench/against_networkx.sh [ARTICLES]
#
# Builds six graphs of ARTICLES (those of the tests, unless named), with other windows and
# on other edges, and holds every measure whose definition is the same against NetworkX's:
# against_networkx.py beside this file. Skips where python3 or networkx (with numpy and scipy) is
# missing. KITH names the program; build/kith if not set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
KITH=${KITH:-$here/../build/kith}
articles=${1:-$here/../tests/articles}

python3 -c 'import networkx, numpy, scipy' 2>/dev/null || {
    echo "networkx: skipped: python3 has no networkx, numpy or scipy" >&2
    exit 0
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# build NAME OPTIONS...: a graph with exact measures; faults in articles are no matter.
build() {
    local name=$1 status=0
    shift
    "$KITH" build "$articles" -q --time-limit 100000 -o "$work/$name" "$@" || status=$?
    [ "$status" -le 1 ] || exit "$status"
}

build sentence
build paragraph -w paragraph
build article -w article
build tokens -w 8
build relations --measure-on relations
build both --measure-on both
python3 "$here/against_networkx.py" "$work"/sentence "$work"/paragraph "$work"/article \
    "$work"/tokens "$work"/relations "$work"/both
