#!/usr/bin/env bash
# How much does a store cost, and how much does it spare?
#
#     bench/store.sh ARTICLES [NAMES]
#
# Builds ARTICLES, a folder, without a store; with one, for the first time; again with
# nothing new; with the files written gone, so that all is made of the store; with every
# hundredth article changed; and with every hundredth new. NAMES is a gazetteer; the shipped
# ones if not given. Prints the seconds of each run (the least of ROUNDS, 3 if not set), as
# shares of the run without and of the first, and its processor seconds. What the last two
# wrote is held against a run from nothing.
#
# KITH names the program; build/kith if not set. JOBS is the number of threads, 1 if not set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
KITH=${KITH:-$here/../build/kith}
ROUNDS=${ROUNDS:-3}
. "$here/machine.sh"

[ $# -ge 1 ] && [ -d "$1" ] || {
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
}
names=()
[ $# -lt 2 ] || names=(-g "$(realpath "$2")")
KITH=$(realpath "$KITH")
source=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp -rL "$source" articles
TIMEFORMAT='%R %U %S'

# Seconds and processor seconds of a build, in $seconds and $busy.
run() {
    local taken
    taken=$({ time "$KITH" build --quiet "${names[@]}" -j "${JOBS:-1}" "$@" articles \
        >/dev/null 2>&1 || [ $? = 1 ]; } 2>&1)
    read -r seconds busy < <(awk '{ print $1, $2 + $3 }' <<<"$taken")
}

# row LABEL PREPARE ARGUMENT...: the least of several runs, each prepared.
row() {
    local label=$1 prepare=$2 round least=1e9 least_busy=1e9
    shift 2
    for ((round = 0; round < ROUNDS; round++)); do
        "$prepare"
        run "$@"
        read -r least least_busy < <(awk -v a="$least" -v b="$seconds" -v c="$least_busy" \
            -v d="$busy" 'BEGIN { print a < b ? a : b, c < d ? c : d }')
    done
    if [ "$label" = "the first run" ]; then first=$least; fi
    : "${whole:=$least}"
    awk -v l="$label" -v a="$least" -v b="$least_busy" -v w="$whole" -v f="${first:-0}" \
        'BEGIN { printf "%-28s %8.2f s %6.1f %% %8s %10.2f s\n", l, a, 100 * a / w,
                 f ? sprintf("%.1f %%", 100 * a / f) : "", b }'
}

nothing() { :; }
forget() { rm -f case.kith*; }
forget_output() { rm -f warm/run.json; }
every_hundredth() { find "$1" -type f | sort | awk 'NR % 100 == 1'; }
change() {
    every_hundredth articles | while read -r file; do
        echo "More of it was said today." >>"$file"
    done
    sleep 2.2
}
# The store is made without them.
hold_back() {
    forget
    every_hundredth articles >held
    tar -cf held.tar -T held
    xargs -d '\n' rm <held
    run --store case.kith -o warm
    tar -xf held.tar
    sleep 2.2
}
agrees() {
    run -o cold
    sed -i 's/cold/warm/' cold/problems.csv
    diff -r -q cold warm >/dev/null && return
    echo "bench: the store made other files than a run from nothing" >&2
    exit 1
}

about_machine
printf '%-28s %10s %8s %8s %12s\n' "" seconds without first processor
row "without a store" nothing -o plain
row "the first run" forget --store case.kith -o warm
agrees
sleep 2.2
run --store case.kith -o warm
row "nothing new" nothing --store case.kith -o warm
row "all from the store" forget_output --store case.kith -o warm
row "one article in 100 changed" change --store case.kith -o warm
agrees
row "one article in 100 new" hold_back --store case.kith -o warm
agrees
echo
ls -l case.kith | awk '{ printf "store: %.1f MB\n", $5 / 1e6 }'
