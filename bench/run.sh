#!/usr/bin/env bash
# How fast is `kith build`, and how much memory does it take?
#
#     bench/run.sh ARTICLES [NAMES...]
#
# ARTICLES is a folder of text files. NAMES are gazetteers, or lists of names in TSV
# (README.md beside this file); without any, the gazetteers that come with kith. Each is
# run with one thread and with two. Prints the machine, then a row a run.
#
# KITH_BENCH_DATA may stand in for the arguments: a folder with articles/ and, if it has
# any, names*.tsv. KITH names the program; build/kith if not set. JOBS is the list of
# thread counts; "1 2" if not set. OPTIONS are passed on, such as "--time-limit 0".
set -eu

here=$(cd "$(dirname "$0")" && pwd)
KITH=${KITH:-$here/../build/kith}
JOBS=${JOBS:-1 2}
. "$here/machine.sh"
OPTIONS=${OPTIONS-}

skip() {
    echo "bench: skipped: $*" >&2
    exit 0
}

case ${1-} in
-h | --help)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
"")
    [ -n "${KITH_BENCH_DATA-}" ] || skip "no folder of articles given (see --help)"
    set -- "$KITH_BENCH_DATA/articles"
    for names in "$KITH_BENCH_DATA"/names*.tsv; do
        [ ! -e "$names" ] || set -- "$@" "$names"
    done
    ;;
esac
articles=$1
shift
[ -d "$articles" ] || skip "there is no folder $articles"
[ -x "$KITH" ] || {
    echo "bench: there is no program $KITH; build it, or name it in KITH" >&2
    exit 3
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Bytes and files of text in the articles; read once, so that no run pays for a cold disk.
about_articles() {
    find "$articles" -type f \( -name '*.txt' -o -name '*.md' -o -name '*.text' \) -print0 |
        xargs -0 cat | wc -c >"$work/bytes"
    find "$articles" -type f \( -name '*.txt' -o -name '*.md' -o -name '*.text' \) |
        wc -l >"$work/files"
    awk -v files="$(cat "$work/files")" \
        '{ printf "articles: %d, %.1f MB\n\n", files, $1 / 1e6 }' "$work/bytes"
}

# Peak memory in kB of a running process, asked until it ends.
watch_memory() {
    local peak=0 now
    while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$1/status" 2>/dev/null) && [ -n "$now" ]; do
        peak=$now
        sleep 0.05
    done
    echo "$peak"
}

# measure COMMAND...: "seconds kB" into $work/measured; the command's exit code.
measure() {
    local status=0 process TIMEFORMAT=%R
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -q -f '%e %M' -o "$work/measured" "$@" || status=$?
        return $status
    fi
    {
        time {
            "$@" 2>"$work/complaint" &
            process=$!
            watch_memory "$process" >"$work/peak"
            wait "$process" || status=$?
        }
    } 2>"$work/seconds"
    echo "$(cat "$work/seconds") $(cat "$work/peak")" >"$work/measured"
    return $status
}

# One row: names, threads, seconds, MB/s, peak memory, and what was found.
row() {
    local label=$1 jobs=$2 status=0
    shift 2
    # shellcheck disable=SC2086 # several words
    measure "$KITH" build "$articles" "$@" $OPTIONS -j "$jobs" -o "$work/out" >"$work/said" \
        2>"$work/complaint" || status=$?
    if [ "$status" -gt 1 ]; then
        cat "$work/complaint" >&2
        exit "$status"
    fi
    awk -v label="$label" -v jobs="$jobs" -v bytes="$(cat "$work/bytes")" \
        -v nodes="$(($(wc -l <"$work/out/nodes.csv") - 1))" \
        -v edges="$(($(wc -l <"$work/out/edges.csv") - 1))" \
        '{ printf "%-24s %7s %8.2f %8.1f %9.0f %9d %9d\n", label, jobs, $1,
                  bytes / 1e6 / $1, $2 / 1024, nodes, edges }' "$work/measured"
}

about_machine
echo "program:  $("$KITH" --version)${OPTIONS:+, $OPTIONS}"
about_articles
printf '%-24s %7s %8s %8s %9s %9s %9s\n' names threads seconds MB/s MiB-peak nodes edges
if [ $# = 0 ]; then
    for jobs in $JOBS; do
        row "shipped gazetteers" "$jobs"
    done
fi
for names in "$@"; do
    if [ ! -e "$names" ]; then
        echo "bench: skipped: there is no $names" >&2
        continue
    fi
    gazetteer=$names
    case $names in
    *.tsv)
        gazetteer=$work/$(basename "$names" .tsv).csv
        "$here/names-to-gazetteer.sh" "$names" >"$gazetteer"
        ;;
    esac
    for jobs in $JOBS; do
        row "$(basename "$names")" "$jobs" -g "$gazetteer"
    done
done
