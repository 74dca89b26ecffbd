#!/usr/bin/env bash
# How long does `kith compile` take, how large is the image, how fast does it open?
#
#     bench/compile.sh NAMES.csv...
#
# Each list is compiled several times; the fastest counts. Opening is told as the time of
# tagging one line with the image, less that of tagging it with an image of one name. Two
# images of one list are compared byte by byte. RUNS is how often, 5 if not set. KITH names
# the program; build/kith if not set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
KITH=${KITH:-$here/../build/kith}
RUNS=${RUNS:-5}
. "$here/machine.sh"

case ${1-} in
-h | --help)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
"")
    echo "bench: skipped: no list of names given (see --help)" >&2
    exit 0
    ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# least COMMAND...: the shortest time of RUNS runs, in milliseconds.
least() {
    local best="" begin took i
    for ((i = 0; i < RUNS; i++)); do
        begin=${EPOCHREALTIME/[.,]/}
        "$@" >"$work/said" 2>&1
        took=$((${EPOCHREALTIME/[.,]/} - begin))
        [ -n "$best" ] && [ "$best" -le "$took" ] || best=$took
    done
    awk -v us="$best" 'BEGIN { printf "%.1f", us / 1000 }'
}

# Peak memory of one command in MB; "?" without GNU time.
peak() {
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -q -f %M -o "$work/peak" "$@" >/dev/null 2>&1
        awk '{ printf "%.0f", $1 / 1000 }' "$work/peak"
    else
        printf '?'
    fi
}

printf 'name,type\nAda Lark,person\n' >"$work/one.csv"
echo "Ada Lark spoke." >"$work/line.txt"
"$KITH" compile "$work/one.csv" --variants none -o "$work/one.kith" >/dev/null
idle=$(least "$KITH" tag -g "$work/one.kith" "$work/line.txt")

about_machine
printf '\n%-24s %10s %9s %9s %8s %14s %9s\n' list aliases seconds "peak MB" "bytes/a." \
    "opens in ms" "same?"
for list in "$@"; do
    took=$(least "$KITH" compile "$list" --variants none -o "$work/a.kith")
    memory=$(peak "$KITH" compile "$list" --variants none -o "$work/b.kith")
    same=no
    cmp -s "$work/a.kith" "$work/b.kith" && same=yes
    open=$(least "$KITH" tag -g "$work/a.kith" "$work/line.txt")
    "$KITH" compile "$list" --variants none -o "$work/b.kith" >"$work/compiled"
    aliases=$(grep -o '[0-9,]* aliases' "$work/compiled" | head -1 | tr -dc 0-9)
    awk -v list="$(basename "$list")" -v aliases="$aliases" -v ms="$took" -v peak="$memory" \
        -v size="$(stat -c %s "$work/a.kith")" -v open="$open" -v idle="$idle" \
        -v same="$same" 'BEGIN {
            printf "%-24s %10d %9.2f %9s %8.1f %14.1f %9s\n", list, aliases, ms / 1000,
                peak, size / aliases, open - idle, same }'
done
